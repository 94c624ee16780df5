package org.guildhall.checkout.pricing;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.guildhall.checkout.CheckoutPolicy;
import org.guildhall.checkout.CheckoutPolicy.Deduction;
import org.guildhall.checkout.CheckoutPolicy.TierAndBenefit;
import org.guildhall.kernel.Explanation;
import org.guildhall.policies.InForce;
import org.jspecify.annotations.Nullable;

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
        boolean either = rules.policy().tierAndBenefit() == TierAndBenefit.BETTER
                && !customer.discounts().isEmpty();
        return either ? theBetter(till) : inOrder(till, null);
    }

    /** Only the tier's discount or only the benefit's, whichever takes more off by itself. */
    private static Priced theBetter(Till till) {
        var offered = inOrder(till, without(till, Deduction.TIER_DISCOUNT)).of(Deduction.BENEFIT);
        long benefit = offered.amount();
        long tier = inOrder(till, without(till, Deduction.BENEFIT))
                .of(Deduction.TIER_DISCOUNT)
                .amount();
        if (tier == 0 || benefit == 0) {
            return inOrder(till, null);
        }
        var what = benefit > tier ? "tier-gives-way" : "benefit-gives-way";
        var why = till.say(what, "tier", till.money(tier), "benefit", till.money(benefit));
        var gone = benefit > tier
                ? Taken.nothing(Deduction.TIER_DISCOUNT, till, new Taken.Most(tier, 0), why)
                : offered.givingWay(why);
        return inOrder(till, gone);
    }

    private static Taken without(Till till, Deduction kind) {
        return Taken.nothing(kind, till, Taken.Most.NOTHING, till.say("priced"));
    }

    /** In the order of the rules; {@code instead} says what becomes of one deduction, if it is not to be asked. */
    private static Priced inOrder(Till whole, @Nullable Taken instead) {
        var till = whole;
        var taken = new ArrayList<Taken>();
        for (var kind : whole.policy().order()) {
            var one = instead != null && instead.kind() == kind
                    ? instead
                    : deducting(kind).take(till);
            till = till.less(one.shares());
            taken.add(one);
        }
        for (var kind : List.of(Deduction.BENEFIT, Deduction.COUPON)) {
            if (!whole.policy().order().contains(kind)) {
                var off = till.say(kind == Deduction.COUPON ? "coupons-off" : "benefits-off");
                taken.add(Taken.nothing(kind, till, Taken.Most.NOTHING, off));
            }
        }
        return new Priced(lines(whole.items(), taken), taken, till.due(), why(till, taken));
    }

    private static Deducting deducting(Deduction kind) {
        return switch (kind) {
            case TIER_DISCOUNT -> new TierDiscounts();
            case BENEFIT -> new BenefitDiscounts();
            case COUPON -> new CouponsShown();
            case POINTS_AS_MONEY -> new PointsForMoney();
            case STORED_VALUE -> new StoredValueFirst();
        };
    }

    private static List<Priced.Line> lines(List<Item> items, List<Taken> taken) {
        var lines = new ArrayList<Priced.Line>();
        for (int i = 0; i < items.size(); i++) {
            long discount = share(taken, Deduction.TIER_DISCOUNT, i);
            long benefit = share(taken, Deduction.BENEFIT, i);
            long coupon = share(taken, Deduction.COUPON, i);
            long points = share(taken, Deduction.POINTS_AS_MONEY, i);
            var item = items.get(i);
            long paid = item.amount() - discount - benefit - coupon - points;
            lines.add(new Priced.Line(item, discount, benefit, coupon, points, paid));
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
