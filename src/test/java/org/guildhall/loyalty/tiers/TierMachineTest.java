package org.guildhall.loyalty.tiers;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.guildhall.ledger.Shortage;
import org.guildhall.loyalty.expiry.ExpiryPolicy;
import org.guildhall.loyalty.replay.Play;
import org.guildhall.loyalty.returns.ReturnsPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TierMachineTest {

    @Test
    void aNewMemberIsOnTheLowestTier() {
        // cases.json tier-01: levels 0/20/30, registration
        var ladder = ladder(TiersPolicy.Review.RECOMPUTE, 0, 20, 30);
        assertThat(new Play().tiers(ladder).until("2024-02-01").tier()).isEqualTo("t0");
        assertThat(new Play()
                        .tiers(ladder)
                        .buys("1", "2024-02-01", 2_000)
                        .until("2024-02-01")
                        .tier())
                .isEqualTo("t20");
        assertThat(new Play()
                        .tiers(ladder)
                        .buys("1", "2024-02-01", 1_999)
                        .until("2024-02-01")
                        .tier())
                .isEqualTo("t0");
    }

    @Test
    void reachingAThresholdLiftsAtOnceAndTheReviewKeepsOrLowers() {
        var outcome = new Play()
                .buys("1", "2024-03-01", 500_000)
                .buys("2", "2025-02-20", 120_000)
                .until("2026-04-01");
        assertThat(Play.steps(outcome))
                .containsExactly(
                        "2024-01-10 regular joined",
                        "2024-03-01 gold upgrade",
                        "2025-03-01 silver review-down",
                        "2026-03-01 regular review-down");
    }

    @Test
    void reviewMayKeepTakeOneOrRecompute() {
        var play = List.of(TiersPolicy.Review.KEEP, TiersPolicy.Review.ONE_DOWN, TiersPolicy.Review.RECOMPUTE);
        assertThat(play.stream()
                        .map(review -> new Play()
                                .tiers(ladder(review, 0, 10, 100))
                                .buys("1", "2024-03-01", 20_000)
                                .until("2025-03-02")
                                .tier())
                        .toList())
                .containsExactly("t100", "t10", "t0");
    }

    @Test
    void graceGivesDaysToMakeUpWhatIsMissing() {
        var base = ladder(TiersPolicy.Review.RECOMPUTE, 0, 100);
        var grace = new TiersPolicy(
                base.ladder(), base.measure(), base.window(), base.validity(), base.review(), 30, base.introduction());
        assertThat(new Play()
                        .tiers(grace)
                        .buys("1", "2024-03-01", 10_000)
                        .buys("2", "2025-03-10", 10_000)
                        .until("2025-06-01")
                        .tier())
                .isEqualTo("t100");
        assertThat(new Play()
                        .tiers(grace)
                        .buys("1", "2024-03-01", 10_000)
                        .until("2025-03-30")
                        .tier())
                .isEqualTo("t100");
        assertThat(new Play()
                        .tiers(grace)
                        .buys("1", "2024-03-01", 10_000)
                        .until("2025-03-31")
                        .tier())
                .isEqualTo("t0");
    }

    @Test
    void aReturnLowersTheTierAtOnceOrLeavesItUntilTheReviewAsThePolicySays() {
        var at = new Play().buys("1", "2024-03-01", 150_000).returns("r", "1", "2024-03-05", 60_000L);
        assertThat(Play.steps(at.until("2024-03-06")))
                .containsExactly("2024-01-10 regular joined", "2024-03-01 silver upgrade", "2024-03-05 regular return");
        var later = new ReturnsPolicy(Shortage.DEBT, true, ReturnsPolicy.TierAfterReturn.KEPT_UNTIL_REVIEW);
        assertThat(at.returns(later).until("2024-03-06").tier()).isEqualTo("silver");
    }

    @Test
    void aTierGivenByHandEndsByItselfAndTheHigherOneCounts() {
        var outcome = new Play()
                .granted("gold", "2024-02-01", "2024-04-30")
                .buys("1", "2024-03-01", 100_000)
                .until("2024-06-01");
        assertThat(Play.steps(outcome))
                .containsExactly(
                        "2024-01-10 regular joined", "2024-02-01 gold granted", "2024-05-01 silver grant-ended");
    }

    @Test
    void aNewStandardMovesHoldersAtOnceOrAtTheirReview() {
        var old = ladder(TiersPolicy.Review.RECOMPUTE, 0, 100);
        var strict = ladder(TiersPolicy.Review.RECOMPUTE, 0, 100, 150);
        var higher = new TiersPolicy(
                List.of(strict.ladder().get(0), new TiersPolicy.Tier("t100", "t", 1_000, BigDecimal.ONE)),
                old.measure(),
                old.window(),
                old.validity(),
                old.review(),
                0,
                TiersPolicy.Introduction.AT_ONCE);
        var spared = new TiersPolicy(
                higher.ladder(),
                old.measure(),
                old.window(),
                old.validity(),
                old.review(),
                0,
                TiersPolicy.Introduction.AT_REVIEW);
        var play = new Play().tiers(old).buys("1", "2024-03-01", 10_000);
        assertThat(play.laterTiers(higher, "2024-06-01").until("2024-06-01").tier())
                .isEqualTo("t0");
        assertThat(play.tiers(old)
                        .laterTiers(spared, "2024-06-01")
                        .until("2025-02-28")
                        .tier())
                .isEqualTo("t100");
        assertThat(play.until("2025-03-01").tier()).isEqualTo("t0");
    }

    @Test
    void whoReachesTheSameTierAgainKeepsItAtTheReview() {
        for (var review : List.of(TiersPolicy.Review.ONE_DOWN, TiersPolicy.Review.RECOMPUTE)) {
            var kept = new Play()
                    .tiers(ladder(review, 0, 100))
                    .buys("1", "2024-03-01", 10_000)
                    .buys("2", "2025-02-01", 10_000)
                    .until("2025-03-02");
            assertThat(kept.tier()).as(review.name()).isEqualTo("t100");
            assertThat(kept.steps().getLast().reason().code()).isEqualTo("review-kept");
        }
    }

    @Test
    @Timeout(20)
    void whoJoinedOnALeapDayIsReviewedOnceAYear() {
        var outcome = new Play()
                .joined("2024-02-29")
                .tiers(anniversaries())
                .buys("1", "2024-06-01", 20_000)
                .buys("2", "2025-02-28", 10_000)
                .until("2028-03-01");
        assertThat(Play.steps(outcome))
                .containsExactly(
                        "2024-02-29 t0 joined",
                        "2024-06-01 t100 upgrade",
                        "2025-02-28 t100 review-kept",
                        "2026-02-28 t100 review-kept",
                        "2027-02-28 t0 review-down");
        assertThat(outcome.machine().reviewOn()).isNull();
    }

    @Test
    void theYearOfALeapDayMemberEndsTheDayBeforeItsAnniversary() {
        var rules = new Play().tiers(anniversaries()).book().tiersOn(LocalDate.parse("2025-01-01"));
        var joined = LocalDate.parse("2024-02-29");
        assertThat(rules.windowStart(LocalDate.parse("2025-02-27"), joined)).hasToString("2024-02-29");
        assertThat(rules.windowStart(LocalDate.parse("2025-02-28"), joined)).hasToString("2025-02-28");
        assertThat(rules.windowStart(LocalDate.parse("2028-02-28"), joined)).hasToString("2027-02-28");
        assertThat(rules.windowStart(LocalDate.parse("2028-02-29"), joined)).hasToString("2028-02-29");
        assertThat(rules.windowEnd(LocalDate.parse("2025-02-28"), joined)).hasToString("2026-02-27");
        assertThat(rules.windowEnd(LocalDate.parse("2023-05-01"), joined)).hasToString("2024-02-28");
    }

    @Test
    void thePurchaseThatGaveATierAtTheEndOfAMonthDoesNotAlsoKeepIt() {
        for (var months : List.of(6, 12)) {
            var base = ladder(TiersPolicy.Review.RECOMPUTE, 0, 100);
            var policy = new TiersPolicy(
                    base.ladder(),
                    base.measure(),
                    new TiersPolicy.Window.RollingMonths(months),
                    new TiersPolicy.Validity.Months(months),
                    base.review(),
                    0,
                    base.introduction());
            for (var day : List.of("2024-02-29", "2024-08-28", "2024-08-29", "2024-08-30", "2024-08-31")) {
                assertThat(new Play()
                                .tiers(policy)
                                .buys("1", day, 10_000)
                                .until(LocalDate.parse(day).plusMonths(months).toString())
                                .tier())
                        .as(day + " and " + months + " months")
                        .isEqualTo("t0");
            }
        }
    }

    private static TiersPolicy anniversaries() {
        var base = ladder(TiersPolicy.Review.RECOMPUTE, 0, 100);
        return new TiersPolicy(
                base.ladder(),
                base.measure(),
                new TiersPolicy.Window.Anniversary(),
                new TiersPolicy.Validity.NextAnniversary(),
                base.review(),
                0,
                base.introduction());
    }

    @Test
    void pointsEndAfterATermWithTheirPeriodOrWithoutActivity() {
        assertThat(expiry(new ExpiryPolicy.Validity.Term(12))).isEqualTo("2025-03-05");
        assertThat(expiry(new ExpiryPolicy.Validity.PeriodEnd(ExpiryPolicy.Period.QUARTER, 1)))
                .isEqualTo("2024-07-01");
        assertThat(expiry(new ExpiryPolicy.Validity.PeriodEnd(ExpiryPolicy.Period.YEAR, 0)))
                .isEqualTo("2025-01-01");
        assertThat(expiry(new ExpiryPolicy.Validity.Rolling(6))).isEqualTo("2024-10-01");
        var carried = new Play()
                .expiry(new ExpiryPolicy.Validity.Rolling(6))
                .buys("1", "2024-03-05", 100)
                .buys("2", "2024-09-30", 100)
                .buys("3", "2025-06-01", 100)
                .until("2025-06-02");
        assertThat(Play.of(carried, "1").expiresOn()).hasToString("2025-04-01");
        assertThat(Play.of(carried, "3").expiresOn()).hasToString("2026-01-01");
        var tooLate = new Play()
                .expiry(new ExpiryPolicy.Validity.Rolling(6))
                .buys("1", "2024-03-05", 100)
                .buys("2", "2024-10-01", 100)
                .until("2024-10-02");
        assertThat(Play.of(tooLate, "1").expiresOn())
                .as("on that day they are gone already")
                .hasToString("2024-10-01");
    }

    private static String expiry(ExpiryPolicy.Validity validity) {
        return String.valueOf(
                Play.of(new Play().expiry(validity).buys("1", "2024-03-05", 100).until("2024-03-06"), "1")
                        .expiresOn());
    }

    private static TiersPolicy ladder(TiersPolicy.Review review, long... thresholds) {
        return new TiersPolicy(
                java.util.Arrays.stream(thresholds)
                        .mapToObj(threshold -> new TiersPolicy.Tier("t" + threshold, "t", threshold, BigDecimal.ONE))
                        .toList(),
                TiersPolicy.Measure.GROWTH,
                new TiersPolicy.Window.RollingMonths(12),
                new TiersPolicy.Validity.Months(12),
                review,
                0,
                TiersPolicy.Introduction.AT_ONCE);
    }
}
