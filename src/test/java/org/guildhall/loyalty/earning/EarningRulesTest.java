package org.guildhall.loyalty.earning;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.guildhall.kernel.Money;
import org.guildhall.loyalty.LineFact;
import org.guildhall.loyalty.replay.Play;
import org.guildhall.loyalty.tiers.TiersPolicy;
import org.junit.jupiter.api.Test;

class EarningRulesTest {

    private static final EarningRule BASE = rule("base", new Effect.PointsPerMoney(BigDecimal.ONE));

    @Test
    void pointsAreRoundedOncePerPurchaseAsThePolicySays() {
        assertThat(points(policy(Rounding.DOWN, BASE), 199)).isEqualTo(1);
        assertThat(points(policy(Rounding.HALF_UP, BASE), 150)).isEqualTo(2);
        assertThat(points(policy(Rounding.HALF_UP, BASE), 149)).isEqualTo(1);
    }

    @Test
    void multipliersMultiplyOrTheBestOneCounts() {
        var twice = rule("twice", new Effect.Multiplier(BigDecimal.TWO));
        var thrice = rule("thrice", new Effect.Multiplier(new BigDecimal("3")));
        assertThat(points(policy(Rounding.DOWN, BASE, twice, thrice), 10_000)).isEqualTo(600);
        var best = new EarningPolicy(
                List.of(BASE, twice, thrice),
                Stacking.BEST,
                Rounding.DOWN,
                Caps.NONE,
                EarningPolicy.DEFAULT.currencies());
        assertThat(points(best, 10_000)).isEqualTo(300);
    }

    @Test
    void aCategoryMultipliesItsOwnLinesOnly() {
        var rule = rule("tea", new Effect.Multiplier(BigDecimal.TWO), new Condition.CategoryIn(List.of("tea")));
        var outcome = new Play()
                .earning(policy(Rounding.DOWN, BASE, rule))
                .tiers(flat())
                .buys("1", "2026-01-05", 3_050, line("tea", 1_025), line("cups", 2_025))
                .until("2026-01-05");
        assertThat(Play.of(outcome, "1").points()).isEqualTo(40);
    }

    @Test
    void fixedBonusesComeAfterMultipliersAndCapsComeLast() {
        var bonus = rule("bonus", new Effect.FixedPoints(50), new Condition.AmountBetween(Money.cny(10_000), null));
        var twice = rule("twice", new Effect.Multiplier(BigDecimal.TWO));
        assertThat(points(policy(Rounding.DOWN, BASE, bonus, twice), 10_000)).isEqualTo(250);
        assertThat(points(policy(Rounding.DOWN, BASE, bonus, twice), 9_999)).isEqualTo(199);
        var small = rule("small", new Effect.FixedPoints(7), new Condition.AmountBetween(null, Money.cny(10_000)));
        assertThat(points(policy(Rounding.DOWN, BASE, small), 9_999)).isEqualTo(106);
        assertThat(points(policy(Rounding.DOWN, BASE, small), 10_000))
                .as("the upper bound is not part of it")
                .isEqualTo(100);
        var capped = new EarningPolicy(
                List.of(BASE, bonus, twice),
                Stacking.MULTIPLY,
                Rounding.DOWN,
                new Caps(200L, null, null),
                EarningPolicy.DEFAULT.currencies());
        assertThat(points(capped, 10_000)).isEqualTo(200);
    }

    @Test
    void aDayCapCountsWhatReturnsHadGivenBackByThen() {
        var capped = new EarningPolicy(
                List.of(BASE),
                Stacking.MULTIPLY,
                Rounding.DOWN,
                new Caps(null, 100L, 150L),
                EarningPolicy.DEFAULT.currencies());
        var outcome = new Play()
                .earning(capped)
                .tiers(flat())
                .buys("1", "2026-01-05", 8_000)
                .returns("r1", "1", "2026-01-05", null)
                .buys("2", "2026-01-05", 8_000)
                .buys("3", "2026-01-06", 30_000)
                .buys("4", "2026-01-07", 30_000)
                .buys("5", "2026-02-01", 30_000)
                .until("2026-02-02");
        assertThat(Play.of(outcome, "2").points()).as("day").isEqualTo(20);
        assertThat(Play.of(outcome, "3").points()).as("the next day").isEqualTo(100);
        assertThat(Play.of(outcome, "4").points()).as("month").isEqualTo(30);
        assertThat(Play.of(outcome, "5").points()).as("the next month").isEqualTo(100);
    }

    @Test
    void conditionsOnDayBirthdayFirstPurchaseAndTierHoldWhereTheySay() {
        var rules = List.of(
                rule("sunday", new Effect.FixedPoints(1), new Condition.OnWeekdays(List.of(DayOfWeek.SUNDAY))),
                rule("birthday", new Effect.FixedPoints(10), new Condition.BirthdayMonth()),
                rule("first", new Effect.FixedPoints(100), new Condition.FirstPurchase()),
                rule("silver", new Effect.FixedPoints(1_000), new Condition.TierIn(List.of("silver"))),
                rule(
                        "spring",
                        new Effect.FixedPoints(10_000),
                        new Condition.Dates(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 15))),
                rule("growth", new Effect.GrowthPerMoney(BigDecimal.ONE)));
        var outcome = new Play()
                .earning(policy(Rounding.DOWN, rules.toArray(EarningRule[]::new)))
                .tiers(flat(1_000))
                .born("1990-02-28")
                .buys("1", "2026-01-05", 100_000)
                .buys("2", "2026-02-15", 100)
                .buys("3", "2026-03-02", 100)
                .until("2026-03-05");
        assertThat(Play.of(outcome, "1").points()).as("Monday, first").isEqualTo(100);
        assertThat(Play.of(outcome, "2").points())
                .as("Sunday in spring and the birthday month, on silver")
                .isEqualTo(11_011);
        assertThat(Play.of(outcome, "3").points()).as("Monday, on silver").isEqualTo(1_000);
    }

    @Test
    void whyNamesRulesLinesRoundingExpiryVersionAndClause() {
        var outcome = new Play()
                .earning(policy(
                        Rounding.DOWN, BASE, rule("never", new Effect.FixedPoints(5), new Condition.BirthdayMonth())))
                .buys("1", "2026-01-05", 12_050)
                .explaining("1", "2026-01-06");
        var why = java.util.Objects.requireNonNull(outcome.explanation());
        assertThat(why.facts()).containsEntry("points", org.guildhall.kernel.Points.of(120));
        assertThat(why.source()).isNotNull();
        assertThat(why.parts())
                .extracting(part -> part.code())
                .containsExactly(
                        "loyalty.earned.base",
                        "loyalty.earned.not-applied",
                        "loyalty.earned.rounded",
                        "loyalty.expires");
    }

    @Test
    void aPolicyThatCannotBeMeantIsRefusedFieldByField() {
        var broken = new EarningPolicy(
                List.of(
                        BASE,
                        BASE,
                        rule("a", new Effect.FixedPoints(1), new Condition.AmountBetween(Money.cny(5), Money.cny(5)))),
                Stacking.BEST,
                Rounding.DOWN,
                Caps.NONE,
                List.of(new CurrencyRate("CNY", BigDecimal.TWO)));
        assertThat(EarningPolicy.KIND.validator().apply(broken))
                .extracting(field -> field.field() + " " + field.rule())
                .containsExactly(
                        "currencies[0].rate base-currency-rate-one",
                        "rules[1].code unique",
                        "rules[2].when[0].below above-the-lower-bound");
    }

    private static long points(EarningPolicy policy, long minor) {
        return Play.of(
                        new Play()
                                .earning(policy)
                                .tiers(flat())
                                .buys("1", "2026-01-05", minor)
                                .until("2026-01-05"),
                        "1")
                .points();
    }

    private static EarningPolicy policy(Rounding rounding, EarningRule... rules) {
        return new EarningPolicy(
                List.of(rules), Stacking.MULTIPLY, rounding, Caps.NONE, EarningPolicy.DEFAULT.currencies());
    }

    private static EarningRule rule(String code, Effect effect, Condition... when) {
        return new EarningRule(code, null, List.of(when), effect);
    }

    private static LineFact line(String category, long minor) {
        return new LineFact(null, category, 1_000, Money.cny(minor));
    }

    /** A ladder without multipliers: regular, and silver from the threshold if one is given. */
    private static TiersPolicy flat(long... silver) {
        var ladder = new ArrayList<TiersPolicy.Tier>();
        ladder.add(new TiersPolicy.Tier("regular", "普通", 0, BigDecimal.ONE));
        for (long threshold : silver) {
            ladder.add(new TiersPolicy.Tier("silver", "银", threshold, BigDecimal.ONE));
        }
        var d = TiersPolicy.DEFAULT;
        return new TiersPolicy(
                ladder, d.measure(), d.window(), d.validity(), d.review(), d.graceDays(), d.introduction());
    }
}
