package org.guildhall.loyalty.earning;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Refusal;

/** What an earning policy must keep beyond the limits of its fields. */
final class EarningChecks {

    private final EarningPolicy policy;
    private final List<Refusal.Field> broken = new ArrayList<>();

    private EarningChecks(EarningPolicy policy) {
        this.policy = policy;
    }

    static List<Refusal.Field> of(EarningPolicy policy) {
        var checks = new EarningChecks(policy);
        checks.currencies();
        checks.rules();
        return checks.broken;
    }

    private void currencies() {
        var seen = new HashSet<String>();
        for (int i = 0; i < policy.currencies().size(); i++) {
            var rate = policy.currencies().get(i);
            var field = "currencies[" + i + "].";
            if (Currency.getAvailableCurrencies().stream()
                    .noneMatch(known -> known.getCurrencyCode().equals(rate.currency()))) {
                broken.add(new Refusal.Field(field + "currency", rate.currency(), "known-currency"));
            } else if (!seen.add(rate.currency())) {
                broken.add(new Refusal.Field(field + "currency", rate.currency(), "unique"));
            }
            if (i == 0 && rate.rate().compareTo(BigDecimal.ONE) != 0) {
                broken.add(new Refusal.Field(field + "rate", rate.rate(), "base-currency-rate-one"));
            }
        }
    }

    private void rules() {
        var codes = new HashSet<String>();
        for (int i = 0; i < policy.rules().size(); i++) {
            var rule = policy.rules().get(i);
            if (!codes.add(rule.code())) {
                broken.add(new Refusal.Field("rules[" + i + "].code", rule.code(), "unique"));
            }
            for (int j = 0; j < rule.when().size(); j++) {
                condition("rules[" + i + "].when[" + j + "].", rule.when().get(j));
            }
        }
    }

    private void condition(String field, Condition condition) {
        switch (condition) {
            case Condition.AmountBetween(var atLeast, var below) -> {
                if (atLeast == null && below == null) {
                    broken.add(new Refusal.Field(field + "atLeast", null, "one-bound-needed"));
                }
                bound(field + "atLeast", atLeast);
                bound(field + "below", below);
                if (atLeast != null
                        && below != null
                        && atLeast.currency().equals(below.currency())
                        && atLeast.minor() >= below.minor()) {
                    broken.add(new Refusal.Field(field + "below", below.decimal(), "above-the-lower-bound"));
                }
            }
            case Condition.Dates(var from, var to) -> {
                if (from == null && to == null) {
                    broken.add(new Refusal.Field(field + "from", null, "one-bound-needed"));
                }
                if (from != null && to != null && from.isAfter(to)) {
                    broken.add(new Refusal.Field(field + "to", to, "not-before-the-first-day"));
                }
            }
            case Condition.CategoryIn ignored -> {}
            case Condition.ProductIn ignored -> {}
            case Condition.StoreIn ignored -> {}
            case Condition.OnWeekdays ignored -> {}
            case Condition.BirthdayMonth ignored -> {}
            case Condition.FirstPurchase ignored -> {}
            case Condition.TierIn ignored -> {}
        }
    }

    private void bound(String field, @org.jspecify.annotations.Nullable Money bound) {
        if (bound == null) {
            return;
        }
        if (!bound.currency()
                .getCurrencyCode()
                .equals(policy.currencies().getFirst().currency())) {
            broken.add(new Refusal.Field(field, bound.currency(), "in-the-base-currency"));
        }
        if (bound.minor() < 0) {
            broken.add(new Refusal.Field(field, bound.decimal(), "not-negative"));
        }
    }
}
