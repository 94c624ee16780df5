package org.guildhall.loyalty;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.UnitId;
import org.guildhall.loyalty.SimulationResult.Cost;
import org.guildhall.loyalty.SimulationResult.Figure;
import org.jspecify.annotations.Nullable;

/**
 * What a draft about money would have made of the purchases of a period, beside what the policies in force made of them. All costs
 * are what purchases bring members, so that a higher one is better for them and costs the company more.
 *
 * <p>The costs of the stores, of the tiers, of the months and of the members come to the same total.
 *
 * @param amounts what else there is to say in money, by code
 * @param counts what else there is to count, by code
 * @param stores by store of the purchase; what was bought nowhere in particular has no store
 * @param tiers by the tier on which it was bought; none for who had none yet
 * @param months by month of the purchase
 * @param leftOut purchases that could not be replayed, or not entirely, and why
 */
public record MoneySimulation(
        Totals totals,
        Spread spread,
        List<Amount> amounts,
        List<Count> counts,
        List<StoreRow> stores,
        List<TierRow> tiers,
        List<Month> months,
        List<Extreme> winners,
        List<Extreme> losers,
        List<LeftOut> leftOut) {

    /**
     * Everybody together.
     *
     * @param members to whom purchases of the period bring something, or could
     * @param purchases that were replayed
     * @param changed of them, which come to something else
     */
    @Schema(name = "MoneyTotals")
    public record Totals(long members, long purchases, long changed, Cost cost) {}

    /**
     * How the difference falls on members.
     *
     * @param deciles least, nine deciles and greatest difference; empty when there is nobody
     */
    @Schema(name = "MoneySpread")
    public record Spread(Share winners, Share losers, long same, List<Money> deciles) {}

    /** So many members and what they gain or lose together. */
    @Schema(name = "MoneyShare")
    public record Share(long members, Money amount) {}

    /** An amount as it was and as drafted. */
    @Schema(name = "MoneyAmount")
    public record Amount(String code, Cost amount) {}

    /** A count as it was and as drafted. */
    @Schema(name = "MoneyCount")
    public record Count(String code, Figure count) {}

    /** What concerns one store; a member counts at every store visited. */
    @Schema(name = "MoneyStore")
    public record StoreRow(
            @Nullable UnitId store, long members, long purchases, Cost cost, Share winners, Share losers) {}

    /** What concerns those who bought on one tier; a member counts on every tier bought on. */
    @Schema(name = "MoneyTier")
    public record TierRow(
            @Nullable String tier, long members, long purchases, Cost cost, Share winners, Share losers) {}

    /** What was bought in a month, such as 2027-03. */
    @Schema(name = "MoneyMonth")
    public record Month(String month, Cost cost) {}

    /** One of those who gain or lose most. */
    @Schema(name = "MoneyExtreme")
    public record Extreme(MemberId member, long purchases, Cost cost) {}

    /** So many purchases for this reason. */
    @Schema(name = "LeftOutOfSimulation")
    public record LeftOut(String reason, long purchases) {}
}
