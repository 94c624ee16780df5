package org.guildhall.prepaid.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.guildhall.prepaid.PrepaidPolicy;
import org.guildhall.prepaid.PrepaidPolicy.Counting;
import org.guildhall.prepaid.PrepaidRefusal;
import org.guildhall.prepaid.RefundGround;
import org.guildhall.prepaid.rules.RefundRules.Decision;
import org.junit.jupiter.api.Test;

/** The articles of 法释〔2025〕4 号 as cases under configured rules: paid 1 000 yuan, given 200. */
class RefundRulesTest {

    private static final LocalDate PAID_ON = LocalDate.of(2026, 3, 2);
    private static final long PAID = 100_000;
    private static final long GIFT = 20_000;

    @Test
    void article_14_within_seven_days_all_principal_comes_back_without_a_reason() {
        assertThat(refund(RefundGround.WITHOUT_REASON, 0, 0, 7, false)).isEqualTo(100_000);
    }

    @Test
    void article_14_the_eighth_day_is_too_late() {
        assertThat(refused(RefundGround.WITHOUT_REASON, 8, false))
                .isEqualTo(new PrepaidRefusal.TooLateWithoutReason(7, PAID_ON));
    }

    @Test
    void article_14_not_for_who_had_had_the_same_before() {
        assertThat(refused(RefundGround.WITHOUT_REASON, 3, true)).isEqualTo(new PrepaidRefusal.HadBefore());
    }

    @Test
    void article_14_a_merchant_may_be_more_generous() {
        var generous = with(new PrepaidPolicy.Refunds(
                30,
                false,
                Counting.DISCOUNTED,
                Counting.UNDISCOUNTED,
                PrepaidPolicy.DEFAULT.refunds().alone(),
                2,
                90,
                "本店承诺"));
        assertThat(RefundRules.decide(generous, asked(RefundGround.WITHOUT_REASON, 0, 0, 30, true)))
                .isInstanceOf(Decision.Allowed.class);
    }

    @Test
    void article_18_the_merchant_is_the_cause_and_what_was_used_counts_at_paid_of_paid_and_gift() {
        assertThat(refund(RefundGround.MERCHANT, 60_000, 60_000, 100, true)).isEqualTo(50_000);
    }

    @Test
    void article_18_a_discounted_price_counts_and_not_the_list_price() {
        assertThat(refund(RefundGround.MERCHANT, 60_000, 90_000, 100, false)).isEqualTo(50_000);
    }

    @Test
    void article_19_the_consumer_is_the_cause_and_what_was_used_counts_undiscounted() {
        assertThat(refund(RefundGround.CONSUMER, 60_000, 60_000, 100, false)).isEqualTo(40_000);
        assertThat(refund(RefundGround.CONSUMER, 60_000, 90_000, 100, false)).isEqualTo(10_000);
    }

    @Test
    void article_20_never_more_counts_than_was_paid() {
        assertThat(refund(RefundGround.CONSUMER, 110_000, 150_000, 100, false)).isZero();
        assertThat(refund(RefundGround.MERCHANT, 120_000, 150_000, 100, false)).isZero();
    }

    @Test
    void fractions_are_counted_in_the_favour_of_the_consumer() {
        assertThat(refund(RefundGround.MERCHANT, 1, 1, 100, false)).isEqualTo(100_000);
        assertThat(refund(RefundGround.MERCHANT, 7, 7, 100, false)).isEqualTo(99_995);
    }

    @Test
    void nothing_left_is_nothing_to_refund() {
        var empty = new RefundCase(RefundGround.MERCHANT, false, PAID_ON, 0, List.of());
        assertThat(RefundRules.decide(PrepaidPolicy.DEFAULT, empty))
                .isEqualTo(new Decision.Refused(new PrepaidRefusal.NothingToRefund()));
    }

    @Test
    void the_second_refund_within_ninety_days_is_noticed() {
        assertThat(allowed(asked(RefundGround.CONSUMER, 0, 0, 0, false)).noticed())
                .isFalse();
        var again = new RefundCase(RefundGround.CONSUMER, false, PAID_ON, 1, List.of(contract(PAID, GIFT, 0, 0)));
        assertThat(allowed(again).noticed()).isTrue();
    }

    @Test
    void
            whatever_was_paid_given_and_used_the_merchants_fault_never_costs_the_consumer_more_and_nobody_gets_more_than_paid() {
        var dice = RandomGenerator.getDefault();
        for (int i = 0; i < 5_000; i++) {
            long paid = 1 + dice.nextLong(500_000);
            long gift = dice.nextLong(300_000);
            long used = dice.nextLong(paid + gift + 1);
            long listed = used + dice.nextLong(200_000);
            var contract = contract(paid, gift, used, listed);
            long merchant = refund(RefundGround.MERCHANT, contract);
            long consumer = refund(RefundGround.CONSUMER, contract);
            assertThat(merchant).as("%s", contract).isBetween(consumer, paid);
            assertThat(consumer).as("%s", contract).isBetween(0L, paid);
            if (used == paid + gift) {
                assertThat(merchant).as("%s", contract).isZero();
            }
        }
    }

    private static long refund(RefundGround ground, RefundCase.Contract contract) {
        return allowed(new RefundCase(ground, false, PAID_ON, 0, List.of(contract)))
                .refund();
    }

    private static long refund(RefundGround ground, long used, long listed, int days, boolean hadBefore) {
        return allowed(asked(ground, used, listed, days, hadBefore)).refund();
    }

    private static Decision.Allowed allowed(RefundCase asked) {
        return (Decision.Allowed) RefundRules.decide(PrepaidPolicy.DEFAULT, asked);
    }

    private static PrepaidRefusal refused(RefundGround ground, int days, boolean hadBefore) {
        var decision = RefundRules.decide(PrepaidPolicy.DEFAULT, asked(ground, 0, 0, days, hadBefore));
        return ((Decision.Refused) decision).reason();
    }

    private static RefundCase asked(RefundGround ground, long used, long listed, int days, boolean hadBefore) {
        return new RefundCase(
                ground, hadBefore, PAID_ON.plusDays(days), 0, List.of(contract(PAID, GIFT, used, listed)));
    }

    private static RefundCase.Contract contract(long paid, long gift, long used, long listed) {
        return new RefundCase.Contract(new UUID(0, 1), PAID_ON, paid, gift, used, listed, 0, 0);
    }

    private static PrepaidPolicy with(PrepaidPolicy.Refunds refunds) {
        var built = PrepaidPolicy.DEFAULT;
        return new PrepaidPolicy(
                built.ladder(),
                built.spending(),
                built.oddFen(),
                built.caps(),
                refunds,
                built.transfers(),
                built.lockMinutes(),
                built.identityYears());
    }
}
