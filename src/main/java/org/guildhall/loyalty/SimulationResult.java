package org.guildhall.loyalty;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * What a draft would have made of a period, beside what the policies in force made of it: the same facts, the same replay.
 *
 * <p>The points of the stores, of the tiers and of the members come to the same total.
 *
 * @param moves how many members ended the period on which tier, as it was and as drafted; those who stayed included
 * @param stores by store of the purchase; what was bought nowhere in particular has no store
 * @param tiers by the tier members held at the end of the period as it was
 * @param endings points earned in the period by the month in which they end, if nobody uses them before
 */
public record SimulationResult(
        Totals totals,
        Spread spread,
        List<Move> moves,
        List<StoreRow> stores,
        List<TierRow> tiers,
        List<Ending> endings,
        List<Extreme> winners,
        List<Extreme> losers) {

    /** A figure as it was and as drafted. */
    @Schema(name = "SimulatedFigure")
    public record Figure(long before, long after, long difference) {

        /** The figure with its difference. */
        public static Figure of(long before, long after) {
            return new Figure(before, after, Math.subtractExact(after, before));
        }
    }

    /** What points cost as it was and as drafted. */
    @Schema(name = "SimulatedCost")
    public record Cost(Money before, Money after, Money difference) {}

    /**
     * Everybody together.
     *
     * @param members who were replayed
     * @param active of them, who bought or gave back something in the period
     * @param erased of them, whose birthday is gone for good, so that birthday rules pass them by on both sides
     * @param points granted less taken back
     * @param cost what they cost, where it is known what a point is worth
     */
    @Schema(name = "SimulatedTotals")
    public record Totals(
            long members,
            long active,
            long erased,
            long purchases,
            long returns,
            Figure points,
            Figure granted,
            Figure takenBack,
            Figure growth,
            @Nullable Cost cost) {}

    /**
     * How the difference falls on those who were active.
     *
     * @param deciles least, nine deciles and greatest difference of points; empty when nobody was active
     */
    @Schema(name = "SimulatedSpread")
    public record Spread(Share winners, Share losers, long same, List<Long> deciles) {}

    /** So many members and what they gain or lose together. */
    @Schema(name = "SimulatedShare")
    public record Share(long members, long points) {}

    /** So many members held one tier as it was and the other as drafted. */
    @Schema(name = "SimulatedMove")
    public record Move(String from, String to, long members) {}

    /** What concerns one store; a member counts at every store visited, by what that store's purchases came to. */
    @Schema(name = "SimulatedStore")
    public record StoreRow(
            @Nullable UnitId store,
            long members,
            long purchases,
            Figure points,
            Share winners,
            Share losers,
            @Nullable Cost cost) {}

    /** What concerns those who held one tier. */
    @Schema(name = "SimulatedTier")
    public record TierRow(
            String tier,
            long members,
            long purchases,
            Figure points,
            Share winners,
            Share losers,
            @Nullable Cost cost) {}

    /** Points that end in a month, such as 2027-03; never where there is none. */
    @Schema(name = "SimulatedEnding")
    public record Ending(@Nullable String month, Figure points) {}

    /** One of those who gain or lose most. */
    @Schema(name = "SimulatedExtreme")
    public record Extreme(MemberId member, Figure points, String tierBefore, String tierAfter) {}
}
