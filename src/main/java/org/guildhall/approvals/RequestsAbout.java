package org.guildhall.approvals;

import java.time.Instant;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * Which requests about a member to tell, newest first.
 *
 * @param knownAt only those asked by then
 * @param before only those asked before this instant, or at it with a smaller {@code beforeId}
 */
public record RequestsAbout(
        MemberId member,
        @Nullable Instant knownAt,
        @Nullable Instant before,
        @Nullable UUID beforeId,
        int limit) {}
