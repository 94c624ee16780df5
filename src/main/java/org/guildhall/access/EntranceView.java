package org.guildhall.access;

import org.jspecify.annotations.Nullable;

/**
 * Who stands at the door.
 *
 * @param session the log-in that the browser brings; absent if it brings none, or one that has ended
 */
public record EntranceView(@Nullable SessionView session) {}
