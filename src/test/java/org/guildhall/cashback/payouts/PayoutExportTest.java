package org.guildhall.cashback.payouts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.guildhall.cashback.PayoutHeld;
import org.guildhall.cashback.PayoutLineView;
import org.guildhall.cashback.PayoutLineView.Reversed;
import org.guildhall.cashback.PayoutState;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.platform.FileWords;
import org.guildhall.testing.MovableClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The file says of each line what became of it, as the screen does. */
class PayoutExportTest {

    private static final Money PAID = Money.cny(1_800);
    private static final Reversed BACK = new Reversed("户名不符", MovableClock.START, "staff:1");

    @Test
    void a_line_that_was_not_paid_is_not_called_paid() {
        assertThat(said(PayoutState.PAID, null, PAID, null)).isEqualTo("已发放");
        assertThat(said(PayoutState.PAID, PayoutHeld.BELOW_LEAST, null, null)).isEqualTo("低于起付额，结转");
        assertThat(said(PayoutState.PAID, null, null, null)).isEqualTo("审批间退货，未发");
        assertThat(said(PayoutState.PAID, null, PAID, BACK)).isEqualTo("已冲回");
        assertThat(said(PayoutState.ASKED, null, null, null)).isEqualTo("待审批");
        assertThat(said(PayoutState.DROPPED, null, null, null)).isEqualTo("未获批准");
    }

    private static String said(
            PayoutState state, @Nullable PayoutHeld held, @Nullable Money paid, @Nullable Reversed reversed) {
        var line = new PayoutLineView(
                UUID.randomUUID(),
                YearMonth.of(2026, 2),
                state,
                new MemberId(UUID.randomUUID()),
                PAID,
                Money.cny(0),
                PAID,
                PAID,
                held,
                paid,
                paid == null ? null : LocalDate.of(2026, 3, 2),
                paid,
                reversed);
        return PayoutExport.state(line, FileWords.of("cashback", null));
    }
}
