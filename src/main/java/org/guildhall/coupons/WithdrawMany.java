package org.guildhall.coupons;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.Slice;

/** Withdraws several coupons for one reason, each by itself. */
public record WithdrawMany(
        @NotEmpty @Size(max = Slice.PAGE_LIMIT) List<@NotNull UUID> coupons,
        @NotBlank @Size(max = 300) String reason) {

    /** Copies the list. */
    public WithdrawMany {
        coupons = coupons == null ? List.of() : List.copyOf(coupons);
    }
}
