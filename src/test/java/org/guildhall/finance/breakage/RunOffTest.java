package org.guildhall.finance.breakage;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.guildhall.ledger.Cohort;
import org.junit.jupiter.api.Test;

class RunOffTest {

    private static final LocalDate AS_OF = LocalDate.parse("2026-06-30");
    private static final LocalDate FIRST = LocalDate.parse("2024-01-01");

    @Test
    void what_lapsed_of_the_months_that_have_run_off_is_expected_of_the_living_but_never_more_than_is_left() {
        var cohorts = List.of(
                ended(0, 1_000, 100),
                ended(1, 1_000, 200),
                ended(2, 2_000, 500),
                living(20, 1_000, 800),
                living(21, 1_000, 90),
                new Cohort(FIRST.plusMonths(21), null, 5_000, 5_000, 0));

        var estimate = RunOff.estimate(cohorts, AS_OF, 3, 90).orElseThrow();

        assertThat(estimate.share()).as("800 of 4 000").isEqualByComparingTo(new BigDecimal("0.2"));
        assertThat(estimate.months()).isEqualTo(3);
        assertThat(estimate.issued()).isEqualTo(4_000);
        assertThat(estimate.lapsed()).isEqualTo(800);
        assertThat(estimate.expected())
                .as("200 of the first, all 90 of the second")
                .isEqualTo(290);
        assertThat(estimate.low()).as("every draw the first month: 100 + 90").isBetween(190L, 290L);
        assertThat(estimate.high()).as("every draw the third: 250 + 90").isBetween(290L, 340L);
    }

    @Test
    void months_that_are_all_alike_leave_no_doubt() {
        var cohorts = List.of(ended(0, 400, 100), ended(1, 4_000, 1_000), ended(2, 40, 10), living(20, 1_000, 900));
        var estimate = RunOff.estimate(cohorts, AS_OF, 3, 90).orElseThrow();
        assertThat(List.of(estimate.low(), estimate.expected(), estimate.high()))
                .containsOnly(250L);
    }

    @Test
    void nothing_is_estimated_from_too_few_months() {
        var cohorts = List.of(ended(0, 400, 100), ended(1, 400, 100), living(20, 1_000, 900));
        assertThat(RunOff.months(cohorts, AS_OF)).isEqualTo(2);
        assertThat(RunOff.estimate(cohorts, AS_OF, 3, 90)).isEmpty();
        assertThat(RunOff.estimate(cohorts, AS_OF, 2, 90)).isPresent();
        assertThat(RunOff.estimate(List.of(), AS_OF, 0, 90)).isEmpty();
    }

    @Test
    void a_month_has_run_off_only_when_all_its_points_are_past_their_last_day() {
        var month = FIRST.plusMonths(3);
        var half = List.of(
                new Cohort(month, LocalDate.parse("2026-05-01"), 100, 0, 10),
                new Cohort(month, LocalDate.parse("2026-06-01"), 100, 40, 0));
        assertThat(RunOff.months(half, AS_OF)).as("June is not over").isZero();
        assertThat(RunOff.months(half, AS_OF.plusDays(1))).isEqualTo(1);
        var late = RunOff.estimate(half, AS_OF.plusDays(1), 1, 90).orElseThrow();
        assertThat(late.lapsed())
                .as("what the night has not taken yet lapses too")
                .isEqualTo(50);
    }

    @Test
    void the_same_cohorts_give_the_same_interval_and_it_holds_the_expectation() {
        for (int seed = 0; seed < 200; seed++) {
            var world = world(new Random(seed));
            var one = RunOff.estimate(world.cohorts, AS_OF, 6, 90).orElseThrow();
            assertThat(one)
                    .isEqualTo(RunOff.estimate(world.cohorts, AS_OF, 6, 90).orElseThrow());
            assertThat(one.expected()).isBetween(one.low(), one.high());
            assertThat(one.low()).isNotNegative();
            assertThat(one.high())
                    .isLessThanOrEqualTo(world.cohorts.stream()
                            .mapToLong(Cohort::outstanding)
                            .sum());
        }
    }

    @Test
    void of_many_worlds_with_a_known_habit_the_interval_holds_it_about_as_often_as_it_says() {
        int worlds = 400;
        int held = 0;
        for (int seed = 0; seed < worlds; seed++) {
            var world = world(new Random(1_000 + seed));
            var estimate = RunOff.estimate(world.cohorts, AS_OF, 6, 90).orElseThrow();
            held += estimate.low() <= world.truth && world.truth <= estimate.high() ? 1 : 0;
        }
        assertThat(held).as("of 400 at 90 %").isBetween(320, 392);
    }

    /** Cohorts of a company whose members leave a share of their points unused that strays from month to month. */
    private record World(List<Cohort> cohorts, long truth) {}

    private static World world(Random random) {
        int habit = 10 + random.nextInt(30);
        var cohorts = new ArrayList<Cohort>();
        for (int month = 0; month < 16; month++) {
            long issued = 50_000L + random.nextInt(100_000);
            cohorts.add(ended(month, issued, issued * (habit - 8 + random.nextInt(17)) / 100));
        }
        long truth = 0;
        for (int month = 20; month < 28; month++) {
            long issued = 50_000L + random.nextInt(100_000);
            cohorts.add(living(month, issued, issued * 6 / 10));
            truth += issued * habit / 100;
        }
        return new World(cohorts, truth);
    }

    private static Cohort ended(int month, long issued, long lapsed) {
        return new Cohort(FIRST.plusMonths(month), FIRST.plusMonths(month + 12), issued, 0, lapsed);
    }

    private static Cohort living(int month, long issued, long outstanding) {
        return new Cohort(FIRST.plusMonths(month), FIRST.plusMonths(month + 12), issued, outstanding, 0);
    }
}
