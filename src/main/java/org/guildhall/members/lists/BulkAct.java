package org.guildhall.members.lists;

import java.util.List;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.MemberId;
import org.guildhall.members.Assignment;
import org.guildhall.members.MemberFilter;
import org.guildhall.members.MemberQuery;
import org.guildhall.members.MemberStatus;
import org.jspecify.annotations.Nullable;

/**
 * One act on many members: those named or all that a query finds; either an assignment (tags, adviser, home store) or a
 * transition, for a reason.
 */
public record BulkAct(
        @Nullable List<MemberId> ids,
        @Nullable MemberQuery query,
        @Nullable Assignment assignment,
        @Nullable MemberStatus transitionTo,
        String reason) {

    private static final int MOST_IDS = 10_000;
    private static final int LONGEST_REASON = 300;

    /** Refuses an act that is not exactly one thing on one set. */
    public BulkAct {
        if ((ids == null) == (query == null)) {
            throw InvalidInput.of("ids", null, "ids-or-query");
        }
        if ((assignment == null) == (transitionTo == null)) {
            throw InvalidInput.of("assignment", null, "assignment-or-transition");
        }
        if (ids != null && (ids.isEmpty() || ids.size() > MOST_IDS)) {
            throw InvalidInput.of("ids", ids.size(), "list-size");
        }
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw InvalidInput.of("reason", reason, "required");
        }
    }

    /** The members as a query. */
    MemberQuery members() {
        return query != null
                ? new MemberQuery(query.text(), query.filter(), null, null, null, null)
                : new MemberQuery(null, new MemberFilter.Ids(java.util.Set.copyOf(named())), null, null, null, null);
    }

    private List<MemberId> named() {
        return ids == null ? List.of() : ids;
    }
}
