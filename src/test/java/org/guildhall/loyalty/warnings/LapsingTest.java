package org.guildhall.loyalty.warnings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.ledger.LapsingLots.Lot;
import org.guildhall.messages.PlanMessages.Wish;
import org.junit.jupiter.api.Test;

class LapsingTest {

    private static final MemberId ONE = new MemberId(new UUID(1, 1));
    private static final MemberId TWO = new MemberId(new UUID(2, 2));
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final BusinessTime TIME = new BusinessTime(Clock.systemUTC(), ZoneId.of("Asia/Shanghai"));

    private static List<Wish> warnings(int days, Lot... lots) {
        return Lapsing.warnings(List.of(lots), TODAY, days, 100, TIME);
    }

    private static Lot lot(MemberId member, String lastDay, long amount) {
        return new Lot(member, LocalDate.parse(lastDay), amount);
    }

    @Test
    void all_lots_of_a_month_are_told_of_at_once_when_the_first_has_few_days_left() {
        var wish = warnings(7, lot(ONE, "2026-03-08", 60), lot(ONE, "2026-03-31", 40))
                .getFirst();

        assertThat(wish.period()).isEqualTo("2026-03/7");
        assertThat(wish.facts())
                .containsEntry("points", 100L)
                .containsEntry("day", "2026-03-08")
                .containsEntry(
                        "lots",
                        List.of(
                                Map.of("amount", 60L, "until", "2026-03-08"),
                                Map.of("amount", 40L, "until", "2026-03-31")));
        assertThat(wish.validUntil()).as("the end of the last lot").isEqualTo(Instant.parse("2026-03-31T16:00:00Z"));
    }

    @Test
    void a_lot_whose_last_day_is_the_seventh_from_today_is_seven_days_away_and_the_next_day_is_not() {
        assertThat(warnings(7, lot(ONE, "2026-03-08", 100))).hasSize(1);
        assertThat(warnings(7, lot(ONE, "2026-03-09", 100))).isEmpty();
        assertThat(warnings(7, lot(ONE, "2026-03-02", 100)))
                .as("the last day itself")
                .hasSize(1);
    }

    @Test
    void trifles_are_not_worth_a_message() {
        assertThat(warnings(30, lot(ONE, "2026-03-08", 99))).isEmpty();
        assertThat(warnings(30, lot(ONE, "2026-03-08", 60), lot(ONE, "2026-03-20", 40)))
                .hasSize(1);
    }

    @Test
    void members_and_months_are_told_of_apart() {
        var wishes =
                warnings(60, lot(ONE, "2026-03-31", 100), lot(ONE, "2026-04-01", 200), lot(TWO, "2026-03-31", 300));

        assertThat(wishes)
                .extracting(Wish::member, Wish::period, wish -> wish.facts().get("points"))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(ONE, "2026-03/60", 100L),
                        org.assertj.core.groups.Tuple.tuple(ONE, "2026-04/60", 200L),
                        org.assertj.core.groups.Tuple.tuple(TWO, "2026-03/60", 300L));
    }
}
