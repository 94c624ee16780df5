package org.guildhall.sessioncards.acts;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.guildhall.jooq.sessioncards.tables.records.BookingRecord;
import org.guildhall.jooq.sessioncards.tables.records.FactRecord;
import org.guildhall.kernel.Refusal;
import org.guildhall.sessioncards.BookingView.State;
import org.guildhall.sessioncards.CancelBooking;
import org.guildhall.sessioncards.CardFact.Kind;
import org.guildhall.sessioncards.Confirmation;
import org.guildhall.sessioncards.SessionCardPolicy;
import org.guildhall.sessioncards.SessionCardRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Ends bookings of a card that is held: the member came, did not come, or it was cancelled. The rules of the booked day decide. */
@Component
class Ending {

    private final BookingStore bookings;
    private final CardBook book;
    private final Surroundings surroundings;

    Ending(BookingStore bookings, CardBook book, Surroundings surroundings) {
        this.bookings = bookings;
        this.book = book;
        this.surroundings = surroundings;
    }

    /** A booking that is ended, with its card. */
    record Ended(Opened card, BookingRecord row, Act act, Instant at) {

        void requireOpen() {
            var state = State.of(row.getState());
            if (state != State.BOOKED) {
                throw Refusal.of(new SessionCardRefusal.BookingEnded(state));
            }
        }
    }

    void attended(Ended ended, @Nullable Confirmation confirmed) {
        ended.requireOpen();
        var today = surroundings.time().dateOf(ended.at);
        if (!today.equals(ended.row.getDay())) {
            throw Refusal.of(new SessionCardRefusal.NotItsDay(ended.row.getDay()));
        }
        surroundings.requireConfirmed(confirmed, today);
        end(ended, State.ATTENDED, 1, fact -> fact.setConfirmed(confirmed == null ? null : confirmed.code()));
    }

    void noShow(Ended ended) {
        ended.requireOpen();
        if (!waitedLongEnough(ended)) {
            throw Refusal.of(new SessionCardRefusal.StillWaitedFor(waitedUntil(ended)));
        }
        end(ended, State.NO_SHOW, takes(ended, rules(ended).noShowTakes()), fact -> {});
    }

    boolean waitedLongEnough(Ended ended) {
        return !ended.at.isBefore(waitedUntil(ended));
    }

    private Instant waitedUntil(Ended ended) {
        return ended.row
                .getStartsAt()
                .toInstant()
                .plus(Duration.ofMinutes(rules(ended).noShowMinutes()));
    }

    void cancel(Ended ended, CancelBooking command) {
        ended.requireOpen();
        var starts = ended.row.getStartsAt().toInstant();
        if (!ended.at.isBefore(starts)) {
            throw Refusal.of(new SessionCardRefusal.HasBegun(starts));
        }
        var rules = rules(ended);
        boolean late = command.by() == CancelBooking.By.MEMBER
                && ended.at.isAfter(starts.minus(Duration.ofHours(rules.freeHours())));
        int takes = takes(ended, late && rules.lateCancelTakes());
        end(ended, late ? State.LATE_CANCELLED : State.CANCELLED, takes, fact -> fact.setReason(command.reason()));
    }

    /** The house calls it off for a member who is no more. */
    void callOff(Ended ended) {
        if (State.of(ended.row.getState()) == State.BOOKED) {
            end(ended, State.CANCELLED, 0, fact -> {});
        }
    }

    /** Of a card of unlimited use nothing is taken: its days go by all the same. */
    private static int takes(Ended ended, boolean one) {
        return one && !ended.card.unlimited() ? 1 : 0;
    }

    private SessionCardPolicy.Bookings rules(Ended ended) {
        return surroundings.rules(ended.row.getDay()).policy().bookings();
    }

    private void end(Ended ended, State state, int used, Consumer<FactRecord> with) {
        var row = ended.row;
        bookings.end(row.getBookingId(), state);
        bookings.lower(row.getMemberId());
        var fact = CardBook.of(Kind.of(state.code()), ended.card.share(row.getServiceId()), used, -1);
        Appointing.about(fact, row);
        with.accept(fact);
        fact.setVersion(surroundings.rules(row.getDay()).version());
        book.book(ended.card, ended.act, fact, ended.at);
    }
}
