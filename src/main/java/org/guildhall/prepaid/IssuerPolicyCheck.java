package org.guildhall.prepaid;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Refusal;

/** What the fields of the issuer's rules cannot say each for itself. */
final class IssuerPolicyCheck {

    /** Ten trillion: more than anybody earns, and far below what cannot be counted. */
    private static final long MOST = 1_000_000_000_000_000L;

    private static final Currency BASE = Money.cny(0).currency();

    private final List<Refusal.Field> broken = new ArrayList<>();

    private IssuerPolicyCheck() {}

    static List<Refusal.Field> broken(IssuerPolicy policy) {
        var check = new IssuerPolicyCheck();
        check.classes(policy);
        check.incomes(policy);
        check.endings(policy);
        check.transfers(policy.byTransfer());
        return check.broken;
    }

    /** Each class once, the company's own among them. */
    private void classes(IssuerPolicy policy) {
        var seen = EnumSet.noneOf(IssuerPolicy.IssuerClass.class);
        for (int i = 0; i < policy.classes().size(); i++) {
            var issuer = policy.classes().get(i).issuer();
            if (!seen.add(issuer)) {
                breaks("classes[" + i + "].issuer", issuer, "duplicate");
            }
        }
        if (!seen.contains(policy.issuer())) {
            breaks("issuer", policy.issuer(), "class-with-rule");
        }
    }

    private void incomes(IssuerPolicy policy) {
        LocalDate former = null;
        for (int i = 0; i < policy.incomes().size(); i++) {
            var income = policy.incomes().get(i);
            var at = "incomes[" + i + "].";
            positive(at + "amount", income.amount());
            if (former != null && !income.yearEnd().isAfter(former)) {
                breaks(at + "yearEnd", income.yearEnd(), "rising");
            }
            former = income.yearEnd();
        }
    }

    private void endings(IssuerPolicy policy) {
        for (int i = 0; i < policy.endings().size(); i++) {
            var ending = policy.endings().get(i);
            if (ending.endsOn().isBefore(ending.announcedOn().plusDays(policy.noticeDays()))) {
                breaks("endings[" + i + "].endsOn", ending.endsOn(), "after-the-notice");
            }
        }
    }

    private void transfers(IssuerPolicy.ByTransfer from) {
        positive("byTransfer.organisation", from.organisation());
        positive("byTransfer.person", from.person());
    }

    private void positive(String field, Money amount) {
        if (!amount.currency().equals(BASE)) {
            breaks(field, amount.currency(), "in-the-base-currency");
        } else if (amount.minor() < 1) {
            breaks(field, amount.decimal(), "positive");
        } else if (amount.minor() > MOST) {
            breaks(field, amount.decimal(), "within-limit");
        }
    }

    private void breaks(String field, Object value, String rule) {
        broken.add(new Refusal.Field(field, value, rule));
    }
}
