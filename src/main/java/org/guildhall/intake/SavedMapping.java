package org.guildhall.intake;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;

/** A mapping with settings, kept under a name for the next file. */
@Schema(name = "SavedMapping")
public record SavedMapping(UUID id, SaveMapping content, Instant savedAt) {

    /** Keep this mapping under a name. */
    @Schema(name = "SaveMapping")
    public record SaveMapping(
            @NotBlank @Size(max = 80) String name,
            @NotNull ImportKind kind,
            @NotNull @Valid Mapping mapping,
            @NotNull @Valid ImportSettings settings) {}
}
