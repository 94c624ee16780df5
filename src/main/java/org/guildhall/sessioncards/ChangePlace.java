package org.guildhall.sessioncards;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/** Replaces what is said about a place; bookings made before stand. */
@Schema(name = "ChangeSessionPlace")
public record ChangePlace(@NotNull @Valid PlaceDetails details, int expectedRevision) {}
