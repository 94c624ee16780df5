package org.guildhall.adjustments.history;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.guildhall.access.StaffDirectory;
import org.guildhall.approvals.ApprovedActs;
import org.guildhall.kernel.StaffId;
import org.guildhall.kernel.UnitId;
import org.guildhall.ledger.HandBooking;
import org.guildhall.ledger.HandBookingQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whose doing a change by hand was: what waited for a yes is booked by the machine, but it was asked for by a person, and that
 * is who a reader of the list means.
 */
@Component
record Doers(StaffDirectory staff, ApprovedActs approved) {

    private static final String STAFF = "staff:";
    private static final String POINTS = "adjustments.points";

    /** Who did it, and the request that was approved, if there was one. */
    record Doer(String reference, String name, @Nullable UUID approval) {}

    /** What to ask the ledger for; absent for everybody's. */
    HandBookingQuery.@Nullable By asked(@Nullable String actor, @Nullable UUID unit) {
        var wanted = wanted(actor, unit);
        return wanted == null ? null : new HandBookingQuery.By(wanted, approved.subjects(POINTS, wanted));
    }

    private @Nullable Set<String> wanted(@Nullable String actor, @Nullable UUID unit) {
        var one = actor == null || actor.isBlank() ? null : Set.of(actor.strip());
        if (unit == null) {
            return one;
        }
        var colleagues = staff.everIn(new UnitId(unit)).stream()
                .map(id -> STAFF + id)
                .collect(Collectors.toCollection(HashSet::new));
        if (one != null) {
            colleagues.retainAll(one);
        }
        return colleagues;
    }

    /** Who did these. */
    Function<HandBooking, Doer> of(List<HandBooking> rows) {
        var askers = approved.askers(POINTS, rows.stream().map(HandBooking::id).toList());
        var names = staff.names(rows.stream()
                .map(row -> person(row.actor()))
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return row -> {
            var asker = askers.get(row.id());
            if (asker != null) {
                return new Doer(asker.reference(), asker.name(), asker.request());
            }
            var person = person(row.actor());
            var name = person == null ? row.actor().substring(row.actor().indexOf(':') + 1) : names.get(person);
            return new Doer(row.actor(), name == null ? "" : name, null);
        };
    }

    private static @Nullable StaffId person(String actor) {
        return actor.startsWith(STAFF) ? StaffId.of(actor.substring(STAFF.length())) : null;
    }
}
