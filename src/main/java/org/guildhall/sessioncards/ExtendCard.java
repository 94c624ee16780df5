package org.guildhall.sessioncards;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Moves a card's last day: so many days from it, or from today if it is over. */
@Schema(name = "ExtendSessionCard")
public record ExtendCard(
        @Min(1) @Max(1_096) int days,
        @NotBlank @Size(max = 300) String reason) {}
