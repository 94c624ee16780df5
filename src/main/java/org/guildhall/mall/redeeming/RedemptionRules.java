package org.guildhall.mall.redeeming;

import java.time.LocalDate;
import java.util.List;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.UnitId;
import org.guildhall.mall.MallRefusal;
import org.guildhall.mall.Redeem;
import org.guildhall.mall.RedemptionPolicy;
import org.guildhall.mall.RedemptionPrice;
import org.guildhall.mall.RewardDetails;
import org.guildhall.mall.RewardView;
import org.jspecify.annotations.Nullable;

/** The rule book of ordering on one screen: what is asked and what is known decide, nothing else. */
final class RedemptionRules {

    private RedemptionRules() {}

    /** What is asked: how many pieces, for whom by tier, to be picked up where, on which terms. */
    record Asked(
            int quantity, @Nullable String tier, @Nullable UnitId store, Terms terms) {}

    /** Whether it was won, and so costs no money; the price that was shown, if it was stated; what was paid. */
    record Terms(boolean won, @Nullable RedemptionPrice shown, List<Redeem.Tender> paid) {}

    /** A reward as it stands in the group's turn. */
    record OnOffer(RewardDetails details, RewardView.State state, long available) {}

    /** What the member has of this reward already, and how many orders of today. */
    record Past(long pieces, int ordersToday) {}

    /** Whether it may be, and at what price. */
    sealed interface Decision {

        /** At this price a piece, for this tier if the tier decided it. */
        record Allowed(
                long unitPoints,
                @Nullable Money unitCash,
                @Nullable String tier) implements Decision {}

        /** Not at all. */
        record Refused(Refusal.Reason reason) implements Decision {}
    }

    static Decision decide(RedemptionPolicy policy, Asked asked, OnOffer reward, Past past, LocalDate today) {
        var refusal = refusal(policy, asked, reward, past, today);
        if (refusal != null) {
            return new Decision.Refused(refusal);
        }
        long price = reward.details.price(asked.tier);
        return new Decision.Allowed(
                price,
                asked.terms.won ? null : reward.details.cash(),
                price == reward.details.points() ? null : asked.tier);
    }

    private static Refusal.@Nullable Reason refusal(
            RedemptionPolicy policy, Asked asked, OnOffer reward, Past past, LocalDate today) {
        var details = reward.details;
        if (reward.state != RewardView.State.ON_SALE || !onItsDays(details, today)) {
            return new MallRefusal.NotOnSale(
                    details.name(), reward.state.code(), details.firstDay(), details.lastDay());
        }
        if (asked.store != null && !details.at(asked.store)) {
            return new MallRefusal.NotAtThisStore(asked.store.value());
        }
        if (policy.ordersPerDay() > 0 && past.ordersToday >= policy.ordersPerDay()) {
            return new MallRefusal.DailyLimit(policy.ordersPerDay());
        }
        var limit = details.limitPerMember();
        if (limit != null && past.pieces + asked.quantity > limit) {
            return new MallRefusal.LimitReached(details.name(), limit, past.pieces, asked.quantity);
        }
        if (reward.available < asked.quantity) {
            return new MallRefusal.SoldOut(details.name(), reward.available, asked.quantity);
        }
        var price = details.price(asked.tier, asked.quantity);
        return Agreement.broken(
                asked.terms.won ? new RedemptionPrice(price.points(), null) : price,
                asked.terms.shown,
                asked.terms.paid);
    }

    private static boolean onItsDays(RewardDetails details, LocalDate today) {
        return (details.firstDay() == null || !today.isBefore(details.firstDay()))
                && (details.lastDay() == null || !today.isAfter(details.lastDay()));
    }
}
