package org.guildhall.sessioncards;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/** Replaces what is said about a draft. */
@Schema(name = "ChangeSessionProduct")
public record ChangeProduct(@NotNull @Valid ProductDetails details, int expectedRevision) {}
