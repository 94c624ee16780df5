package org.guildhall.loyalty;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.guildhall.kernel.Points;

/**
 * What a recorded return took back.
 *
 * @param replayed the same return had been recorded before; nothing was changed
 * @param pending its purchase is not known yet; it will count as soon as the purchase arrives
 */
public record ReturnReceipt(
        @NotNull UUID id,
        boolean replayed,
        boolean pending,
        @NotNull Points pointsTakenBack,
        @NotNull Points growthTakenBack,
        @NotNull String tier,
        boolean tierChanged) {}
