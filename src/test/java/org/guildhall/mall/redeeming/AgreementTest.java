package org.guildhall.mall.redeeming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Refusal;
import org.guildhall.mall.MallRefusal.CashOutdated;
import org.guildhall.mall.MallRefusal.PaymentsDiffer;
import org.guildhall.mall.MallRefusal.PriceOutdated;
import org.guildhall.mall.Redeem;
import org.guildhall.mall.RedemptionPrice;
import org.guildhall.prepaid.PaymentMethod;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is due is paid to the fen, and what was shown is what is charged. */
class AgreementTest {

    private static final RedemptionPrice POINTS_ALONE = new RedemptionPrice(300, null);
    private static final RedemptionPrice WITH_MONEY = new RedemptionPrice(300, Money.cny(2_990));

    @Test
    void several_methods_pay_together() {
        assertThat(broken(WITH_MONEY, null, 2_990)).isNull();
        assertThat(broken(WITH_MONEY, null, 990, 2_000)).isNull();
        assertThat(broken(POINTS_ALONE, null)).isNull();
    }

    @Test
    void a_fen_too_few_or_too_many_is_refused_and_so_is_money_nobody_asked_for() {
        assertThat(broken(WITH_MONEY, null, 2_989)).isEqualTo(new PaymentsDiffer(Money.cny(2_990), Money.cny(2_989)));
        assertThat(broken(WITH_MONEY, null, 2_990, 1))
                .isEqualTo(new PaymentsDiffer(Money.cny(2_990), Money.cny(2_991)));
        assertThat(broken(WITH_MONEY, null)).isEqualTo(new PaymentsDiffer(Money.cny(2_990), Money.cny(0)));
        assertThat(broken(POINTS_ALONE, null, 1)).isEqualTo(new PaymentsDiffer(Money.cny(0), Money.cny(1)));
        var foreign = new Redeem.Tender(PaymentMethod.CASH, Money.of(2_990, "USD"), null);
        assertThat(Agreement.broken(WITH_MONEY, null, List.of(foreign))).isInstanceOf(InvalidInput.class);
    }

    @Test
    void a_price_that_is_no_longer_what_was_shown_is_told_before_the_payment() {
        assertThat(broken(WITH_MONEY, WITH_MONEY, 2_990)).isNull();
        assertThat(broken(POINTS_ALONE, new RedemptionPrice(300, Money.cny(0)))).isNull();
        assertThat(broken(WITH_MONEY, new RedemptionPrice(299, Money.cny(1)), 1))
                .isEqualTo(new PriceOutdated(299, 300));
        assertThat(broken(WITH_MONEY, new RedemptionPrice(300, Money.cny(1_990)), 1_990))
                .isEqualTo(new CashOutdated(Money.cny(1_990), Money.cny(2_990)));
        assertThat(broken(WITH_MONEY, POINTS_ALONE)).isEqualTo(new CashOutdated(Money.cny(0), Money.cny(2_990)));
        assertThat(broken(POINTS_ALONE, WITH_MONEY, 2_990)).isEqualTo(new CashOutdated(Money.cny(2_990), Money.cny(0)));
    }

    private static Refusal.@Nullable Reason broken(RedemptionPrice now, @Nullable RedemptionPrice shown, long... fen) {
        return Agreement.broken(
                now,
                shown,
                java.util.Arrays.stream(fen)
                        .mapToObj(amount -> new Redeem.Tender(PaymentMethod.CASH, Money.cny(amount), null))
                        .toList());
    }
}
