package org.guildhall.ledger;

import java.time.Instant;
import org.guildhall.kernel.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a statement, newest first: what occurred in {@code [from, to)}, as it was known at {@code knownAt} (now if
 * absent), of one asset or of all.
 */
public record StatementQuery(
        MemberId member,
        @Nullable Asset asset,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Instant knownAt,
        @Nullable String cursor,
        int limit) {

    /** The same question, one page of its answer. */
    public StatementQuery page(@Nullable String after, int most) {
        return new StatementQuery(member, asset, from, to, knownAt, after, most);
    }
}
