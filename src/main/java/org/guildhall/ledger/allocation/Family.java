package org.guildhall.ledger.allocation;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.guildhall.ledger.Contra;
import org.guildhall.ledger.Movement.Spend;
import org.jspecify.annotations.Nullable;

/**
 * What is allocated as one: the grants and claw-backs of one cause at one instant, or else a single posting ({@code at} is
 * absent then).
 */
public record Family(@Nullable Instant at, String type, UUID id) {

    /** The family an event belongs to. */
    public static Family of(Event event) {
        return switch (event.act()) {
            case Act.Moved(Spend spend) -> single(event.posting());
            case Act.Moved moved -> new Family(event.occurredAt(), event.causeType(), event.causeId());
            case Act.Lapsed lapsed -> single(event.posting());
            case Act.Restored restored -> single(event.posting());
            case Act.RestoredPart restored -> single(event.posting());
            case Act.Settled settled -> single(event.posting());
            case Act.Carried carried -> single(event.posting());
        };
    }

    /** The family, among the events of the posting it is about, to which a booked entry belongs. */
    public static Family of(UUID about, Collection<Event> events, Contra contra) {
        if (contra == Contra.ISSUED || contra == Contra.LOST) {
            for (var event : events) {
                var family = of(event);
                if (family.at() != null) {
                    return family;
                }
            }
        }
        return single(about);
    }

    private static Family single(UUID posting) {
        return new Family(null, "", posting);
    }
}
