package org.guildhall.prepaid;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks what a refund would be: of one top-up, or of all that is left.
 *
 * @param hadBefore whether the member had had the same goods or services before paying
 */
public record QuoteRefund(@Nullable UUID topUp, @NotNull RefundGround ground, boolean hadBefore) {}
