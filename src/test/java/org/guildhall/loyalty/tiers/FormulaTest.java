package org.guildhall.loyalty.tiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.assertj.core.groups.Tuple;
import org.guildhall.kernel.Refusal;
import org.guildhall.loyalty.replay.Play;
import org.guildhall.loyalty.tiers.TiersPolicy.Measure;
import org.guildhall.loyalty.tiers.TiersPolicy.Term;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A ladder by formula counts a weighted sum, exactly and whatever the order of purchases. */
class FormulaTest {

    private static final LocalDate DAY = LocalDate.of(2024, 3, 1);

    @Test
    void spendCountsByTheYuanAndEverythingIsRoundedDownOnceAtTheEnd() {
        var formula = new Formula(List.of(term(Counted.SPEND, "0.333"), term(Counted.VISITS, "0.5")), 2);
        assertThat(formula.score(new Sums(0, 99, 1, 0))).isZero();
        assertThat(formula.score(new Sums(0, 300, 1, 0))).as("0.999 + 0.5").isEqualTo(1);
        assertThat(formula.score(new Sums(0, 300, 2, 0))).as("0.999 + 1").isEqualTo(1);
        assertThat(formula.score(new Sums(0, 301, 2, 0))).as("1.00233 + 1").isEqualTo(2);
        assertThat(new Formula(List.of(term(Counted.SPEND, "1")), 0).score(new Sums(0, 300, 2, 0)))
                .as("a currency without decimals")
                .isEqualTo(300);
        assertThat(new Formula(List.of(term(Counted.POINTS, "1000000")), 2).score(new Sums(0, 0, 0, Long.MAX_VALUE)))
                .as("more than can be written is as much as can be")
                .isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void whatOneTermWouldTakeByItselfIsExactlyEnough() {
        var random = new Random(11);
        for (int i = 0; i < 2_000; i++) {
            var formula = new Formula(weighted(random), 2);
            var have = new Sums(random.nextInt(50), random.nextInt(9_999), random.nextInt(5), random.nextInt(50));
            long goal = formula.score(have) + 1 + random.nextInt(100);
            for (var term : formula.counting()) {
                long more = formula.alone(term, have, goal);
                assertThat(formula.score(have.plus(only(term.measure(), more)))).isGreaterThanOrEqualTo(goal);
                assertThat(formula.score(have.plus(only(term.measure(), more - 1))))
                        .isLessThan(goal);
            }
        }
    }

    @Test
    void neitherOrderNorSplittingMakesADifference() {
        var random = new Random(5);
        for (int i = 0; i < 200; i++) {
            var rules = rules(weighted(random));
            var amounts = new ArrayList<Long>();
            for (int n = random.nextInt(8); n >= 0; n--) {
                amounts.add((long) random.nextInt(10_000));
            }
            var score = score(rules, amounts);
            Collections.shuffle(amounts, random);
            assertThat(score(rules, amounts)).isEqualTo(score);
        }
        var spendOnly = rules(List.of(term(Counted.SPEND, "0.7")));
        assertThat(score(spendOnly, List.of(33L, 33L, 34L, 50L)))
                .isEqualTo(score(spendOnly, List.of(150L)))
                .isEqualTo(1);
    }

    @Test
    void aPurchaseLiftsAtOnceAndAReturnLowersTheScore() {
        var ladder = ladder(List.of(term(Counted.SPEND, "1"), term(Counted.VISITS, "50")), 0, 100, 200);
        var play = new Play().tiers(ladder).buys("1", "2024-03-01", 4_999).buys("2", "2024-03-02", 1);
        assertThat(Play.steps(play.until("2024-03-03")))
                .as("49.99 + 0.01 yuan and two visits are 150")
                .containsExactly("2024-01-10 t0 joined", "2024-03-02 t100 upgrade");
        assertThat(Play.steps(play.buys("3", "2024-03-04", 0).until("2024-03-05")))
                .endsWith("2024-03-04 t200 upgrade");
        assertThat(Play.steps(play.returns("r", "1", "2024-03-06", null).until("2024-03-07")))
                .as("two visits and 0.01 yuan are left")
                .endsWith("2024-03-06 t100 return");
    }

    @Test
    void theReviewAsksForTheScoreAgain() {
        var ladder = ladder(List.of(term(Counted.GROWTH, "0.5"), term(Counted.VISITS, "10")), 0, 60);
        var play = new Play().tiers(ladder).buys("1", "2024-03-01", 10_000);
        assertThat(play.until("2025-03-01").tier()).isEqualTo("t0");
        assertThat(play.buys("2", "2025-02-01", 10_000).until("2025-03-01").tier())
                .isEqualTo("t60");
    }

    @Test
    void otherWeightsAreAnotherStandardAndTheSameWrittenOtherwiseIsNot() {
        var one = rules(List.of(term(Counted.SPEND, "1"), term(Counted.VISITS, "50")));
        assertThat(one.sameStandard(rules(List.of(term(Counted.VISITS, "50.0"), term(Counted.SPEND, "1.000")))))
                .isTrue();
        assertThat(one.sameStandard(rules(List.of(term(Counted.SPEND, "1"), term(Counted.VISITS, "51")))))
                .isFalse();
    }

    @Test
    void oneTermOfWeightOneIsThatMeasuresOwnLadder() {
        var random = new Random(23);
        var reviews = List.of(TiersPolicy.Review.values());
        for (int life = 0; life < 150; life++) {
            for (var counted : Counted.values()) {
                long unit = counted == Counted.SPEND ? 100 : 1;
                var thresholds = counted == Counted.VISITS ? new long[] {0, 3, 6} : new long[] {0, 100, 300};
                var review = reviews.get(life % reviews.size());
                var own = ladder(Measure.valueOf(counted.name()), null, review, unit, thresholds);
                var formula = ladder(Measure.FORMULA, List.of(term(counted, "1")), review, 1, thresholds);
                long seed = random.nextLong();
                assertThat(steps(own, seed)).as(counted + " in life " + seed).isEqualTo(steps(formula, seed));
            }
        }
    }

    @Test
    void aFormulaIsThereIfAndOnlyIfItIsTheMeasure() {
        assertThat(broken(Measure.FORMULA, null)).containsExactly(tuple("formula", "formula-needed"));
        assertThat(broken(Measure.FORMULA, List.of())).containsExactly(tuple("formula", "formula-needed"));
        assertThat(broken(Measure.SPEND, List.of(term(Counted.SPEND, "1"))))
                .containsExactly(tuple("formula", "formula-not-asked-for"));
        assertThat(broken(Measure.FORMULA, List.of(term(Counted.SPEND, "0"))))
                .containsExactly(tuple("formula[0].weight", "some-weight-above-zero"));
        assertThat(broken(Measure.FORMULA, List.of(term(Counted.SPEND, "1"), term(Counted.SPEND, "2"))))
                .containsExactly(tuple("formula[1].measure", "once-in-the-formula"));
        assertThat(broken(Measure.FORMULA, List.of(term(Counted.SPEND, "1"), term(Counted.VISITS, "0"))))
                .isEmpty();
        assertThat(broken(Measure.VISITS, null)).isEmpty();
    }

    private static List<Tuple> broken(Measure measure, @Nullable List<Term> formula) {
        var policy = ladder(measure, formula, TiersPolicy.Review.KEEP, 1, 0, 10);
        return TiersPolicy.KIND.validator().apply(policy).stream()
                .map((Refusal.Field field) -> tuple(field.field(), field.rule()))
                .toList();
    }

    /** The steps of a random life of purchases, returns and silence under a ladder. */
    private static List<String> steps(TiersPolicy ladder, long seed) {
        var random = new Random(seed);
        var play = new Play().tiers(ladder);
        var day = DAY;
        for (int i = 0; i < 12; i++) {
            day = day.plusDays(random.nextInt(120));
            long minor = random.nextInt(15_000);
            play.buys("p" + i, day.toString(), minor);
            if (random.nextInt(4) == 0) {
                play.returns("r" + i, "p" + i, day.plusDays(1).toString(), random.nextBoolean() ? null : minor / 2);
                day = day.plusDays(1);
            }
        }
        return Play.steps(play.until(day.plusYears(2).toString()));
    }

    private static long score(TierRules rules, List<Long> amounts) {
        var contributions = new Contributions(amounts.size());
        amounts.forEach(minor -> contributions.add(DAY, minor / 100, minor, minor / 50));
        return rules.total(contributions, DAY, DAY, amounts.size());
    }

    private static List<Term> weighted(Random random) {
        return Arrays.stream(Counted.values())
                .map(counted -> new Term(counted, BigDecimal.valueOf(random.nextInt(3_000), 3)))
                .toList();
    }

    private static Sums only(Counted counted, long amount) {
        return switch (counted) {
            case GROWTH -> new Sums(amount, 0, 0, 0);
            case SPEND -> new Sums(0, amount, 0, 0);
            case VISITS -> new Sums(0, 0, amount, 0);
            case POINTS -> new Sums(0, 0, 0, amount);
        };
    }

    private static Term term(Counted counted, String weight) {
        return new Term(counted, new BigDecimal(weight));
    }

    private static TierRules rules(List<Term> formula) {
        return new Play().tiers(ladder(formula, 0, 100)).book().tiersOn(DAY);
    }

    private static TiersPolicy ladder(List<Term> formula, long... thresholds) {
        return ladder(Measure.FORMULA, formula, TiersPolicy.Review.RECOMPUTE, 1, thresholds);
    }

    private static TiersPolicy ladder(
            Measure measure, @Nullable List<Term> formula, TiersPolicy.Review review, long unit, long... thresholds) {
        return new TiersPolicy(
                Arrays.stream(thresholds)
                        .mapToObj(at -> new TiersPolicy.Tier("t" + at, "t", at * unit, BigDecimal.ONE))
                        .toList(),
                measure,
                formula,
                new TiersPolicy.Window.RollingMonths(12),
                new TiersPolicy.Validity.Months(12),
                review,
                0,
                TiersPolicy.Introduction.AT_ONCE);
    }
}
