package org.guildhall.sessioncards.acts;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.guildhall.jooq.sessioncards.tables.records.BookingRecord;
import org.guildhall.jooq.sessioncards.tables.records.ServiceRecord;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.StaffId;
import org.guildhall.kernel.UnitId;
import org.guildhall.sessioncards.BookSession;
import org.guildhall.sessioncards.BookingView.State;
import org.guildhall.sessioncards.CardFact.Kind;
import org.guildhall.sessioncards.Reschedule;
import org.guildhall.sessioncards.SessionCardRefusal;
import org.guildhall.sessioncards.rules.Diary;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes and moves bookings within the caller's transaction: the diary says who and what is free, constraints on the ranges of time
 * guard that it stays so.
 */
@Component
class Appointing {

    private static final int STEP_SECONDS = 300;

    private final BookingStore bookings;
    private final RotaStore rota;
    private final CardBook book;
    private final Often often;
    private final Surroundings surroundings;

    Appointing(BookingStore bookings, RotaStore rota, CardBook book, Often often, Surroundings surroundings) {
        this.bookings = bookings;
        this.rota = rota;
        this.book = book;
        this.often = often;
        this.surroundings = surroundings;
    }

    /** A time that is asked for, on its day. */
    private record Time(Diary.Span span, LocalDate day) {}

    /** What is asked for beside the time. */
    private record Asked(
            UnitId store,
            ServiceRecord service,
            @Nullable StaffId staff,
            @Nullable UUID place,
            @Nullable UUID except) {}

    /** Books from a card that is held. */
    void book(Opened card, Act act, BookSession command, Instant at) {
        var share = card.share(command.service());
        var service = service(command.service());
        var time = time(command.startsAt(), service, at);
        card.requireUsable(command.store(), time.day);
        often.requireOnceMore(card, time.day, null);
        var asked = new Asked(command.store(), service, command.staff(), command.place(), null);
        var fit = fit(card, asked, time);
        int most = surroundings.rules(today(at)).policy().bookings().mostOpen();
        if (!bookings.raise(card.card().getMemberId(), most)) {
            throw Refusal.of(new SessionCardRefusal.TooManyBookings(most));
        }
        var row = new BookingRecord();
        row.setBookingId(act.id());
        row.setMemberId(card.card().getMemberId());
        row.setCardId(card.id());
        row.setServiceId(command.service());
        row.setName(service.getName());
        row.setStoreId(command.store().value());
        row.setStaffId(fit.staff());
        row.setPlaceId(fit.room());
        row.setSeat(fit.seat());
        row.setDay(time.day);
        row.setStartsAt(CardStore.at(time.span.starts()));
        row.setEndsAt(CardStore.at(time.span.ends()));
        row.setState(State.BOOKED.code());
        row.setRevision(1);
        row.setBookedAt(CardStore.at(at));
        row.setRecordedAt(CardStore.at(surroundings.time().now()));
        row.setActor(surroundings.reach().access().actor().reference());
        bookings.insert(row);
        var fact = CardBook.of(Kind.BOOKED, share, 0, 1);
        about(fact, row);
        book.book(card, act, fact, at);
    }

    /** Moves a booking of a card that is held; the rules of the day it was booked for say until when. */
    void move(Opened card, Act act, BookingRecord row, Reschedule command, Instant at) {
        if (row.getRevision() != command.expectedRevision()) {
            throw Refusal.of(new SessionCardRefusal.Stale(command.expectedRevision(), row.getRevision()));
        }
        int hours = surroundings.rules(row.getDay()).policy().bookings().freeHours();
        if (at.isAfter(row.getStartsAt().toInstant().minus(Duration.ofHours(hours)))) {
            throw Refusal.of(new SessionCardRefusal.TooLateToMove(hours));
        }
        var store = new UnitId(row.getStoreId());
        var service = service(row.getServiceId());
        var time = time(command.startsAt(), service, at);
        card.requireUsable(store, time.day);
        often.requireOnceMore(card, time.day, row.getBookingId());
        var asked = new Asked(store, service, command.staff(), command.place(), row.getBookingId());
        var fit = fit(card, asked, time);
        bookings.move(row.getBookingId(), time.span, time.day, fit);
        var fact = CardBook.of(Kind.RESCHEDULED, card.share(row.getServiceId()), 0, 0);
        about(fact, bookings.row(row.getBookingId()).orElseThrow());
        book.book(card, act, fact, at);
    }

    /** What a fact tells of its booking. */
    static void about(org.guildhall.jooq.sessioncards.tables.records.FactRecord fact, BookingRecord row) {
        fact.setBookingId(row.getBookingId());
        fact.setStoreId(row.getStoreId());
        fact.setStaffId(row.getStaffId());
        fact.setStartsAt(row.getStartsAt());
    }

    private Time time(Instant starts, ServiceRecord service, Instant at) {
        if (starts.getEpochSecond() % STEP_SECONDS != 0 || starts.getNano() != 0) {
            throw InvalidInput.of("startsAt", starts, "five-minutes");
        }
        if (starts.isBefore(at)) {
            throw InvalidInput.of("startsAt", starts, "not-in-the-past");
        }
        var day = today(starts);
        int ahead = surroundings.rules(today(at)).policy().bookings().daysAhead();
        if (day.isAfter(today(at).plusDays(ahead))) {
            throw Refusal.of(new SessionCardRefusal.TooFarAhead(ahead));
        }
        return new Time(span(starts, service.getMinutes()), day);
    }

    Diary.Span span(Instant starts, int minutes) {
        var ends = starts.plus(Duration.ofMinutes(minutes));
        var zone = surroundings.time().zone();
        return new Diary.Span(
                starts.atZone(zone).toLocalTime(), ends.atZone(zone).toLocalTime(), starts, ends);
    }

    private Diary.Fit fit(Opened card, Asked asked, Time time) {
        if (asked.place != null) {
            var place = rota.place(asked.place);
            if (place.isEmpty() || !place.get().getStoreId().equals(asked.store.value())) {
                throw Refusal.of(new SessionCardRefusal.UnknownPlace(asked.place));
            }
        }
        var wish = new Diary.Wish(
                card.card().getMemberId(),
                asked.service.getNeedsStaff(),
                asked.service.getNeedsPlace(),
                asked.staff == null ? null : asked.staff.value(),
                asked.place);
        var diary = rota.diary(asked.store, time.day, card.card().getMemberId(), asked.except);
        return switch (diary.find(time.span, wish)) {
            case Diary.Answer.Fits(var fit) -> fit;
            case Diary.Answer.No(var reason) -> throw Refusal.of(reason);
        };
    }

    ServiceRecord service(UUID id) {
        return rota.service(id).orElseThrow(() -> Refusal.of(new SessionCardRefusal.UnknownService(id)));
    }

    private LocalDate today(Instant at) {
        return surroundings.time().dateOf(at);
    }
}
