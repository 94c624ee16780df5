package org.guildhall.loyalty.histories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.guildhall.loyalty.histories.OpeningBalance.Turn;
import org.junit.jupiter.api.Test;

/** The smallest opening balance that keeps a history of points at or above zero. */
class OpeningBalanceTest {

    private static final Instant JANUARY = Instant.parse("2017-01-01T00:00:00Z");

    @Test
    void what_never_falls_below_zero_needs_none() {
        assertThat(OpeningBalance.of(List.of(month(0, 100, 40), month(1, 0, 60))))
                .isEmpty();
        assertThat(OpeningBalance.of(List.of())).isEmpty();
    }

    @Test
    void what_is_earned_in_a_period_can_be_used_in_it() {
        assertThat(OpeningBalance.of(List.of(month(0, 100, 100)))).isEmpty();
    }

    @Test
    void the_deepest_fall_counts_and_not_the_last() {
        var opening = OpeningBalance.of(List.of(month(0, 10, 50), month(1, 5, 20), month(2, 900, 0), month(3, 0, 800)))
                .orElseThrow();

        assertThat(opening.amount()).isEqualTo(55);
        assertThat(opening.lowest()).isEqualTo(month(1, 0, 0).at());
        assertThat(opening.came()).isEqualTo(15);
        assertThat(opening.went()).isEqualTo(70);
        assertThat(opening.at()).isBefore(JANUARY).isAfter(JANUARY.minusSeconds(60));
    }

    @Test
    void of_any_history_it_is_the_smallest_that_keeps_it_at_or_above_zero_in_whatever_order_it_is_told() {
        var random = new Random(20170101);
        for (int i = 0; i < 3_000; i++) {
            var history = history(random);
            long found = OpeningBalance.of(history).map(OpeningBalance::amount).orElse(0L);

            assertThat(found).as(history.toString()).isEqualTo(tried(history));
            var shuffled = new ArrayList<>(history);
            Collections.shuffle(shuffled, random);
            assertThat(OpeningBalance.of(shuffled)).isEqualTo(OpeningBalance.of(history));
        }
    }

    /** The first of 0, 1, 2 … with which the history can be lived through, a point at a time. */
    private static long tried(List<Turn> history) {
        for (long opening = 0; ; opening++) {
            if (lives(opening, history)) {
                return opening;
            }
        }
    }

    private static boolean lives(long opening, List<Turn> history) {
        long balance = opening;
        for (var turn : history.stream().sorted(Comparator.comparing(Turn::at)).toList()) {
            for (long point = 0; point < turn.came(); point++) {
                balance++;
            }
            for (long point = 0; point < turn.went(); point++) {
                if (balance == 0) {
                    return false;
                }
                balance--;
            }
        }
        return true;
    }

    private static List<Turn> history(Random random) {
        var history = new ArrayList<Turn>();
        for (int month = 0; month < 14; month++) {
            if (random.nextInt(3) > 0) {
                history.add(month(month, amount(random, 4, 9), amount(random, 3, 12)));
            }
        }
        return history;
    }

    /** Zero in one case of so many, at least. */
    private static long amount(Random random, int cases, int most) {
        return random.nextInt(cases) == 0 ? 0 : random.nextInt(cases * most);
    }

    private static Turn month(int number, long came, long went) {
        return new Turn(JANUARY.plus(Duration.ofDays(30L * number)), came, went);
    }
}
