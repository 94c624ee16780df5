package org.guildhall.checkout;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.UnitId;
import org.guildhall.prepaid.PaymentMethod;
import org.jspecify.annotations.Nullable;

/** One business day of the counters. */
public record PaymentDay(LocalDate day, List<Till> tills) {

    /**
     * One store's money by one method.
     *
     * @param expected taken in less given back
     * @param counted what was counted last; absent if nobody counted
     */
    @Schema(name = "CounterTill")
    public record Till(
            UnitId store,
            PaymentMethod method,
            Money in,
            Money out,
            Money expected,
            long times,
            @Nullable Counted counted) {}

    /**
     * What somebody counted.
     *
     * @param difference counted less expected now; it changes when more is paid after counting
     */
    @Schema(name = "CountedTill")
    public record Counted(
            Money amount, Money difference, @Nullable String reason, String actor) {}
}
