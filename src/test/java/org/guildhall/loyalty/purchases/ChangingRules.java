package org.guildhall.loyalty.purchases;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.List;
import org.guildhall.kernel.Money;
import org.guildhall.ledger.Shortage;
import org.guildhall.loyalty.earning.Caps;
import org.guildhall.loyalty.earning.Condition;
import org.guildhall.loyalty.earning.CurrencyRate;
import org.guildhall.loyalty.earning.EarningPolicy;
import org.guildhall.loyalty.earning.EarningRule;
import org.guildhall.loyalty.earning.Effect;
import org.guildhall.loyalty.earning.Rounding;
import org.guildhall.loyalty.earning.Stacking;
import org.guildhall.loyalty.expiry.ExpiryPolicy;
import org.guildhall.loyalty.returns.ReturnsPolicy;
import org.guildhall.loyalty.tiers.TiersPolicy;
import org.jspecify.annotations.Nullable;

/** The versions that a company with restless rules publishes, by the fortnight in which it does. */
public record ChangingRules(String kind, Record policy, int daysAhead) {

    /** Fortnights in which something is published. */
    public static final List<Integer> TICKS = List.of(3, 10, 18, 22, 30, 36, 45, 50, 58);

    /**
     * The fortnight of the last publication. Nothing happens after it that would replay a member anyway: what was bought that
     * morning earns by the new rule only if the publication itself is carried out.
     */
    static final int LAST = 70;

    private static final EarningRule BASE = points("base-points", "1");
    private static final EarningRule GROWTH =
            new EarningRule("base-growth", null, List.of(), new Effect.GrowthPerMoney(BigDecimal.ONE));
    private static final EarningRule BIRTHDAY = times("birthday", "3", new Condition.BirthdayMonth());
    private static final EarningRule FIRST =
            new EarningRule("first", null, List.of(new Condition.FirstPurchase()), new Effect.FixedPoints(200));

    public static @Nullable ChangingRules of(int tick) {
        return switch (tick) {
            case 3 ->
                earning(
                        Stacking.BEST,
                        Rounding.HALF_UP,
                        new Caps(null, 3_000L, null),
                        20,
                        BASE,
                        GROWTH,
                        BIRTHDAY,
                        FIRST,
                        times("tea", "2", new Condition.CategoryIn(List.of("c1"))));
            case 10 ->
                tiers(
                        TiersPolicy.Measure.GROWTH,
                        new TiersPolicy.Window.RollingMonths(6),
                        new TiersPolicy.Validity.Months(6),
                        TiersPolicy.Review.ONE_DOWN,
                        TiersPolicy.Introduction.AT_ONCE,
                        new Ladder(0, 30, 1_500, 5_000));
            case 18 -> expiry(new ExpiryPolicy.Validity.Term(9));
            case 22 ->
                earning(
                        Stacking.MULTIPLY,
                        Rounding.DOWN,
                        new Caps(4_000L, null, 5_000L),
                        10,
                        points("base-points", "1.5"),
                        GROWTH,
                        BIRTHDAY,
                        FIRST,
                        times("golden", "1.3", new Condition.TierIn(List.of("gold", "diamond"))));
            case 30 ->
                new ChangingRules(
                        ReturnsPolicy.KIND.code(),
                        new ReturnsPolicy(Shortage.LOSS, false, ReturnsPolicy.TierAfterReturn.KEPT_UNTIL_REVIEW),
                        0);
            case 36 ->
                tiers(
                        TiersPolicy.Measure.SPEND,
                        new TiersPolicy.Window.CalendarYear(),
                        new TiersPolicy.Validity.YearEnd(0),
                        TiersPolicy.Review.RECOMPUTE,
                        TiersPolicy.Introduction.AT_REVIEW,
                        new Ladder(20, 0, 200_000, 800_000));
            case 45 -> expiry(new ExpiryPolicy.Validity.Rolling(6));
            case 50 ->
                earning(
                        Stacking.MULTIPLY,
                        Rounding.DOWN,
                        Caps.NONE,
                        0,
                        BASE,
                        GROWTH,
                        BIRTHDAY,
                        new EarningRule(
                                "large",
                                null,
                                List.of(new Condition.AmountBetween(Money.cny(100_000), null)),
                                new Effect.FixedPoints(500)),
                        times("weekend", "2", new Condition.OnWeekdays(List.of(DayOfWeek.SATURDAY, DayOfWeek.MONDAY))));
            case 58 -> new ChangingRules(ReturnsPolicy.KIND.code(), ReturnsPolicy.DEFAULT, 0);
            case LAST -> earning(Stacking.BEST, Rounding.DOWN, Caps.NONE, 0, points("base-points", "7"), GROWTH);
            default -> null;
        };
    }

    private static EarningRule points(String code, String perUnit) {
        return new EarningRule(code, null, List.of(), new Effect.PointsPerMoney(new BigDecimal(perUnit)));
    }

    private static EarningRule times(String code, String factor, Condition when) {
        return new EarningRule(code, null, List.of(when), new Effect.Multiplier(new BigDecimal(factor)));
    }

    private static ChangingRules earning(
            Stacking stacking, Rounding rounding, Caps caps, int daysAhead, EarningRule... rules) {
        var yuan = List.of(new CurrencyRate("CNY", BigDecimal.ONE));
        return new ChangingRules(
                EarningPolicy.KIND.code(),
                new EarningPolicy(List.of(rules), stacking, rounding, caps, yuan),
                daysAhead);
    }

    private static ChangingRules expiry(ExpiryPolicy.Validity validity) {
        return new ChangingRules(ExpiryPolicy.KIND.code(), new ExpiryPolicy(validity), 0);
    }

    /** From when, with how many days of grace, and the thresholds of silver and gold. */
    private record Ladder(int daysAhead, int graceDays, long silver, long gold) {}

    private static ChangingRules tiers(
            TiersPolicy.Measure measure,
            TiersPolicy.Window window,
            TiersPolicy.Validity validity,
            TiersPolicy.Review review,
            TiersPolicy.Introduction introduction,
            Ladder ladder) {
        var rungs = List.of(
                new TiersPolicy.Tier("regular", "普通", 0, BigDecimal.ONE),
                new TiersPolicy.Tier("silver", "银", ladder.silver(), new BigDecimal("1.2")),
                new TiersPolicy.Tier("gold", "金", ladder.gold(), new BigDecimal("1.5")),
                new TiersPolicy.Tier("diamond", "钻石", ladder.gold() * 4, new BigDecimal("2")));
        return new ChangingRules(
                TiersPolicy.KIND.code(),
                new TiersPolicy(rungs, measure, window, validity, review, ladder.graceDays(), introduction),
                ladder.daysAhead());
    }
}
