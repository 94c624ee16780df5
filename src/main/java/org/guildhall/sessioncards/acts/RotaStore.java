package org.guildhall.sessioncards.acts;

import static org.guildhall.jooq.sessioncards.Tables.BOOKING;
import static org.guildhall.jooq.sessioncards.Tables.HOURS;
import static org.guildhall.jooq.sessioncards.Tables.PLACE;
import static org.guildhall.jooq.sessioncards.Tables.ROTA;
import static org.guildhall.jooq.sessioncards.Tables.SERVICE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guildhall.jooq.sessioncards.tables.records.HoursRecord;
import org.guildhall.jooq.sessioncards.tables.records.PlaceRecord;
import org.guildhall.jooq.sessioncards.tables.records.ServiceRecord;
import org.guildhall.kernel.StaffId;
import org.guildhall.kernel.UnitId;
import org.guildhall.sessioncards.PlaceDetails;
import org.guildhall.sessioncards.RotaView;
import org.guildhall.sessioncards.WeekHours;
import org.guildhall.sessioncards.rules.Diary;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps weekly hours and places of stores, and opens the diary of a day. */
@Component
class RotaStore {

    private final DSLContext sql;

    RotaStore(DSLContext sql) {
        this.sql = sql;
    }

    Optional<ServiceRecord> service(UUID id) {
        return sql.selectFrom(SERVICE).where(SERVICE.SERVICE_ID.eq(id)).fetchOptional();
    }

    int revision(UnitId store) {
        return sql.select(ROTA.REVISION)
                .from(ROTA)
                .where(ROTA.STORE_ID.eq(store.value()))
                .fetchOptional(ROTA.REVISION)
                .orElse(0);
    }

    List<WeekHours> hours(UnitId store) {
        return sql.selectFrom(HOURS)
                .where(HOURS.STORE_ID.eq(store.value()))
                .orderBy(HOURS.PLACE)
                .fetch(row -> new WeekHours(
                        row.getStaffId() == null ? null : new StaffId(row.getStaffId()),
                        row.getWeekday(),
                        row.getOpens().toString(),
                        row.getCloses().toString()));
    }

    /** Replaces the hours of a store that are still at the revision; false if they are not. */
    boolean replace(UnitId store, List<WeekHours> hours, int revision, Instant now) {
        int moved = revision == 0
                ? sql.insertInto(ROTA)
                        .set(ROTA.STORE_ID, store.value())
                        .set(ROTA.REVISION, 1)
                        .set(ROTA.CHANGED_AT, CardStore.at(now))
                        .onConflict(ROTA.STORE_ID)
                        .doNothing()
                        .execute()
                : sql.update(ROTA)
                        .set(ROTA.REVISION, revision + 1)
                        .set(ROTA.CHANGED_AT, CardStore.at(now))
                        .where(ROTA.STORE_ID.eq(store.value()))
                        .and(ROTA.REVISION.eq(revision))
                        .execute();
        if (moved == 0) {
            return false;
        }
        sql.deleteFrom(HOURS).where(HOURS.STORE_ID.eq(store.value())).execute();
        int place = 0;
        for (var one : hours) {
            var row = new HoursRecord();
            row.setStoreId(store.value());
            row.setPlace(place++);
            row.setStaffId(one.staff() == null ? null : one.staff().value());
            row.setWeekday(one.weekday());
            row.setOpens(one.from());
            row.setCloses(one.to());
            sql.executeInsert(row);
        }
        return true;
    }

    List<RotaView.Place> places(UnitId store) {
        return sql.selectFrom(PLACE)
                .where(PLACE.STORE_ID.eq(store.value()))
                .orderBy(PLACE.NUMBER)
                .fetch(row -> new RotaView.Place(row.getPlaceId(), details(row), row.getRevision()));
    }

    Optional<PlaceRecord> place(UUID id) {
        return sql.selectFrom(PLACE).where(PLACE.PLACE_ID.eq(id)).fetchOptional();
    }

    /** Whether another place of the store has this name. */
    boolean taken(UUID store, String name, @Nullable UUID except) {
        return sql
                .select(PLACE.PLACE_ID)
                .from(PLACE)
                .where(PLACE.STORE_ID.eq(store))
                .and(PLACE.NAME.eq(name.strip()))
                .fetch(PLACE.PLACE_ID)
                .stream()
                .anyMatch(id -> !id.equals(except));
    }

    void insert(UUID id, UnitId store, PlaceDetails details, Instant now) {
        var row = row(details, now);
        row.setPlaceId(id);
        row.setStoreId(store.value());
        row.setRevision(1);
        sql.insertInto(PLACE).set(row).execute();
    }

    /** Replaces what is said about a place that is still at the revision; false if it is not. */
    boolean update(UUID id, PlaceDetails details, int revision, Instant now) {
        var row = row(details, now);
        row.setRevision(revision + 1);
        return sql.update(PLACE)
                        .set(row)
                        .where(PLACE.PLACE_ID.eq(id))
                        .and(PLACE.REVISION.eq(revision))
                        .execute()
                == 1;
    }

    /** The store's day, with whatever else its people and the member do then; one booking may be left out. */
    Diary diary(UnitId store, LocalDate day, @Nullable UUID member, @Nullable UUID except) {
        var hours = sql.selectFrom(HOURS)
                .where(HOURS.STORE_ID.eq(store.value()))
                .and(HOURS.WEEKDAY.eq(day.getDayOfWeek().getValue()))
                .orderBy(HOURS.PLACE)
                .fetch();
        var staff = hours.stream()
                .map(HoursRecord::getStaffId)
                .filter(java.util.Objects::nonNull)
                .toList();
        var concerns = BOOKING.STORE_ID.eq(store.value()).or(BOOKING.STAFF_ID.in(staff));
        var booked = sql.selectFrom(BOOKING)
                .where(BOOKING.DAY.eq(day))
                .and(BOOKING.STATE.in("booked", "attended"))
                .and(member == null ? concerns : concerns.or(BOOKING.MEMBER_ID.eq(member)))
                .and(except == null ? org.jooq.impl.DSL.noCondition() : BOOKING.BOOKING_ID.ne(except))
                .fetch(row -> new Diary.Booked(
                        row.getMemberId(),
                        row.getStaffId(),
                        row.getPlaceId(),
                        row.getSeat(),
                        row.getStartsAt().toInstant(),
                        row.getEndsAt().toInstant()));
        var rooms = sql.selectFrom(PLACE)
                .where(PLACE.STORE_ID.eq(store.value()))
                .and(PLACE.IN_USE.isTrue())
                .orderBy(PLACE.NUMBER)
                .fetch(row -> new Diary.Room(row.getPlaceId(), row.getCapacity()));
        return new Diary(
                hours.stream()
                        .filter(row -> row.getStaffId() == null)
                        .map(RotaStore::span)
                        .toList(),
                hours.stream()
                        .filter(row -> row.getStaffId() != null)
                        .map(row -> new Diary.Duty(row.getStaffId(), span(row)))
                        .toList(),
                rooms,
                booked);
    }

    private static Diary.Hours span(HoursRecord row) {
        return new Diary.Hours(row.getOpens(), row.getCloses());
    }

    private static PlaceDetails details(PlaceRecord row) {
        return new PlaceDetails(row.getName(), row.getCapacity(), row.getInUse());
    }

    private static PlaceRecord row(PlaceDetails details, Instant now) {
        var row = new PlaceRecord();
        row.setName(details.name().strip());
        row.setCapacity(details.capacity());
        row.setInUse(details.inUse());
        row.setChangedAt(CardStore.at(now));
        return row;
    }
}
