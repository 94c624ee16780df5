package org.guildhall.loyalty.earning;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.guildhall.kernel.Explanation;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Points;

/** Tells a calculation in steps a person can follow, in the order in which the figures arose. */
final class EarningExplanation {

    private static final int MOST_LINES = 50;

    private final Calculation calculation;
    private final Explanation.Source tiers;
    private final List<Explanation> steps = new ArrayList<>();

    EarningExplanation(Calculation calculation, Explanation.Source tiers) {
        this.calculation = calculation;
        this.tiers = tiers;
    }

    Explanation tree() {
        rules();
        tier();
        lines();
        rounding();
        caps();
        return Explanation.of(
                        "loyalty.earned",
                        "points",
                        Points.of(calculation.earned.points()),
                        "growth",
                        Points.of(calculation.earned.growth()),
                        "total",
                        money(calculation.basket.total()))
                .by(calculation.rules.inForce().source())
                .with(steps);
    }

    private void rules() {
        for (var rule : calculation.rules.compiled()) {
            var unmet = rule.unmet(calculation.basket, calculation.setting, calculation.rules.exchange());
            if (unmet != null) {
                steps.add(notApplied(rule, kind(unmet)));
                continue;
            }
            long amount = 0;
            boolean any = false;
            for (int slot = 0; slot < calculation.slots(); slot++) {
                if (calculation.chosen(rule, slot)) {
                    any = true;
                    amount += calculation.amount(slot);
                }
            }
            steps.add(any ? applied(rule, amount) : notApplied(rule, "lines"));
        }
    }

    private Explanation applied(CompiledRule rule, long amount) {
        var code = rule.rule().called();
        return switch (rule.rule().effect()) {
            case Effect.PointsPerMoney(var perUnit) -> perMoney("loyalty.earned.base", "points", rule, amount, perUnit);
            case Effect.GrowthPerMoney(var perUnit) ->
                perMoney("loyalty.earned.growth", "growth", rule, amount, perUnit);
            case Effect.Multiplier(var factor) ->
                Explanation.of(
                        "loyalty.earned.multiplier",
                        "rule",
                        code,
                        "amount",
                        money(amount),
                        "factor",
                        factor,
                        "stacking",
                        calculation.rules.policy().stacking().name());
            case Effect.FixedPoints(long points) ->
                Explanation.of("loyalty.earned.fixed", "rule", code, "points", Points.of(points));
        };
    }

    private Explanation perMoney(String clause, String asset, CompiledRule rule, long amount, BigDecimal perUnit) {
        return Explanation.of(
                clause,
                "rule",
                rule.rule().called(),
                "amount",
                money(amount),
                "perUnit",
                perUnit,
                asset,
                plain(value(amount).multiply(perUnit)));
    }

    private static Explanation notApplied(CompiledRule rule, String condition) {
        return Explanation.of("loyalty.earned.not-applied", "rule", rule.rule().called(), "condition", condition);
    }

    private void tier() {
        var setting = calculation.setting;
        if (setting.tierMultiplier().compareTo(BigDecimal.ONE) != 0) {
            steps.add(Explanation.of(
                            "loyalty.earned.tier-multiplier",
                            "tier",
                            setting.tier(),
                            "factor",
                            setting.tierMultiplier(),
                            "stacking",
                            calculation.rules.policy().stacking().name())
                    .by(tiers));
        }
    }

    private void lines() {
        if (calculation.slots() == 1) {
            return;
        }
        for (int slot = 0; slot < Math.min(MOST_LINES, calculation.slots()); slot++) {
            var line = calculation.basket.lines().get(slot);
            long amount = calculation.amount(slot);
            steps.add(Explanation.of(
                    "loyalty.earned.line",
                    "line",
                    slot + 1,
                    "product",
                    line.product() == null ? "" : line.product(),
                    "category",
                    line.category() == null ? "" : line.category(),
                    "amount",
                    money(amount),
                    "perUnit",
                    calculation.pointsPerUnit[slot],
                    "multiplier",
                    plain(calculation.multiplier[slot]),
                    "points",
                    plain(calculation.pointsOf(slot, value(amount)))));
        }
    }

    private void rounding() {
        var exact = plain(calculation.exactPoints);
        if (exact.compareTo(BigDecimal.valueOf(calculation.rounded)) != 0) {
            steps.add(Explanation.of(
                    "loyalty.earned.rounded",
                    "exact",
                    exact,
                    "points",
                    Points.of(calculation.rounded),
                    "rounding",
                    calculation.rules.policy().rounding().name()));
        }
    }

    private void caps() {
        long before = Math.min(Calculation.LIMIT, calculation.rounded + calculation.fixed);
        long after = calculation.earned.points();
        if (after >= before) {
            return;
        }
        var room = calculation.setting.room();
        var caps = calculation.rules.policy().caps();
        String which = "purchase";
        Long limit = caps.perPurchase();
        if (room.day() == after) {
            which = "day";
            limit = caps.perDay();
        } else if (room.month() == after) {
            which = "month";
            limit = caps.perMonth();
        }
        steps.add(Explanation.of(
                "loyalty.earned.capped",
                "cap",
                which,
                "limit",
                Points.of(limit == null ? Calculation.LIMIT : limit),
                "before",
                Points.of(before),
                "points",
                Points.of(after)));
    }

    private BigDecimal value(long amount) {
        return calculation.rules.exchange().value(amount, calculation.basket.currency());
    }

    private Money money(long minor) {
        return new Money(minor, calculation.basket.currency());
    }

    private static BigDecimal plain(BigDecimal exact) {
        return exact.signum() == 0
                ? BigDecimal.ZERO
                : exact.stripTrailingZeros()
                        .setScale(Math.max(0, exact.stripTrailingZeros().scale()));
    }

    private static String kind(Condition condition) {
        return switch (condition) {
            case Condition.AmountBetween ignored -> "amount";
            case Condition.CategoryIn ignored -> "category";
            case Condition.ProductIn ignored -> "product";
            case Condition.StoreIn ignored -> "store";
            case Condition.OnWeekdays ignored -> "weekday";
            case Condition.Dates ignored -> "dates";
            case Condition.BirthdayMonth ignored -> "birthday-month";
            case Condition.FirstPurchase ignored -> "first-purchase";
            case Condition.TierIn ignored -> "tier";
        };
    }
}
