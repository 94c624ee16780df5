package org.guildhall.sessioncards;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * What staff enters about a place.
 *
 * @param capacity how many sessions at once
 * @param inUse whether new bookings may take it
 */
@Schema(name = "SessionPlaceDetails")
public record PlaceDetails(
        @NotBlank @Size(max = 40) String name,
        @Min(1) @Max(100) int capacity,
        boolean inUse) {}
