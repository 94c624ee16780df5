package org.guildhall.cashback;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Refusal;

/** What the fields of the rates cannot say each for itself. */
final class CashbackPolicyCheck {

    private CashbackPolicyCheck() {}

    static List<Refusal.Field> broken(CashbackPolicy policy) {
        var broken = new ArrayList<Refusal.Field>();
        var base = policy.mostPerMonth();
        check(broken, "leastPurchase", policy.leastPurchase(), base, 0);
        check(broken, "mostPerPurchase", policy.mostPerPurchase(), base, 1);
        check(broken, "mostPerMonth", base, base, 1);
        if (broken.isEmpty() && policy.mostPerPurchase().compareTo(base) > 0) {
            broken.add(new Refusal.Field(
                    "mostPerPurchase", policy.mostPerPurchase().decimal(), "at-most-per-month"));
        }
        var names = new HashSet<String>();
        for (int i = 0; i < policy.rates().size(); i++) {
            var name = policy.rates().get(i).name();
            if (!names.add(name)) {
                broken.add(new Refusal.Field("rates[" + i + "].name", name, "unique"));
            }
        }
        return broken;
    }

    private static void check(List<Refusal.Field> broken, String field, Money money, Money base, long least) {
        if (!money.currency().equals(base.currency())) {
            broken.add(new Refusal.Field(field, money.currency(), "in-the-base-currency"));
        } else if (money.minor() < least) {
            broken.add(new Refusal.Field(field, money.decimal(), least == 0 ? "not-negative" : "positive"));
        }
    }
}
