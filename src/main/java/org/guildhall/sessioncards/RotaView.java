package org.guildhall.sessioncards;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.UnitId;

/**
 * What bookings of a store are made by.
 *
 * @param revision of the hours; 0 where none were set
 * @param people who works there today or has hours there
 */
@Schema(name = "SessionRota")
public record RotaView(
        UnitId store, List<WeekHours> hours, int revision, List<Place> places, List<SlotView.Person> people) {

    /** A place. */
    @Schema(name = "SessionPlace")
    public record Place(UUID id, PlaceDetails details, int revision) {}
}
