package org.guildhall.access;

import org.jspecify.annotations.Nullable;

/**
 * Who stands at the door, and where the house stands.
 *
 * @param session the log-in that the browser brings; absent if it brings none, or one that has ended
 * @param zone the company's time zone by its name in the tz database, in which every business day begins and every time is written
 */
public record EntranceView(@Nullable SessionView session, String zone) {}
