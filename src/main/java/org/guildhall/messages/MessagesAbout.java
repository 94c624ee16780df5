package org.guildhall.messages;

import java.time.Instant;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * A member's messages that have their fate, the last first, before a place in the list.
 *
 * @param sent only those that went out, or only those that did not
 */
public record MessagesAbout(
        MemberId member,
        @Nullable Boolean sent,
        @Nullable Instant knownAt,
        @Nullable Instant before,
        @Nullable UUID beforeId,
        int limit) {}
