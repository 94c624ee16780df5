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

/** Refunds after 法释〔2025〕4 号: a card of ten sessions at 800.00 that cost 100.00 each without it. */
class CardRefundTest {

    private static final LocalDate PAID = LocalDate.of(2026, 1, 5);
    private static final SessionCardPolicy RULES = SessionCardPolicy.DEFAULT;

    @Test
    void the_house_is_the_cause_used_sessions_count_at_the_discount_they_were_bought_at() {
        assertThat(refund(RefundGround.MERCHANT, 3, 30))
                .as("800 − 3 × 80, art. 18")
                .isEqualTo(56_000);
    }

    @Test
    void the_member_is_the_cause_used_sessions_count_at_the_price_without_a_card() {
        assertThat(refund(RefundGround.CONSUMER, 3, 30))
                .as("800 − 3 × 100, art. 19")
                .isEqualTo(50_000);
    }

    @Test
    void what_counts_is_never_more_than_what_was_paid() {
        assertThat(refund(RefundGround.CONSUMER, 9, 30)).as("art. 20").isZero();
    }

    @Test
    void within_seven_days_no_reason_is_needed_and_afterwards_one_is() {
        assertThat(refund(RefundGround.WITHOUT_REASON, 0, 7)).isEqualTo(80_000);
        assertThat(refund(RefundGround.WITHOUT_REASON, 1, 7)).isEqualTo(72_000);
        assertThat(decide(RefundGround.WITHOUT_REASON, 0, 8, false))
                .isEqualTo(new Decision.Refused(new SessionCardRefusal.TooLateWithoutReason(7, PAID)));
    }

    @Test
    void who_had_the_same_before_needs_a_reason() {
        assertThat(decide(RefundGround.WITHOUT_REASON, 0, 1, true))
                .isEqualTo(new Decision.Refused(new SessionCardRefusal.HadBefore()));
        assertThat(decide(RefundGround.CONSUMER, 0, 1, true)).isInstanceOf(Decision.Allowed.class);
    }

    @Test
    void a_card_that_is_used_up_has_nothing_left() {
        assertThat(decide(RefundGround.MERCHANT, 10, 1, false))
                .isEqualTo(new Decision.Refused(new SessionCardRefusal.NothingToRefund()));
    }

    private static long refund(RefundGround ground, int used, int days) {
        return ((Decision.Allowed) decide(ground, used, days, false)).refund();
    }

    private static Decision decide(RefundGround ground, int used, int days, boolean hadBefore) {
        var part = new CardRefund.Part(UUID.randomUUID(), "推拿", 10, used, 80_000, 10_000);
        return CardRefund.decide(
                RULES, new CardRefund.Case(ground, hadBefore, PAID, PAID.plusDays(days), 80_000, List.of(part), null));
    }
}
