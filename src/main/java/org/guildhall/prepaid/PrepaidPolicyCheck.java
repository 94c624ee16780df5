package org.guildhall.prepaid;

import java.util.ArrayList;
import java.util.List;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Refusal;

/** What the fields of stored-value rules cannot say each for itself. */
final class PrepaidPolicyCheck {

    private final List<Refusal.Field> broken = new ArrayList<>();
    private final PrepaidPolicy policy;

    private PrepaidPolicyCheck(PrepaidPolicy policy) {
        this.policy = policy;
    }

    static List<Refusal.Field> broken(PrepaidPolicy policy) {
        var check = new PrepaidPolicyCheck(policy);
        check.caps();
        check.ladder();
        check.atLeast("refunds.alone", policy.refunds().alone(), 0);
        check.atLeast("transfers.mostAtOnce", policy.transfers().mostAtOnce(), 1);
        check.atLeast("transfers.mostPerDay", policy.transfers().mostPerDay(), 1);
        return check.broken;
    }

    private void caps() {
        atLeast("caps.named", policy.caps().named(), 1);
        atLeast("caps.unnamed", policy.caps().unnamed(), 1);
        if (broken.isEmpty() && policy.caps().unnamed().compareTo(policy.caps().named()) > 0) {
            broken.add(new Refusal.Field("caps.unnamed", policy.caps().unnamed().decimal(), "at-most-named"));
        }
    }

    /** Steps rise, in what is paid and in what it brings. */
    private void ladder() {
        Money former = null;
        Money formerBonus = null;
        for (int i = 0; i < policy.ladder().size(); i++) {
            var step = policy.ladder().get(i);
            var at = "ladder[" + i + "].";
            boolean money = atLeast(at + "from", step.from(), 1) && atLeast(at + "bonus", step.bonus(), 1);
            if (money && former != null && former.compareTo(step.from()) >= 0) {
                broken.add(new Refusal.Field(at + "from", step.from().decimal(), "rising"));
            }
            if (money && formerBonus != null && formerBonus.compareTo(step.bonus()) > 0) {
                broken.add(new Refusal.Field(at + "bonus", step.bonus().decimal(), "rising"));
            }
            former = money ? step.from() : former;
            formerBonus = money ? step.bonus() : formerBonus;
        }
    }

    private boolean atLeast(String field, Money money, long least) {
        if (!money.currency().equals(policy.caps().named().currency())) {
            broken.add(new Refusal.Field(field, money.currency(), "in-the-base-currency"));
            return false;
        }
        if (money.minor() < least) {
            broken.add(new Refusal.Field(field, money.decimal(), least == 0 ? "not-negative" : "positive"));
            return false;
        }
        return true;
    }
}
