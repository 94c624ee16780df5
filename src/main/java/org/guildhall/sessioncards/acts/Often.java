package org.guildhall.sessioncards.acts;

import java.time.LocalDate;
import java.util.UUID;
import org.guildhall.kernel.Refusal;
import org.guildhall.sessioncards.SessionCardRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps a card of unlimited use to as many uses a day as it allows; what is booked for the day counts. Asked while the card is held. */
@Component
record Often(FactStore facts, BookingStore bookings) {

    /** Refuses one more use on the day; a booking that is moved does not stand in its own way. */
    void requireOnceMore(Opened card, LocalDate day, @Nullable UUID moved) {
        var daily = card.card().getDaily();
        if (daily != null && facts.usesOn(card.id(), day) + bookings.openOn(card.id(), day, moved) >= daily) {
            throw Refusal.of(new SessionCardRefusal.OftenEnough(card.card().getName(), day, daily));
        }
    }
}
