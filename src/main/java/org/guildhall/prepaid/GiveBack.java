package org.guildhall.prepaid;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.guildhall.kernel.Money;
import org.jspecify.annotations.Nullable;

/** Gives a payment back; all that is left of it if no amount is named. */
public record GiveBack(
        @Nullable Money amount, @NotBlank @Size(max = 300) String reason) {}
