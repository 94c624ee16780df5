package org.guildhall.mall.orders;

import java.util.ArrayList;
import java.util.List;
import org.guildhall.kernel.Explanation;
import org.guildhall.mall.RedemptionPolicy;
import org.guildhall.mall.RedemptionView;
import org.guildhall.policies.InForce;
import org.jspecify.annotations.Nullable;

/** Why a redemption cost what it did, until when it waits, and what became of its points: a pure function of order and rules. */
final class RedemptionExplanation {

    private RedemptionExplanation() {}

    static Explanation of(RedemptionView order, InForce<RedemptionPolicy> rules) {
        var parts = new ArrayList<Explanation>();
        parts.add(price(order));
        parts.add(Explanation.of(
                        "mall.waits",
                        "days",
                        rules.policy().daysToPickUp(),
                        "until",
                        order.pickUpBy().toString())
                .by(rules.source()));
        parts.addAll(outcome(order, rules));
        return Explanation.of(
                        "mall.redemption",
                        "reward",
                        order.reward().name(),
                        "quantity",
                        order.quantity(),
                        "points",
                        order.points())
                .by(rules.source())
                .with(parts);
    }

    private static Explanation price(RedemptionView order) {
        return order.tier() == null
                ? Explanation.of("mall.list-price", "unitPoints", order.unitPoints(), "quantity", order.quantity())
                : Explanation.of(
                        "mall.tier-price",
                        "tier",
                        order.tier(),
                        "unitPoints",
                        order.unitPoints(),
                        "quantity",
                        order.quantity());
    }

    private static List<Explanation> outcome(RedemptionView order, InForce<RedemptionPolicy> rules) {
        return switch (order.state()) {
            case WAITING -> List.of(Explanation.of("mall.held", "points", order.points()));
            case FULFILLED ->
                List.of(
                        Explanation.of("mall.spent", "points", order.points(), "at", text(order.closedAt())),
                        Explanation.of("mall.returnable", "days", rules.policy().returnDays())
                                .by(rules.source()));
            case CANCELLED -> back("mall.cancelled", order, rules);
            case EXPIRED -> back("mall.given-up", order, rules);
            case RETURNED -> back("mall.taken-back", order, rules);
        };
    }

    private static List<Explanation> back(String code, RedemptionView order, InForce<RedemptionPolicy> rules) {
        var at = order.returnedAt() == null ? order.closedAt() : order.returnedAt();
        var back = Explanation.of(code, "points", order.points(), "at", text(at));
        if (order.givenAgain() == 0) {
            return List.of(back, Explanation.of("mall.back-in-lots", "points", order.points()));
        }
        return List.of(
                back,
                Explanation.of("mall.back-in-lots", "points", order.points()),
                Explanation.of(
                                "mall.given-again",
                                "points",
                                order.givenAgain(),
                                "days",
                                rules.policy().givenAgainDays())
                        .by(rules.source()));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
