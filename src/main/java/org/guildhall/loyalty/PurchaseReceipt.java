package org.guildhall.loyalty;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.guildhall.kernel.Points;

/**
 * What a recorded purchase brought.
 *
 * @param replayed the same purchase had been recorded before; nothing was changed
 * @param points points this purchase earned (before returns)
 * @param tier the member's tier after it
 * @param tierChanged whether this call changed the tier
 */
public record PurchaseReceipt(
        @NotNull UUID id,
        boolean replayed,
        @NotNull Points points,
        @NotNull Points growth,
        @NotNull String tier,
        boolean tierChanged) {}
