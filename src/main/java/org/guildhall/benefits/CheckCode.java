package org.guildhall.benefits;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a code that is shown at a store.
 *
 * @param member who shows it, if that is known
 */
public record CheckCode(
        @NotBlank @Size(max = 40) String code,
        @NotNull UnitId store,
        @Nullable MemberId member) {}
