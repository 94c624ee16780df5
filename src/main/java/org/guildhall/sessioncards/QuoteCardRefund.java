package org.guildhall.sessioncards;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.guildhall.prepaid.RefundGround;

/**
 * Asks what a refund would be.
 *
 * @param hadBefore whether the member says they had had the same services elsewhere before they bought the card
 */
@Schema(name = "QuoteSessionCardRefund")
public record QuoteCardRefund(@NotNull RefundGround ground, boolean hadBefore) {}
