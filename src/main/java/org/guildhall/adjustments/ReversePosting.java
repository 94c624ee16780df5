package org.guildhall.adjustments;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Undoes a posting by hand; the reason stays with the posting that undoes it. */
public record ReversePosting(@NotBlank @Size(max = 200) String reason) {}
