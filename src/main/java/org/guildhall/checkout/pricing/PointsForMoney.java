package org.guildhall.checkout.pricing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.guildhall.checkout.CheckoutPolicy.Deduction;
import org.guildhall.checkout.CheckoutPolicy.PointsAsMoney;
import org.guildhall.kernel.Explanation;

/** Lets points count as money: as many as are wanted, there, in steps, above the least, and within their share of what is left. */
record PointsForMoney() implements Deducting {

    private static final int PERCENT = 2;

    @Override
    public Taken take(Till till) {
        var rules = till.policy().points();
        var customer = till.customer();
        if (!customer.known()) {
            return nothing(till, Taken.Most.NOTHING, till.say("no-member-no-points"));
        }
        if (!rules.allowed()) {
            return nothing(till, Taken.Most.NOTHING, till.say("points-off"));
        }
        var rooms = rooms(till, rules);
        long limit = limit(rules, Shares.sum(rooms));
        long possible = possible(rules, limit, Long.MAX_VALUE);
        long could = Math.min(possible, possible(rules, limit, customer.points()));
        var most = new Taken.Most(worth(rules, could), could);
        if (could == 0) {
            return nothing(till, most, tooFew(till, rules, limit));
        }
        if (customer.wantedPoints() == 0) {
            return nothing(
                    till,
                    most,
                    till.say("points-not-asked", "points", could, "amount", till.money(most.amount()))
                            .with(terms(till, rules, limit)));
        }
        long used = possible(rules, limit, Math.min(customer.points(), customer.wantedPoints()));
        return used == 0
                ? nothing(till, most, tooFew(till, rules, limit))
                : taken(till, rooms, new Use(used, most, limit));
    }

    private record Use(long points, Taken.Most most, long limit) {}

    private static Taken taken(Till till, long[] rooms, Use use) {
        var rules = till.policy().points();
        long amount = worth(rules, use.points);
        var shares = Shares.inProportion(amount, rooms);
        var parts = new ArrayList<>(terms(till, rules, use.limit));
        if (use.points < till.customer().wantedPoints()) {
            parts.add(till.say("points-cut", "wanted", till.customer().wantedPoints(), "points", use.points));
        }
        for (int i = 0; i < shares.length; i++) {
            var item = till.items().get(i);
            parts.add(till.line(rooms[i] == 0 ? "line-without-points" : "line-points", item, shares[i]));
        }
        var why = till.say("points-used", "points", use.points, "amount", till.money(amount))
                .with(parts);
        return new Taken(Deduction.POINTS_AS_MONEY, Taken.shares(shares), use.points, use.most, why);
    }

    private static Explanation tooFew(Till till, PointsAsMoney rules, long limit) {
        return till.say(
                        "points-too-few",
                        "points",
                        till.customer().points(),
                        "least",
                        rules.least(),
                        "step",
                        rules.step())
                .with(terms(till, rules, limit));
    }

    private static List<Explanation> terms(Till till, PointsAsMoney rules, long limit) {
        return List.of(
                till.say("points-rate", "per", rules.per(), "worth", rules.worth()),
                till.say("points-step", "least", rules.least(), "step", rules.step()),
                till.say("points-share", "percent", rules.mostShare(), "amount", till.money(limit)),
                till.say("points-available", "points", till.customer().points()));
    }

    /** What points may pay for, line by line. */
    private static long[] rooms(Till till, PointsAsMoney rules) {
        var rooms = till.rooms();
        for (int i = 0; i < rooms.length; i++) {
            var category = till.items().get(i).category();
            if (category != null && rules.withoutPoints().contains(category)) {
                rooms[i] = 0;
            }
        }
        return rooms;
    }

    private static long limit(PointsAsMoney rules, long room) {
        return BigDecimal.valueOf(room)
                .multiply(rules.mostShare())
                .movePointLeft(PERCENT)
                .setScale(0, RoundingMode.DOWN)
                .longValueExact();
    }

    /** The most points within a limit of money and a number of points: a multiple of the step, at least the least, or none. */
    private static long possible(PointsAsMoney rules, long limit, long points) {
        long byMoney = Shares.down(limit, rules.per(), rules.worth().minor());
        long most = Math.min(byMoney, points);
        long stepped = most - most % rules.step();
        return stepped < rules.least() || worth(rules, stepped) == 0 ? 0 : stepped;
    }

    private static long worth(PointsAsMoney rules, long points) {
        return Shares.down(points, rules.worth().minor(), rules.per());
    }

    private static Taken nothing(Till till, Taken.Most most, Explanation why) {
        return Taken.nothing(Deduction.POINTS_AS_MONEY, till, most, why);
    }
}
