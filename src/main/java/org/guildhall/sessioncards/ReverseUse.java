package org.guildhall.sessioncards;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/** Gives a session back that was used by mistake, or taken for a no-show that is forgiven; or takes an activation back. */
@Schema(name = "ReverseSessionUse")
public record ReverseUse(
        @NotNull UUID fact, @NotBlank @Size(max = 300) String reason) {}
