package org.guildhall.checkout;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.UnitId;
import org.guildhall.prepaid.PaymentMethod;
import org.jspecify.annotations.Nullable;

/** So much was counted of a method at a store for a day; why, if it is not what was expected. */
public record CountTill(
        @NotNull UnitId store,
        @NotNull LocalDate day,
        @NotNull PaymentMethod method,
        @NotNull Money counted,
        @Nullable @Size(max = 300) String reason) {}
