package org.guildhall.prepaid;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * Gives a payment back; all that is left of it if no amount is named.
 *
 * @param store at whose counter; where it was paid if absent
 */
public record GiveBack(
        @Nullable Money amount,
        @NotBlank @Size(max = 300) String reason,
        @Nullable UnitId store) {}
