package org.guildhall.access.staff;

import static org.guildhall.jooq.access.Tables.APPOINTMENT;
import static org.guildhall.jooq.access.Tables.STAFF;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.guildhall.access.Scope;
import org.guildhall.access.Scopes;
import org.guildhall.access.StaffMember;
import org.guildhall.access.StaffQuery;
import org.guildhall.kernel.UnitId;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Which staff members a scope opens: those with a post in its units, its people, or the person alone. */
final class StaffSearch {

    private StaffSearch() {}

    static Condition condition(Scope scope) {
        if (scope instanceof Scope.All) {
            return DSL.noCondition();
        }
        return DSL.exists(DSL.selectOne()
                .from(APPOINTMENT)
                .where(APPOINTMENT.STAFF_ID.eq(STAFF.STAFF_ID))
                .and(Scopes.condition(scope, APPOINTMENT.UNIT_ID, APPOINTMENT.STAFF_ID)));
    }

    /** Whether the scope opens the person by an appointment that does not end before that day. */
    static boolean includes(Scope scope, StaffMember staff, LocalDate since) {
        return Scopes.includes(scope, null, staff.id())
                || staff.appointments().stream()
                        .filter(held -> held.until() == null || held.until().isAfter(since))
                        .anyMatch(held -> Scopes.includes(scope, held.unit(), staff.id()));
    }

    static Condition asked(StaffQuery query, @Nullable Set<UnitId> units, LocalDate today) {
        var condition = DSL.noCondition();
        if (query.q() != null && !query.q().isBlank()) {
            var part = query.q().strip().toLowerCase(Locale.ROOT);
            condition = condition.and(DSL.lower(STAFF.NAME).contains(part).or(STAFF.LOGIN.contains(part)));
        }
        if (Boolean.TRUE.equals(query.working())) {
            condition = condition
                    .and(STAFF.ENTERED_ON.le(today))
                    .and(STAFF.LEFT_ON.isNull().or(STAFF.LEFT_ON.gt(today)));
        }
        if (units != null) {
            condition = condition.and(DSL.exists(DSL.selectOne()
                    .from(APPOINTMENT)
                    .where(APPOINTMENT.STAFF_ID.eq(STAFF.STAFF_ID))
                    .and(APPOINTMENT.UNIT_ID.in(
                            units.stream().map(UnitId::value).toList()))
                    .and(APPOINTMENT.UNTIL_DATE.isNull().or(APPOINTMENT.UNTIL_DATE.gt(today)))));
        }
        return condition;
    }
}
