package org.guildhall.mall.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.guildhall.kernel.Explanation;
import org.guildhall.mall.RedemptionPolicy;
import org.guildhall.mall.RedemptionView;
import org.guildhall.policies.InForce;
import org.jspecify.annotations.Nullable;

/**
 * Why a redemption cost what it did, until when it waits, and what became of its points and its money: a pure function of order
 * and rules.
 */
final class RedemptionExplanation {

    private RedemptionExplanation() {}

    static Explanation of(RedemptionView order, InForce<RedemptionPolicy> rules) {
        var parts = new ArrayList<Explanation>();
        parts.add(price(order));
        var cash = order.cash();
        if (cash != null) {
            parts.add(Explanation.of(
                    "mall.cash-price",
                    "unitCash",
                    Objects.requireNonNull(order.unitCash()),
                    "quantity",
                    order.quantity(),
                    "cash",
                    cash));
        }
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
        var parts = new ArrayList<Explanation>();
        parts.add(Explanation.of(code, "points", order.points(), "at", text(at)));
        parts.add(Explanation.of("mall.back-in-lots", "points", order.points()));
        if (order.givenAgain() != 0) {
            parts.add(Explanation.of(
                            "mall.given-again",
                            "points",
                            order.givenAgain(),
                            "days",
                            rules.policy().givenAgainDays())
                    .by(rules.source()));
        }
        var cash = order.cash();
        if (cash != null) {
            parts.add(Explanation.of("mall.cash-back", "cash", cash));
        }
        return parts;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
