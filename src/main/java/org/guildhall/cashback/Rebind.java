package org.guildhall.cashback;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.guildhall.kernel.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * Change a bond, for a reason.
 *
 * @param promoter to whom from now on; absent: to nobody
 */
public record Rebind(
        @Nullable MemberId promoter,
        @NotBlank @Size(max = 300) String reason) {}
