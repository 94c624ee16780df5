package org.guildhall.checkout;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.UnitId;
import org.guildhall.prepaid.PaymentMethod;
import org.jspecify.annotations.Nullable;

/** Money that changed hands for a checkout; below zero when it went back. */
@Schema(name = "CounterPayment")
public record PaymentRow(
        UUID id,
        UUID checkout,
        String number,
        PaymentMethod method,
        Money amount,
        @Nullable String reference,
        UnitId store,
        Instant occurredAt,
        String actor) {}
