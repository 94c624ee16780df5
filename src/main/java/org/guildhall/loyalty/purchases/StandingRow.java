package org.guildhall.loyalty.purchases;

import java.time.Instant;
import java.time.LocalDate;
import org.guildhall.kernel.MemberId;
import org.guildhall.loyalty.replay.Outcome;
import org.guildhall.loyalty.tiers.Counted;
import org.jspecify.annotations.Nullable;

/** Where a member stands, as the table keeps it; {@code revision} 0 is a member never replayed before. */
public record StandingRow(
        MemberId member,
        String tier,
        LocalDate since,
        @Nullable LocalDate keepUntil,
        @Nullable LocalDate dueOn,
        long growth,
        long spend,
        int visits,
        @Nullable Instant lastPurchaseAt,
        int revision,
        int steps) {

    /** The standing after a replay. */
    StandingRow after(Outcome outcome, LocalDate since, int lastStep) {
        var sums = outcome.contributions();
        return new StandingRow(
                member,
                outcome.tier(),
                since,
                outcome.machine().keepUntil(),
                outcome.machine().dueOn(),
                sums.total(Counted.GROWTH),
                sums.total(Counted.SPEND),
                (int) sums.total(Counted.VISITS),
                outcome.lastPurchaseAt(),
                revision + 1,
                lastStep);
    }

    /** The standing of an erased member: where it stood stays, and no review is due any more. */
    StandingRow ofErased(Outcome outcome, long growthChange) {
        var sums = outcome.contributions();
        return new StandingRow(
                member,
                tier,
                since,
                keepUntil,
                null,
                growth + growthChange,
                sums.total(Counted.SPEND),
                (int) sums.total(Counted.VISITS),
                outcome.lastPurchaseAt(),
                revision + 1,
                steps);
    }

    /** Whether the member was never replayed before. */
    boolean isNew() {
        return revision == 0;
    }
}
