package org.guildhall.cashback;

import static org.assertj.core.api.Assertions.assertThat;

import org.guildhall.kernel.Money;
import org.guildhall.kernel.Refusal;
import org.junit.jupiter.api.Test;

/** What the rules of payouts may not say. */
class PayoutPolicyTest {

    @Test
    void the_least_that_is_paid_is_an_amount_of_the_base_currency() {
        var check = PayoutPolicy.KIND.validator();
        assertThat(check.apply(PayoutPolicy.DEFAULT)).isEmpty();
        assertThat(check.apply(new PayoutPolicy(7, Money.of(1_000, "USD"))))
                .extracting(Refusal.Field::rule)
                .containsExactly("in-the-base-currency");
        assertThat(check.apply(new PayoutPolicy(7, Money.cny(-1))))
                .extracting(Refusal.Field::rule)
                .containsExactly("not-negative");
    }
}
