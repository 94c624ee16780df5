package org.guildhall.benefits;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.guildhall.benefits.BenefitsPolicy.Benefit;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Refusal;

/** What the fields of the catalogue cannot say each for itself. */
final class BenefitsPolicyCheck {

    private static final long MOST_MINOR = 1_000_000_000L;

    private BenefitsPolicyCheck() {}

    static List<Refusal.Field> broken(BenefitsPolicy policy) {
        var broken = new ArrayList<Refusal.Field>();
        var plans = new HashSet<String>();
        for (int i = 0; i < policy.plans().size(); i++) {
            var code = policy.plans().get(i).code();
            if (!plans.add(code)) {
                broken.add(new Refusal.Field("plans[" + i + "].code", code, "unique"));
            }
        }
        var codes = new HashSet<String>();
        for (int i = 0; i < policy.benefits().size(); i++) {
            var benefit = policy.benefits().get(i);
            var field = "benefits[" + i + "].";
            if (!codes.add(benefit.code())) {
                broken.add(new Refusal.Field(field + "code", benefit.code(), "unique"));
            }
            for (var plan : benefit.plans()) {
                if (!plans.contains(plan)) {
                    broken.add(new Refusal.Field(field + "plans", plan, "known"));
                }
            }
            check(benefit, field, broken);
        }
        return broken;
    }

    private static void check(Benefit benefit, String field, List<Refusal.Field> broken) {
        var cost = cost(benefit.offer());
        if (cost.minor() < 0 || cost.minor() > MOST_MINOR) {
            var offer = benefit.offer();
            boolean ceiling = offer instanceof Offer.Discount || offer instanceof Offer.PurchaseDiscount;
            var amount = ceiling ? "ceiling" : "cost";
            broken.add(new Refusal.Field(
                    field + "offer." + amount, cost.decimal(), cost.minor() < 0 ? "not-negative" : "within-limit"));
        }
        if (benefit.offer() instanceof Offer.PurchaseDiscount && benefit.needsCode()) {
            broken.add(new Refusal.Field(field + "needsCode", true, "not-at-the-counter"));
        }
        boolean gift = benefit.offer() instanceof Offer.BirthdayGift;
        boolean birthdays =
                benefit.quota() instanceof Quota.Limited(var times, var period) && period == Quota.Period.BIRTHDAY;
        if (gift != birthdays) {
            broken.add(new Refusal.Field(
                    field + "quota", benefit.quota().periodCode(), gift ? "by-birthday" : "not-by-birthday"));
        }
    }

    private static Money cost(Offer offer) {
        return switch (offer) {
            case Offer.Discount discount -> discount.ceiling();
            case Offer.PurchaseDiscount discount -> discount.ceiling();
            case Offer.BirthdayGift gift -> gift.cost();
            case Offer.FreeService service -> service.cost();
            case Offer.Priority priority -> priority.cost();
            case Offer.Lounge lounge -> lounge.cost();
            case Offer.TrainingPlace place -> place.cost();
        };
    }
}
