package org.guildhall.sessioncards;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Makes a card good again that ended with sessions left, for as many days as the rules give. */
@Schema(name = "ReactivateSessionCard")
public record ReactivateCard(@NotBlank @Size(max = 300) String reason) {}
