package org.guildhall.sessioncards;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.StaffId;

/** A time at which a service can be booked, and who and which places are free then. */
@Schema(name = "SessionSlot")
public record SlotView(Instant startsAt, List<Person> staff, List<Spot> places) {

    /** A staff member. */
    @Schema(name = "SessionPerson")
    public record Person(StaffId id, String name) {}

    /** A place. */
    @Schema(name = "SessionSpot")
    public record Spot(UUID id, String name) {}
}
