package org.guildhall.loyalty;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Take back an occasion that was a mistake or an abuse, with what it brought. */
@Schema(name = "TakeBackOccasion")
public record TakeBackOccasion(@NotBlank @Size(max = 200) String reason) {}
