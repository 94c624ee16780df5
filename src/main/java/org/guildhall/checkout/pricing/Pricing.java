package org.guildhall.checkout.pricing;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.guildhall.checkout.CheckoutPolicy;
import org.guildhall.checkout.CheckoutPolicy.Deduction;
import org.guildhall.kernel.Explanation;
import org.guildhall.policies.InForce;

/** Prices a basket: each deduction takes from what the ones before it left, in the order the rules state. */
public final class Pricing {

    private Pricing() {}

    /** The price under these rules; a pure function. */
    public static Priced of(InForce<CheckoutPolicy> rules, Customer customer, Currency currency, List<Item> items) {
        var till = new Till(
                rules,
                customer,
                currency,
                items,
                items.stream().map(Item::amount).toList());
        var taken = new ArrayList<Taken>();
        for (var kind : rules.policy().order()) {
            var one = deducting(kind).take(till);
            till = till.less(one.shares());
            taken.add(one);
        }
        if (!rules.policy().order().contains(Deduction.COUPON)) {
            taken.add(Taken.nothing(Deduction.COUPON, till, Taken.Most.NOTHING, till.say("coupons-off")));
        }
        return new Priced(lines(items, taken), taken, till.due(), why(till, taken));
    }

    private static Deducting deducting(Deduction kind) {
        return switch (kind) {
            case TIER_DISCOUNT -> new TierDiscounts();
            case COUPON -> new CouponsShown();
            case POINTS_AS_MONEY -> new PointsForMoney();
            case STORED_VALUE -> new StoredValueFirst();
        };
    }

    private static List<Priced.Line> lines(List<Item> items, List<Taken> taken) {
        var lines = new ArrayList<Priced.Line>();
        for (int i = 0; i < items.size(); i++) {
            long discount = share(taken, Deduction.TIER_DISCOUNT, i);
            long coupon = share(taken, Deduction.COUPON, i);
            long points = share(taken, Deduction.POINTS_AS_MONEY, i);
            lines.add(new Priced.Line(
                    items.get(i), discount, coupon, points, items.get(i).amount() - discount - coupon - points));
        }
        return lines;
    }

    private static long share(List<Taken> taken, Deduction kind, int line) {
        return taken.stream()
                .filter(one -> one.kind() == kind)
                .mapToLong(one -> one.shares().get(line))
                .sum();
    }

    private static Explanation why(Till till, List<Taken> taken) {
        long total = till.items().stream().mapToLong(Item::amount).sum();
        return till.say("priced", "total", till.money(total), "due", till.money(till.due()))
                .with(taken.stream().map(Taken::why).toList());
    }
}
