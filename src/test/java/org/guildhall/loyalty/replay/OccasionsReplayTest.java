package org.guildhall.loyalty.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.guildhall.kernel.Explanation;
import org.guildhall.loyalty.OccasionKind;
import org.guildhall.loyalty.expiry.ExpiryPolicy;
import org.guildhall.loyalty.occasions.OccasionRule;
import org.guildhall.loyalty.occasions.OccasionsPolicy;
import org.guildhall.loyalty.occasions.OccasionsPolicy.Streak;
import org.guildhall.loyalty.tiers.TiersPolicy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What occasions bring, rule by rule. */
class OccasionsReplayTest {

    private static final OccasionKind CHECK_IN = OccasionKind.CHECK_IN;
    private static final OccasionKind SURVEY = OccasionKind.SURVEY_ANSWERED;

    @Test
    void an_occasion_brings_what_its_kind_brings_on_its_day() {
        var outcome = new Play()
                .occasions(policy(rule(CHECK_IN, 5, 1)))
                .laterOccasions(policy(rule(CHECK_IN, 8, 2)), "2025-03-01")
                .happens("a", CHECK_IN, "2025-02-28", null)
                .happens("b", CHECK_IN, "2025-03-01", null)
                .happens("c", SURVEY, "2025-03-01", "tea")
                .until("2025-04-01");

        assertThat(Play.of(outcome, "a").points()).isEqualTo(5);
        assertThat(Play.of(outcome, "b").points()).isEqualTo(8);
        assertThat(Play.of(outcome, "b").growth()).isEqualTo(2);
        assertThat(Play.of(outcome, "c").points()).as("no rule of this kind").isZero();
    }

    @Test
    void no_more_of_a_kind_count_than_its_rule_says_and_the_others_say_why() {
        var limited = new OccasionRule(CHECK_IN, 5, 1, false, 1, 3, 4);
        var play = new Play().occasions(policy(limited));
        for (int i = 1; i <= 4; i++) {
            play.happens("m" + i, CHECK_IN, "2025-03-0" + i, null).happens("n" + i, CHECK_IN, "2025-04-0" + i, null);
        }
        play.happens("twice", CHECK_IN, "2025-03-01", null);
        var outcome = play.until("2025-05-01");

        assertThat(outcome.awards())
                .extracting(Award::points)
                .filteredOn(points -> points > 0)
                .hasSize(4);
        assertThat(codes(play, "twice")).contains("loyalty.occasion.not-day");
        assertThat(codes(play, "m4")).contains("loyalty.occasion.not-month");
        assertThat(codes(play, "n2")).contains("loyalty.occasion.not-ever");
    }

    @Test
    void a_survey_counts_once() {
        var play = new Play()
                .occasions(policy(rule(SURVEY, 50, 0)))
                .happens("a", SURVEY, "2025-03-01", "tea")
                .happens("b", SURVEY, "2025-03-02", "tea")
                .happens("c", SURVEY, "2025-03-03", "wine");

        assertThat(play.until("2025-04-01").awards()).extracting(Award::points).containsExactly(50L, 0L, 50L);
        assertThat(codes(play, "b")).contains("loyalty.occasion.not-about");
    }

    @Test
    void caps_cut_what_a_day_and_a_month_bring_together() {
        var policy = new OccasionsPolicy(
                List.of(rule(CHECK_IN, 40, 3), rule(SURVEY, 50, 0)), List.of(), null, 60L, 100L, 0, 30);
        var play = new Play()
                .occasions(policy)
                .happens("a", CHECK_IN, "2025-03-01", null)
                .happens("b", SURVEY, "2025-03-01", "tea")
                .happens("c", CHECK_IN, "2025-03-02", null)
                .happens("d", CHECK_IN, "2025-03-03", null);

        assertThat(play.until("2025-04-01").awards())
                .extracting(Award::points)
                .as("60 of the day, then 40 of the month, then nothing")
                .containsExactly(40L, 20L, 40L, 0L);
        assertThat(play.until("2025-04-01").awards())
                .extracting(Award::growth)
                .as("growth is not cut")
                .containsExactly(3L, 0L, 3L, 3L);
        assertThat(codes(play, "b")).contains("loyalty.earned.capped");
    }

    @Test
    void days_in_a_row_bring_a_bonus_and_then_count_anew() {
        var policy =
                new OccasionsPolicy(List.of(rule(CHECK_IN, 5, 0)), List.of(), new Streak(3, 20), null, null, 0, 30);
        var play = new Play().occasions(policy);
        for (int day = 1; day <= 7; day++) {
            play.happens("d" + day, CHECK_IN, "2025-03-0" + day, null);
        }
        play.happens("gap", CHECK_IN, "2025-03-09", null);

        assertThat(play.until("2025-04-01").awards())
                .extracting(Award::points)
                .containsExactly(5L, 5L, 25L, 5L, 5L, 25L, 5L, 5L);
    }

    @Test
    void the_tier_multiplies_where_the_rule_says_so_and_fractions_are_dropped() {
        var play = new Play()
                .tiers(ladder(100))
                .occasions(policy(new OccasionRule(SURVEY, 5, 0, true, null, null, null)))
                .buys("P", "2025-02-01", 20_000)
                .happens("a", SURVEY, "2025-03-01", "tea");

        assertThat(Play.of(play.until("2025-04-01"), "a").points()).isEqualTo(7);
        assertThat(codes(play, "a")).contains("loyalty.occasion.tier-multiplier");
    }

    @Test
    void growth_of_occasions_lifts_a_tier_as_growth_of_purchases_does() {
        var outcome = new Play()
                .tiers(ladder(100))
                .occasions(policy(rule(SURVEY, 0, 60)))
                .buys("P", "2025-02-01", 5_000)
                .happens("a", SURVEY, "2025-03-01", "tea")
                .until("2025-04-01");

        assertThat(Play.steps(outcome)).contains("2025-03-01 silver " + "upgrade");
        assertThat(outcome.contributions().size()).isEqualTo(2);
        assertThat(outcome.lastPurchaseAt()).isNotNull();
    }

    @Test
    void what_is_taken_back_goes_back_whole_from_then_on_and_frees_its_place() {
        var limited = new OccasionRule(SURVEY, 50, 120, false, null, 1, null);
        var play = new Play()
                .tiers(ladder(100))
                .occasions(policy(limited))
                .happens("a", SURVEY, "2025-03-01", "tea", "2025-03-10")
                .happens("b", SURVEY, "2025-03-05", "wine")
                .happens("c", SURVEY, "2025-03-20", "rice");
        var outcome = play.until("2025-04-01");

        assertThat(Play.of(outcome, "a").points()).isEqualTo(50);
        var back = Play.of(outcome, "back of a");
        assertThat(back.points()).isEqualTo(-50);
        assertThat(back.growth()).isEqualTo(-120);
        assertThat(back.expiresOn()).isEqualTo(Play.of(outcome, "a").expiresOn());
        assertThat(Play.of(outcome, "b").points())
                .as("beyond the month when it happened")
                .isZero();
        assertThat(Play.of(outcome, "c").points()).as("the place is free again").isEqualTo(50);
        assertThat(Play.steps(outcome))
                .anySatisfy(step -> assertThat(step).startsWith("2025-03-01 silver"))
                .anySatisfy(step -> assertThat(step).startsWith("2025-03-10 regular"));
        assertThat(explained(play, "back of a").code()).isEqualTo("loyalty.occasion-taken-back");
    }

    @Test
    void occasions_end_by_the_same_rule_but_carry_nothing_on() {
        var rolling = new Play()
                .expiry(new ExpiryPolicy.Validity.Rolling(6))
                .occasions(policy(rule(CHECK_IN, 5, 0)))
                .buys("P", "2025-01-10", 10_000)
                .happens("a", CHECK_IN, "2025-04-10", null)
                .until("2025-05-01");
        assertThat(Play.of(rolling, "P").expiresOn()).isEqualTo(LocalDate.of(2025, 8, 1));
        assertThat(Play.of(rolling, "a").expiresOn()).isEqualTo(LocalDate.of(2025, 11, 1));
    }

    @Test
    void an_occasion_before_it_leaves_the_first_purchase_the_first_and_its_caps_alone() {
        var without = new Play().buys("P", "2025-02-01", 5_000).until("2025-03-01");
        var with = new Play()
                .occasions(policy(rule(CHECK_IN, 500, 0)))
                .happens("a", CHECK_IN, "2025-01-20", null)
                .buys("P", "2025-02-01", 5_000)
                .until("2025-03-01");
        assertThat(Play.of(with, "P")).isEqualTo(Play.of(without, "P"));
    }

    @Test
    void whatever_the_order_in_which_they_are_known_they_bring_the_same() {
        for (int seed = 0; seed < 200; seed++) {
            var expected = random(seed).until("2025-12-31");
            var shuffled = random(seed).shuffled(new Random(seed * 31L)).until("2025-12-31");
            assertThat(shuffled.awards()).as("seed %s", seed).isEqualTo(expected.awards());
            assertThat(shuffled.steps()).as("seed %s", seed).isEqualTo(expected.steps());
        }
    }

    private static Play random(int seed) {
        var random = new Random(seed);
        var policy = new OccasionsPolicy(
                List.of(
                        new OccasionRule(CHECK_IN, 5, 2, true, 1, 1 + random.nextInt(20), null),
                        new OccasionRule(SURVEY, 30, 40, false, null, 2, null)),
                List.of(),
                random.nextBoolean() ? new Streak(2 + random.nextInt(3), 20) : null,
                random.nextBoolean() ? 30L : null,
                random.nextBoolean() ? 100L : null,
                0,
                30);
        var play = new Play()
                .tiers(ladder(150))
                .occasions(policy)
                .laterOccasions(policy(rule(SURVEY, 7, 9)), "2025-09-01");
        for (int i = 0; i < 60; i++) {
            var day = LocalDate.of(2025, 2, 1).plusDays(random.nextInt(random.nextBoolean() ? 30 : 300));
            var back = random.nextInt(5) == 0 ? day.plusDays(random.nextInt(40)).toString() : null;
            switch (random.nextInt(4)) {
                case 0 -> play.happens("s" + i, SURVEY, day.toString(), "survey " + random.nextInt(6), back);
                case 1 -> play.buys("P" + i, day.toString(), random.nextInt(9_000));
                default -> play.happens("c" + i, CHECK_IN, day.toString(), null, back);
            }
        }
        return play;
    }

    private static OccasionRule rule(OccasionKind kind, long points, long growth) {
        return new OccasionRule(kind, points, growth, false, null, null, null);
    }

    private static OccasionsPolicy policy(OccasionRule... rules) {
        return new OccasionsPolicy(List.of(rules), List.of(), null, null, null, 0, 30);
    }

    private static TiersPolicy ladder(long silver) {
        var standard = TiersPolicy.DEFAULT;
        return new TiersPolicy(
                List.of(
                        new TiersPolicy.Tier("regular", "普通", 0, BigDecimal.ONE),
                        new TiersPolicy.Tier("silver", "银", silver, new BigDecimal("1.5"))),
                TiersPolicy.Measure.GROWTH,
                standard.window(),
                standard.validity(),
                standard.review(),
                standard.graceDays(),
                standard.introduction());
    }

    private static Explanation explained(Play play, String number) {
        @Nullable Explanation told = play.explaining(number, "2025-12-31").explanation();
        return java.util.Objects.requireNonNull(told);
    }

    private static List<String> codes(Play play, String number) {
        return explained(play, number).parts().stream().map(Explanation::code).toList();
    }
}
