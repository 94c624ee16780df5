package org.guildhall.sessioncards.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.guildhall.prepaid.RefundGround;
import org.guildhall.sessioncards.SessionCardPolicy;
import org.guildhall.sessioncards.SessionCardRefusal;
import org.guildhall.sessioncards.rules.CardRefund.Decision;
import org.junit.jupiter.api.Test;

/** Cards of unlimited use go back by their days, after 法释〔2025〕4 号 art. 22: 30 days for 100.00, bought and begun on one day. */
class TermTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);
    private static final int DAYS = 30;
    private static final long PRICE = 10_000;
    private static final SessionCardPolicy RULES = SessionCardPolicy.DEFAULT;

    @Test
    void the_first_day_and_the_day_of_the_refund_count_and_the_odd_fen_is_the_members() {
        assertThat(refund(RefundGround.MERCHANT, 9, 4))
                .as("10 of 30 days, 3333.33 counted as 3333")
                .isEqualTo(6_667);
        assertThat(refund(RefundGround.MERCHANT, 0, 0)).as("one day").isEqualTo(9_667);
        assertThat(refund(RefundGround.MERCHANT, 28, 4)).as("one day left").isEqualTo(334);
    }

    @Test
    void whoever_is_the_cause_the_days_left_go_back_and_how_often_the_member_came_does_not_matter() {
        assertThat(refund(RefundGround.CONSUMER, 9, 40)).isEqualTo(refund(RefundGround.MERCHANT, 9, 0));
    }

    @Test
    void within_seven_days_all_goes_back_if_the_member_never_came_and_the_days_left_otherwise() {
        assertThat(refund(RefundGround.WITHOUT_REASON, 7, 0)).as("art. 14").isEqualTo(PRICE);
        assertThat(refund(RefundGround.WITHOUT_REASON, 5, 1)).isEqualTo(8_000);
        assertThat(decide(RULES, RefundGround.WITHOUT_REASON, 8, 0))
                .isEqualTo(new Decision.Refused(new SessionCardRefusal.TooLateWithoutReason(7, FIRST)));
    }

    @Test
    void on_the_last_day_nothing_is_left() {
        assertThat(decide(RULES, RefundGround.MERCHANT, 29, 3))
                .isEqualTo(new Decision.Refused(new SessionCardRefusal.NothingToRefund()));
    }

    @Test
    void the_house_may_leave_the_day_of_the_refund_out_and_keep_what_was_not_used() {
        var rules = new SessionCardPolicy(
                RULES.sales(),
                RULES.bookings(),
                RULES.refunds(),
                RULES.uses(),
                new SessionCardPolicy.Unlimited(false, false, "本店制度"),
                RULES.reactivation());
        assertThat(allowed(decide(rules, RefundGround.MERCHANT, 9, 4)).refund()).isEqualTo(7_000);
        assertThat(allowed(decide(rules, RefundGround.WITHOUT_REASON, 6, 0)).refund())
                .isEqualTo(8_000);
    }

    @Test
    void until_its_days_begin_all_is_left_and_days_it_was_extended_by_make_up_for_lost_ones_alone() {
        assertThat(new Term(DAYS, null).owed(PRICE, FIRST)).isEqualTo(PRICE);
        var term = new Term(DAYS, Term.last(FIRST, DAYS).plusDays(10));
        assertThat(term.leftAfter(FIRST)).as("never more than was bought").isEqualTo(DAYS);
        assertThat(term.leftAfter(FIRST.plusDays(24))).isEqualTo(15);
        assertThat(term.leftAfter(FIRST.plusDays(200))).isZero();
    }

    @Test
    void what_is_owed_falls_day_by_day_to_nothing_and_the_days_make_the_price() {
        var term = new Term(DAYS, Term.last(FIRST, DAYS));
        long gone = 0;
        for (int day = 0; day < DAYS; day++) {
            long before = day == 0 ? PRICE : term.owed(PRICE, FIRST.plusDays(day - 1L));
            long after = term.owed(PRICE, FIRST.plusDays(day));
            assertThat(before - after).isBetween(333L, 334L);
            gone += before - after;
        }
        assertThat(gone).isEqualTo(PRICE);
    }

    private static long refund(RefundGround ground, int daysLater, int used) {
        return allowed(decide(RULES, ground, daysLater, used)).refund();
    }

    private static Decision.Allowed allowed(Decision decision) {
        return (Decision.Allowed) decision;
    }

    private static Decision decide(SessionCardPolicy rules, RefundGround ground, int daysLater, int used) {
        var part = new CardRefund.Part(UUID.randomUUID(), "瑜伽", 0, used, PRICE, 5_000);
        var term = new Term(DAYS, Term.last(FIRST, DAYS));
        return CardRefund.decide(
                rules,
                new CardRefund.Case(ground, false, FIRST, FIRST.plusDays(daysLater), PRICE, List.of(part), term));
    }
}
