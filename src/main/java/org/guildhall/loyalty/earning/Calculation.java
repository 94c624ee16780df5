package org.guildhall.loyalty.earning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.guildhall.loyalty.LineFact;

/** One application of the rules to a basket, with every intermediate figure; the explanation reads the same object. */
final class Calculation {

    /** More than this no single purchase earns, whatever the rules say; keeps sums of a member's life within a long. */
    static final long LIMIT = 1_000_000_000_000L;

    final EarningRules rules;
    final Basket basket;
    final Setting setting;
    final BigDecimal[] pointsPerUnit;
    final BigDecimal[] multiplier;
    final BigDecimal[] growthPerUnit;
    BigDecimal exactPoints = BigDecimal.ZERO;
    BigDecimal exactGrowth = BigDecimal.ZERO;
    long rounded;
    long fixed;
    Earned earned = Earned.NOTHING;

    private Calculation(EarningRules rules, Basket basket, Setting setting) {
        this.rules = rules;
        this.basket = basket;
        this.setting = setting;
        int slots = rules.byLine() && !basket.lines().isEmpty() ? basket.lines().size() : 1;
        pointsPerUnit = filled(slots, BigDecimal.ZERO);
        multiplier = filled(slots, setting.tierMultiplier());
        growthPerUnit = filled(slots, BigDecimal.ZERO);
    }

    static Calculation of(EarningRules rules, Basket basket, Setting setting) {
        var calculation = new Calculation(rules, basket, setting);
        for (var rule : rules.compiled()) {
            if (rule.unmet(basket, setting, rules.exchange()) == null) {
                calculation.apply(rule);
            }
        }
        calculation.sum();
        return calculation;
    }

    /** The number of slots: one per line where any rule chooses lines, else one for the whole purchase. */
    int slots() {
        return pointsPerUnit.length;
    }

    long amount(int slot) {
        return slots() == 1 ? basket.total() : basket.left(slot);
    }

    boolean chosen(CompiledRule rule, int slot) {
        if (!rule.choosesLines()) {
            return true;
        }
        if (basket.lines().isEmpty()) {
            return false;
        }
        LineFact line = basket.lines().get(slot);
        return !basket.isGone(slot) && rule.chooses(line);
    }

    private void apply(CompiledRule rule) {
        boolean any = false;
        for (int slot = 0; slot < slots(); slot++) {
            if (!chosen(rule, slot)) {
                continue;
            }
            any = true;
            switch (rule.rule().effect()) {
                case Effect.PointsPerMoney(var perUnit) -> pointsPerUnit[slot] = pointsPerUnit[slot].add(perUnit);
                case Effect.GrowthPerMoney(var perUnit) -> growthPerUnit[slot] = growthPerUnit[slot].add(perUnit);
                case Effect.Multiplier(var factor) -> multiplier[slot] = stacked(multiplier[slot], factor);
                case Effect.FixedPoints ignored -> {}
            }
        }
        if (any && rule.rule().effect() instanceof Effect.FixedPoints(long points)) {
            fixed = Math.addExact(fixed, points);
        }
    }

    private BigDecimal stacked(BigDecimal known, BigDecimal further) {
        return switch (rules.policy().stacking()) {
            case MULTIPLY -> known.multiply(further);
            case BEST -> known.max(further);
        };
    }

    private void sum() {
        for (int slot = 0; slot < slots(); slot++) {
            var value = rules.exchange().value(amount(slot), basket.currency());
            exactPoints = exactPoints.add(pointsOf(slot, value));
            exactGrowth = exactGrowth.add(value.multiply(growthPerUnit[slot]));
        }
        var mode = rules.policy().rounding().mode();
        rounded = whole(exactPoints, mode);
        long points = Math.min(Math.min(LIMIT, rounded + fixed), setting.room().least());
        earned = new Earned(Math.max(0, points), whole(exactGrowth, mode));
    }

    BigDecimal pointsOf(int slot, BigDecimal value) {
        return value.multiply(pointsPerUnit[slot]).multiply(multiplier[slot]);
    }

    private static long whole(BigDecimal exact, RoundingMode mode) {
        return exact.setScale(0, mode).min(BigDecimal.valueOf(LIMIT)).longValueExact();
    }

    private static BigDecimal[] filled(int slots, BigDecimal value) {
        var array = new BigDecimal[slots];
        java.util.Arrays.fill(array, value);
        return array;
    }
}
