package org.guildhall.approvals.requests;

import static org.guildhall.jooq.approvals.Tables.REQUEST;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.guildhall.approvals.ApprovalView.State;
import org.guildhall.approvals.ApprovedActs;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** {@link ApprovedActs} from the requests; of a subject's requests one at most is approved. */
@Component
class ApprovedActStore implements ApprovedActs {

    private final DSLContext db;

    ApprovedActStore(DSLContext db) {
        this.db = db;
    }

    @Override
    public Map<UUID, Asker> askers(String kind, Collection<UUID> subjects) {
        return subjects.isEmpty()
                ? Map.of()
                : db.select(REQUEST.SUBJECT_ID, REQUEST.REQUEST_ID, REQUEST.REQUESTED_BY, REQUEST.REQUESTED_BY_NAME)
                        .from(REQUEST)
                        .where(REQUEST.SUBJECT_ID.eq(DSL.any(subjects.toArray(UUID[]::new))))
                        .and(REQUEST.KIND.eq(kind))
                        .and(REQUEST.STATE.eq(State.APPROVED.code()))
                        .fetchMap(row -> row.value1(), row -> new Asker(row.value2(), row.value3(), row.value4()));
    }

    @Override
    public Set<UUID> subjects(String kind, Collection<String> requesters) {
        return db.select(REQUEST.SUBJECT_ID)
                .from(REQUEST)
                .where(REQUEST.REQUESTED_BY.eq(DSL.any(requesters.toArray(String[]::new))))
                .and(REQUEST.KIND.eq(kind))
                .and(REQUEST.STATE.eq(State.APPROVED.code()))
                .fetchSet(row -> row.value1());
    }
}
