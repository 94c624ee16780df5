package org.guildhall.approvals.standing;

import static org.guildhall.jooq.approvals.Tables.DELEGATION;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.guildhall.access.StaffDirectory;
import org.guildhall.approvals.Delegation;
import org.guildhall.jooq.approvals.tables.records.DelegationRecord;
import org.guildhall.kernel.StaffId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The delegations. */
@Component
class DelegationStore {

    private static final int MOST = 200;

    private final DSLContext db;
    private final StaffDirectory staff;

    DelegationStore(DSLContext db, StaffDirectory staff) {
        this.db = db;
        this.staff = staff;
    }

    /** What is lent to somebody on a day. */
    List<Delegation> to(StaffId receiver, LocalDate day) {
        return views(db.selectFrom(DELEGATION)
                .where(DELEGATION.TO_STAFF.eq(receiver.value()))
                .and(DELEGATION.ENDED_AT.isNull())
                .and(DELEGATION.FIRST_DAY.le(day))
                .and(DELEGATION.LAST_DAY.ge(day))
                .fetch());
    }

    /** What somebody lent or was lent, latest days first. */
    List<Delegation> of(StaffId person) {
        return views(db.selectFrom(DELEGATION)
                .where(DELEGATION.FROM_STAFF.eq(person.value()))
                .or(DELEGATION.TO_STAFF.eq(person.value()))
                .orderBy(DELEGATION.LAST_DAY.desc(), DELEGATION.DELEGATION_ID.desc())
                .limit(MOST)
                .fetch());
    }

    void insert(Delegation delegation, Instant now) {
        db.insertInto(DELEGATION)
                .set(DELEGATION.DELEGATION_ID, delegation.id())
                .set(DELEGATION.FROM_STAFF, delegation.from().value())
                .set(DELEGATION.TO_STAFF, delegation.to().value())
                .set(DELEGATION.FIRST_DAY, delegation.firstDay())
                .set(DELEGATION.LAST_DAY, delegation.lastDay())
                .set(DELEGATION.REASON, delegation.reason())
                .set(DELEGATION.MADE_AT, now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** Ends a delegation of the giver; false if there is none that runs. */
    boolean end(UUID id, StaffId giver, Instant now) {
        return db.update(DELEGATION)
                        .set(DELEGATION.ENDED_AT, now.atOffset(ZoneOffset.UTC))
                        .where(DELEGATION.DELEGATION_ID.eq(id))
                        .and(DELEGATION.FROM_STAFF.eq(giver.value()))
                        .and(DELEGATION.ENDED_AT.isNull())
                        .execute()
                == 1;
    }

    private List<Delegation> views(Collection<DelegationRecord> rows) {
        var people = new HashSet<StaffId>();
        for (var row : rows) {
            people.add(new StaffId(row.getFromStaff()));
            people.add(new StaffId(row.getToStaff()));
        }
        var names = staff.names(people);
        return rows.stream()
                .map(row -> {
                    var from = new StaffId(row.getFromStaff());
                    var to = new StaffId(row.getToStaff());
                    var ended = row.getEndedAt();
                    return new Delegation(
                            row.getDelegationId(),
                            from,
                            names.getOrDefault(from, ""),
                            to,
                            names.getOrDefault(to, ""),
                            row.getFirstDay(),
                            row.getLastDay(),
                            row.getReason(),
                            ended == null ? null : ended.toInstant());
                })
                .toList();
    }
}
