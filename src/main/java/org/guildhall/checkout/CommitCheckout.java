package org.guildhall.checkout;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.guildhall.kernel.Money;
import org.guildhall.prepaid.PaymentMethod;
import org.jspecify.annotations.Nullable;

/** Sells a basket at the price that was quoted; the payments make what was due and is not paid with cashback. */
public record CommitCheckout(
        @NotNull @Valid Basket basket,
        @NotNull @Valid Expected expected,
        @NotNull @Size(max = 20) List<@Valid @NotNull Tender> payments) {

    /** Copies the payments. */
    public CommitCheckout {
        payments = List.copyOf(payments);
    }

    /** Money that changed hands. */
    @Schema(name = "CheckoutTender")
    public record Tender(
            @NotNull PaymentMethod method,
            @NotNull Money amount,
            @Nullable @Size(max = 100) String reference) {}
}
