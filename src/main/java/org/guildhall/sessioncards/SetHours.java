package org.guildhall.sessioncards;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Replaces the weekly hours of a store; bookings made before stand.
 *
 * @param expectedRevision 0 where none were set yet
 */
@Schema(name = "SetSessionHours")
public record SetHours(@NotNull @Size(max = 500) List<@Valid @NotNull WeekHours> hours, int expectedRevision) {

    /** Copies the list. */
    public SetHours {
        hours = hours == null ? List.of() : List.copyOf(hours);
    }
}
