package org.guildhall.loyalty;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.guildhall.kernel.Explanation;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Points;
import org.guildhall.loyalty.tiers.Counted;
import org.jspecify.annotations.Nullable;

/**
 * Where a member stands: tier, what carries it, and the shortest way to the next tier or to keeping this one.
 *
 * @param keepUntil last day the tier is certain; absent when it never ends
 * @param growth growth value in all
 * @param points the balance of points as booked, below zero where some are owed
 * @param qualifying what counts towards the tier in the present window, in the measure's unit
 * @param next what is missing for the next tier; absent on the highest
 * @param keep what is missing to keep the present tier at its review; absent when nothing is
 */
public record StandingView(
        @NotNull MemberId member,
        @NotNull String tier,
        @NotNull LocalDate since,
        @Nullable LocalDate keepUntil,
        @NotNull Points growth,
        @NotNull Points points,
        @NotNull Money spend,
        int visits,
        @Nullable Instant lastPurchaseAt,
        @NotNull String measure,
        long qualifying,
        @Nullable Missing next,
        @Nullable Missing keep,
        @NotNull Explanation why) {

    /**
     * The shortest way to a tier.
     *
     * @param missing in the measure's unit
     * @param spend one purchase of this amount is enough; absent when no amount would do
     * @param purchases so many purchases are needed at least
     * @param from first day on which it counts; absent when it counts from now
     * @param by last day on which it counts; absent when there is no limit
     * @param terms where a formula counts, what each of its terms would take by itself; empty otherwise
     */
    @Schema(name = "MissingForTier")
    public record Missing(
            @NotNull String tier,
            long missing,
            @Nullable Money spend,
            int purchases,
            @Nullable LocalDate from,
            @Nullable LocalDate by,
            @NotNull List<ByTerm> terms) {

        /** Copies the terms. */
        public Missing {
            terms = List.copyOf(terms);
        }
    }

    /**
     * How much more of one thing a formula counts would do, if nothing else were added.
     *
     * @param amount of spend in the smallest unit of money
     * @param spend the amount as money; of spend only
     */
    @Schema(name = "MissingByTerm")
    public record ByTerm(
            @NotNull Counted measure, long amount, @Nullable Money spend) {}
}
