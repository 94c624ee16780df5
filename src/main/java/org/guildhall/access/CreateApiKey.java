package org.guildhall.access;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * Makes a key for a program.
 *
 * @param unit the key reaches the data of this unit and those below; everything when absent
 * @param perSecond requests a second in the long run, 50 when absent
 * @param burst requests at once, 200 when absent
 */
public record CreateApiKey(
        @NotBlank @Size(max = 100) String name,
        @NotEmpty @Size(max = 200) List<@NotNull Permission> permissions,
        @Nullable UnitId unit,
        @Nullable @Min(1) @Max(100_000) Integer perSecond,
        @Nullable @Min(1) @Max(100_000) Integer burst,
        @Nullable Instant expiresAt) {}
