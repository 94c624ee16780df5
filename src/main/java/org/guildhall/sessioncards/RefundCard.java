package org.guildhall.sessioncards;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.UnitId;

/**
 * Refunds what is left of a card, the way it was paid; the card ends.
 *
 * @param expected as the quote had it
 */
@Schema(name = "RefundSessionCard")
public record RefundCard(
        @NotNull @Valid QuoteCardRefund asked,
        @NotNull Money expected,
        @NotNull UnitId store,
        @NotBlank @Size(max = 300) String reason) {}
