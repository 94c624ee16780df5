package org.guildhall.loyalty;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.guildhall.kernel.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * Give a member a tier by hand from today; it stands beside what the member qualifies for, and the higher of both counts.
 *
 * @param until last day of the grant; absent: without end
 */
@Schema(name = "GrantTier")
public record GrantTier(
        @NotNull MemberId member,
        @NotBlank @Size(max = 40) String tier,
        @Nullable LocalDate until,
        @NotBlank @Size(max = 500) String reason) {}
