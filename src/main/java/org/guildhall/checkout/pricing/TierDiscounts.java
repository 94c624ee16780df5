package org.guildhall.checkout.pricing;

import java.util.ArrayList;
import org.guildhall.checkout.CheckoutPolicy;
import org.guildhall.checkout.CheckoutPolicy.Deduction;
import org.guildhall.kernel.Explanation;

/** Takes the tier's percentage off every line whose category is not left out. */
record TierDiscounts() implements Deducting {

    @Override
    public Taken take(Till till) {
        if (!till.customer().known()) {
            return nothing(till, till.say("no-member-no-discount"));
        }
        var tier = till.customer().tier();
        var found = till.policy().discounts().stream()
                .filter(discount -> discount.tier().equals(tier))
                .findFirst();
        if (found.isEmpty()) {
            return nothing(till, till.say("tier-without-discount", "tier", tier == null ? "" : tier));
        }
        return take(till, found.get());
    }

    private static Taken take(Till till, CheckoutPolicy.TierDiscount discount) {
        var shares = new long[till.items().size()];
        var lines = new ArrayList<Explanation>();
        for (int i = 0; i < shares.length; i++) {
            var item = till.items().get(i);
            if (item.category() != null && till.policy().withoutDiscount().contains(item.category())) {
                lines.add(till.line("line-without-discount", item, 0));
            } else {
                shares[i] =
                        Math.min(till.left().get(i), till.percentOf(till.left().get(i), discount.percent()));
                lines.add(till.line("line-discounted", item, shares[i]));
            }
        }
        long sum = Shares.sum(shares);
        var why = till.say(
                        sum == 0 ? "nothing-discounted" : "tier-discount",
                        "tier",
                        discount.tier(),
                        "percent",
                        discount.percent(),
                        "amount",
                        till.money(sum))
                .with(lines);
        return new Taken(Deduction.TIER_DISCOUNT, Taken.shares(shares), 0, new Taken.Most(sum, 0), why);
    }

    private static Taken nothing(Till till, Explanation why) {
        return Taken.nothing(Deduction.TIER_DISCOUNT, till, Taken.Most.NOTHING, why);
    }
}
