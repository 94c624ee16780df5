package org.guildhall.sessioncards.acts;

import static org.guildhall.jooq.sessioncards.Tables.BOOKER;
import static org.guildhall.jooq.sessioncards.Tables.BOOKING;
import static org.jooq.impl.DSL.noCondition;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guildhall.jooq.sessioncards.tables.records.BookingRecord;
import org.guildhall.kernel.MemberId;
import org.guildhall.sessioncards.BookingView.State;
import org.guildhall.sessioncards.rules.Diary;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps bookings, and how many of a member are open; a booking changes only while its card is held. */
@Component
class BookingStore {

    private final DSLContext sql;

    BookingStore(DSLContext sql) {
        this.sql = sql;
    }

    Optional<BookingRecord> row(UUID id) {
        return sql.selectFrom(BOOKING).where(BOOKING.BOOKING_ID.eq(id)).fetchOptional();
    }

    void insert(BookingRecord row) {
        sql.executeInsert(row);
    }

    void move(UUID id, Diary.Span span, LocalDate day, Diary.Fit fit) {
        sql.update(BOOKING)
                .set(BOOKING.STARTS_AT, CardStore.at(span.starts()))
                .set(BOOKING.ENDS_AT, CardStore.at(span.ends()))
                .set(BOOKING.DAY, day)
                .set(BOOKING.STAFF_ID, fit.staff())
                .set(BOOKING.PLACE_ID, fit.room())
                .set(BOOKING.SEAT, fit.seat())
                .set(BOOKING.REVISION, BOOKING.REVISION.plus(1))
                .where(BOOKING.BOOKING_ID.eq(id))
                .execute();
    }

    void end(UUID id, State state) {
        sql.update(BOOKING)
                .set(BOOKING.STATE, state.code())
                .set(BOOKING.REVISION, BOOKING.REVISION.plus(1))
                .where(BOOKING.BOOKING_ID.eq(id))
                .execute();
    }

    /** Open bookings, but for some, of days before this one. */
    List<UUID> openBefore(LocalDate day, Collection<UUID> but, int limit) {
        return sql.select(BOOKING.BOOKING_ID)
                .from(BOOKING)
                .where(BOOKING.STATE.eq(State.BOOKED.code()))
                .and(BOOKING.DAY.lt(day))
                .and(BOOKING.BOOKING_ID.notIn(but))
                .orderBy(BOOKING.DAY, BOOKING.NUMBER)
                .limit(limit)
                .fetch(BOOKING.BOOKING_ID);
    }

    /** How many bookings of a card are open on a day, but for one. */
    int openOn(UUID card, LocalDate day, @Nullable UUID but) {
        return sql.fetchCount(sql.selectOne()
                .from(BOOKING)
                .where(BOOKING.CARD_ID.eq(card))
                .and(BOOKING.STATE.eq(State.BOOKED.code()))
                .and(BOOKING.DAY.eq(day))
                .and(but == null ? noCondition() : BOOKING.BOOKING_ID.ne(but)));
    }

    List<UUID> openOf(MemberId member) {
        return sql.select(BOOKING.BOOKING_ID)
                .from(BOOKING)
                .where(BOOKING.STATE.eq(State.BOOKED.code()))
                .and(BOOKING.MEMBER_ID.eq(member.value()))
                .orderBy(BOOKING.NUMBER)
                .fetch(BOOKING.BOOKING_ID);
    }

    /** Counts one more open booking; false if the member has as many as may be. */
    boolean raise(UUID member, int most) {
        sql.insertInto(BOOKER)
                .set(BOOKER.MEMBER_ID, member)
                .set(BOOKER.OPEN, 0)
                .set(BOOKER.MOST, most)
                .onConflict(BOOKER.MEMBER_ID)
                .doNothing()
                .execute();
        return sql.update(BOOKER)
                        .set(BOOKER.OPEN, BOOKER.OPEN.plus(1))
                        .set(BOOKER.MOST, most)
                        .where(BOOKER.MEMBER_ID.eq(member))
                        .and(BOOKER.OPEN.lt(most))
                        .execute()
                == 1;
    }

    void lower(UUID member) {
        sql.update(BOOKER)
                .set(BOOKER.OPEN, BOOKER.OPEN.minus(1))
                .where(BOOKER.MEMBER_ID.eq(member))
                .execute();
    }
}
