package org.guildhall.checkout;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.guildhall.kernel.UnitId;

/**
 * What somebody shows at the counter of a store to be identified.
 *
 * @param shown the whole member number, scanned or typed, or the whole mobile
 */
public record IdentifyBuyer(
        @NotBlank @Size(max = 60) String shown, @NotNull UnitId store) {}
