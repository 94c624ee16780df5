package org.guildhall.checkout;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.UUID;
import org.guildhall.kernel.Slice;
import org.guildhall.prepaid.PaidFor;
import org.guildhall.prepaid.PaymentMethod;
import org.jspecify.annotations.Nullable;

/** Which payments to list, newest first. */
public record PaymentQuery(
        @Nullable UUID store,
        @Nullable PaymentMethod method,

        @Parameter(description = "What the money was for") @Nullable
        PaidFor what,

        @Parameter(description = "First business day") @Nullable
        LocalDate from,

        @Parameter(description = "Last business day") @Nullable
        LocalDate to,

        @Nullable String cursor,
        @Nullable @Min(1) @Max(Slice.PAGE_LIMIT) Integer limit) {

    /** The size of a page. */
    public int size() {
        return limit == null ? 50 : limit;
    }
}
