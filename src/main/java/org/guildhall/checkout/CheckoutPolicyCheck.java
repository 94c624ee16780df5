package org.guildhall.checkout;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.guildhall.checkout.CheckoutPolicy.Deduction;
import org.guildhall.kernel.Refusal;

/** What the fields of checkout rules cannot say each for itself. */
final class CheckoutPolicyCheck {

    /** What a shop may do without altogether. */
    private static final Set<Deduction> OPTIONAL = EnumSet.of(Deduction.COUPON, Deduction.BENEFIT);

    private CheckoutPolicyCheck() {}

    static List<Refusal.Field> broken(CheckoutPolicy policy) {
        var broken = new ArrayList<Refusal.Field>();
        var seen = new HashSet<Deduction>();
        for (int i = 0; i < policy.order().size(); i++) {
            if (!seen.add(policy.order().get(i))) {
                broken.add(new Refusal.Field("order[" + i + "]", policy.order().get(i), "unique"));
            }
        }
        for (var kind : Deduction.values()) {
            if (!OPTIONAL.contains(kind) && !seen.contains(kind)) {
                broken.add(new Refusal.Field("order", kind, "missing"));
            }
        }
        var tiers = new HashSet<String>();
        for (int i = 0; i < policy.discounts().size(); i++) {
            if (!tiers.add(policy.discounts().get(i).tier())) {
                broken.add(new Refusal.Field(
                        "discounts[" + i + "].tier", policy.discounts().get(i).tier(), "unique"));
            }
        }
        if (policy.points().worth().minor() <= 0) {
            broken.add(new Refusal.Field("points.worth", policy.points().worth().decimal(), "positive"));
        }
        var most = policy.mostPerSale();
        if (most.minor() <= 0) {
            broken.add(new Refusal.Field("mostPerSale", most.decimal(), "positive"));
        }
        if (!most.currency().equals(policy.points().worth().currency())) {
            broken.add(new Refusal.Field("mostPerSale", most.currency().getCurrencyCode(), "same-currency"));
        }
        return broken;
    }
}
