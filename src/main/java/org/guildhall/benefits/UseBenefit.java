package org.guildhall.benefits;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * Uses a benefit at a store, with a code or for a member who was identified.
 *
 * @param member not needed with a code; if given, the code must be theirs
 * @param benefit not needed with a code; if given, the code must be for it
 * @param guests whom the member brings to a lounge
 * @param applyTo what a discount is taken from
 */
public record UseBenefit(
        @NotNull UnitId store,
        @Nullable MemberId member,
        @Nullable @Size(max = 40) String benefit,
        @Nullable @Size(max = 40) String code,
        @Nullable @Min(0) @Max(20) Integer guests,
        @Nullable Money applyTo) {}
