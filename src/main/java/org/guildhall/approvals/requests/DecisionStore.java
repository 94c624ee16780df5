package org.guildhall.approvals.requests;

import static org.guildhall.jooq.approvals.Tables.DECISION;

import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.approvals.ApprovalView.Said;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Ids;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Everything said on requests; nothing here is ever changed. */
@Component
class DecisionStore {

    private final DSLContext db;
    private final BusinessTime time;

    DecisionStore(DSLContext db, BusinessTime time) {
        this.db = db;
        this.time = time;
    }

    /** A word to be kept: by whom, in the name of which post, on whose behalf or to whom. */
    record Word(
            Actor by,
            String byName,
            @Nullable String post,
            String outcome,
            String comment,
            @Nullable String onBehalfOf) {}

    void keep(Stored request, Word word) {
        db.insertInto(DECISION)
                .set(DECISION.DECISION_ID, Ids.next(time.clock()))
                .set(DECISION.REQUEST_ID, request.id())
                .set(DECISION.ROUND, request.round())
                .set(DECISION.STEP, request.step())
                .set(DECISION.POST, word.post())
                .set(DECISION.OUTCOME, word.outcome())
                .set(DECISION.COMMENT, word.comment())
                .set(DECISION.DECIDED_BY, word.by().reference())
                .set(DECISION.DECIDED_BY_NAME, word.byName())
                .set(DECISION.ON_BEHALF_OF, word.onBehalfOf())
                .set(DECISION.DECIDED_AT, time.now().atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** What was said on each of the requests, in order. */
    Map<UUID, List<Said>> on(Collection<UUID> requests) {
        return db.selectFrom(DECISION)
                .where(DECISION.REQUEST_ID.in(requests))
                .orderBy(DECISION.POSITION)
                .fetchGroups(
                        DECISION.REQUEST_ID,
                        row -> new Said(
                                row.get(DECISION.ROUND),
                                row.get(DECISION.STEP),
                                row.get(DECISION.POST),
                                row.get(DECISION.OUTCOME),
                                row.get(DECISION.COMMENT),
                                row.get(DECISION.DECIDED_BY_NAME),
                                row.get(DECISION.ON_BEHALF_OF),
                                row.get(DECISION.DECIDED_AT).toInstant()));
    }
}
