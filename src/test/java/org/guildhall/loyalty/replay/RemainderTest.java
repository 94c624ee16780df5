package org.guildhall.loyalty.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.loyalty.LineFact;
import org.guildhall.loyalty.PurchaseFact;
import org.guildhall.loyalty.ReturnFact;
import org.guildhall.loyalty.ReturnedLine;
import org.junit.jupiter.api.Test;

class RemainderTest {

    private static final MemberId MEMBER = new MemberId(new UUID(0, 9));
    private static final Instant AT = Instant.parse("2026-01-05T03:00:00Z");
    private static final PurchaseFact BOUGHT = new PurchaseFact(
            "till",
            "1",
            MEMBER,
            AT,
            null,
            null,
            Money.cny(10_000),
            List.of(
                    new LineFact("tea", "c", 2_000, Money.cny(7_000)),
                    new LineFact("cup", "c", 1_000, Money.cny(3_000))),
            null);

    @Test
    void a_line_whose_whole_quantity_came_back_is_gone_whatever_was_paid_out_for_it() {
        var remainder = Remainder.after(BOUGHT, List.of(back(new ReturnedLine(1, 2_000, Money.cny(5_000)))));
        assertThat(remainder.total()).isEqualTo(3_000);
        assertThat(remainder.isGone()).isFalse();
        remainder.giveBack(back(new ReturnedLine(2, 1_000, Money.cny(1))));
        assertThat(remainder.isGone()).isTrue();
    }

    @Test
    void a_part_of_a_line_takes_off_its_amount_only() {
        var remainder = Remainder.after(BOUGHT, List.of(back(new ReturnedLine(1, 1_000, Money.cny(3_500)))));
        assertThat(remainder.total()).isEqualTo(6_500);
        remainder.giveBack(back(new ReturnedLine(1, 500, Money.cny(9_000))));
        assertThat(remainder.total()).as("never more than the line had left").isEqualTo(3_000);
    }

    private static ReturnFact back(ReturnedLine line) {
        return new ReturnFact("till", "r" + line, "1", MEMBER, AT.plusSeconds(60), List.of(line), null);
    }
}
