package org.guildhall.access.staff;

import static org.guildhall.jooq.access.Tables.APPOINTMENT;
import static org.guildhall.jooq.access.Tables.POST;
import static org.guildhall.jooq.access.Tables.STAFF;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.guildhall.access.Appoint;
import org.guildhall.access.Appointment;
import org.guildhall.access.ChangeStaff;
import org.guildhall.access.HireStaff;
import org.guildhall.access.PostId;
import org.guildhall.access.StaffMember;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.StaffId;
import org.guildhall.kernel.UnitId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The staff files with their appointments; names of units are filled in by the caller. */
@Component
class StaffStore {

    private final DSLContext db;

    StaffStore(DSLContext db) {
        this.db = db;
    }

    /** A page by name; the condition may speak of STAFF. */
    List<StaffMember> find(Condition condition, @Nullable After after, int limit) {
        var from = after == null
                ? DSL.noCondition()
                : DSL.row(STAFF.NAME, STAFF.STAFF_ID).gt(after.name(), after.id());
        return db.select(
                        STAFF.STAFF_ID,
                        STAFF.LOGIN,
                        STAFF.NAME,
                        STAFF.CONTACT,
                        STAFF.ENTERED_ON,
                        STAFF.LEFT_ON,
                        STAFF.MUST_CHANGE,
                        STAFF.LOCKED_UNTIL,
                        STAFF.VERSION,
                        appointments())
                .from(STAFF)
                .where(condition)
                .and(from)
                .orderBy(STAFF.NAME, STAFF.STAFF_ID)
                .limit(limit)
                .fetch(row -> new StaffMember(
                        StaffId.of(row.value1()),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value6(),
                        row.value7(),
                        row.value8() == null ? null : row.value8().toInstant(),
                        row.value9(),
                        row.value10()));
    }

    /** Where a page begins. */
    record After(String name, UUID id) {}

    Optional<StaffMember> get(StaffId id) {
        return find(STAFF.STAFF_ID.eq(id.value()), null, 1).stream().findFirst();
    }

    Map<StaffId, String> names(Collection<StaffId> ids) {
        return db.select(STAFF.STAFF_ID, STAFF.NAME)
                .from(STAFF)
                .where(STAFF.STAFF_ID.eq(
                        DSL.any(ids.stream().map(StaffId::value).toArray(UUID[]::new))))
                .fetchMap(row -> StaffId.of(row.value1()), row -> row.value2());
    }

    Set<StaffId> everIn(Collection<UnitId> units) {
        return db.selectDistinct(APPOINTMENT.STAFF_ID)
                .from(APPOINTMENT)
                .where(APPOINTMENT.UNIT_ID.eq(
                        DSL.any(units.stream().map(UnitId::value).toArray(UUID[]::new))))
                .fetchSet(row -> StaffId.of(row.value1()));
    }

    Optional<StaffId> byLogin(String login) {
        return db.select(STAFF.STAFF_ID)
                .from(STAFF)
                .where(STAFF.LOGIN.eq(login))
                .fetchOptional(row -> StaffId.of(row.value1()));
    }

    void insert(StaffId id, HireStaff command, String login, Password password, Instant at) {
        db.insertInto(STAFF)
                .set(STAFF.STAFF_ID, id.value())
                .set(STAFF.LOGIN, login)
                .set(STAFF.NAME, command.name())
                .set(STAFF.CONTACT, command.contact())
                .set(STAFF.PASSWORD_HASH, password.hash())
                .set(STAFF.MUST_CHANGE, password.mustChange())
                .set(STAFF.PASSWORD_CHANGED_AT, OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .set(STAFF.ENTERED_ON, command.enteredOn())
                .set(STAFF.VERSION, 1)
                .set(STAFF.CREATED_AT, OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .execute();
    }

    /** A hashed password. */
    record Password(String hash, boolean mustChange) {}

    void update(StaffId id, ChangeStaff command) {
        db.update(STAFF)
                .set(STAFF.NAME, command.name())
                .set(STAFF.CONTACT, contact(command.contact()))
                .set(STAFF.LEFT_ON, command.leftOn())
                .set(STAFF.VERSION, STAFF.VERSION.plus(1))
                .where(STAFF.STAFF_ID.eq(id.value()))
                .execute();
    }

    /** Untold it stays, told to be blank it goes. */
    private static Field<String> contact(@Nullable String told) {
        return told == null ? STAFF.CONTACT : DSL.val(told.isBlank() ? null : told, STAFF.CONTACT);
    }

    void appoint(UUID id, StaffId staff, Appoint command, Instant at, Actor by) {
        db.insertInto(APPOINTMENT)
                .set(APPOINTMENT.APPOINTMENT_ID, id)
                .set(APPOINTMENT.STAFF_ID, staff.value())
                .set(APPOINTMENT.POST_ID, command.post().value())
                .set(APPOINTMENT.UNIT_ID, command.unit().value())
                .set(APPOINTMENT.FROM_DATE, command.from())
                .set(APPOINTMENT.UNTIL_DATE, command.until())
                .set(APPOINTMENT.RECORDED_AT, OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .set(APPOINTMENT.RECORDED_BY, by.reference())
                .execute();
    }

    void end(UUID appointment, LocalDate until, Instant at, Actor by) {
        db.update(APPOINTMENT)
                .set(APPOINTMENT.UNTIL_DATE, until)
                .set(APPOINTMENT.ENDED_AT, OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .set(APPOINTMENT.ENDED_BY, by.reference())
                .where(APPOINTMENT.APPOINTMENT_ID.eq(appointment))
                .execute();
    }

    private org.jooq.Field<List<Appointment>> appointments() {
        return DSL.multiset(DSL.select(
                                APPOINTMENT.APPOINTMENT_ID,
                                APPOINTMENT.POST_ID,
                                POST.CODE,
                                POST.NAME,
                                APPOINTMENT.UNIT_ID,
                                APPOINTMENT.FROM_DATE,
                                APPOINTMENT.UNTIL_DATE)
                        .from(APPOINTMENT)
                        .join(POST)
                        .on(POST.POST_ID.eq(APPOINTMENT.POST_ID))
                        .where(APPOINTMENT.STAFF_ID.eq(STAFF.STAFF_ID))
                        .orderBy(APPOINTMENT.FROM_DATE.desc(), APPOINTMENT.APPOINTMENT_ID))
                .convertFrom(rows -> rows.map(row -> new Appointment(
                        row.value1(),
                        PostId.of(row.value2()),
                        row.value3(),
                        row.value4(),
                        UnitId.of(row.value5()),
                        "",
                        row.value6(),
                        row.value7())));
    }
}
