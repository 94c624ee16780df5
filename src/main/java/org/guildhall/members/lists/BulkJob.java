package org.guildhall.members.lists;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guildhall.access.Access;
import org.guildhall.access.Permission;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Slice;
import org.guildhall.members.Batch;
import org.guildhall.members.MemberPermissions;
import org.guildhall.members.Members;
import org.guildhall.members.RowOutcome;
import org.guildhall.members.search.MemberLists;
import org.guildhall.platform.JobKind;
import org.guildhall.platform.JobRun;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Acts on many members in the background, a few hundred in one transaction; who could not be changed is listed. */
@Component
class BulkJob implements JobKind<BulkAct> {

    static final String CODE = "members.bulk";
    private static final int IN_ONE_TRANSACTION = 500;
    private static final int MOST_LISTED = 200;

    private final Members members;
    private final MemberLists lists;
    private final Access access;
    private final TransactionTemplate transaction;

    BulkJob(Members members, MemberLists lists, Access access, TransactionTemplate transaction) {
        this.members = members;
        this.lists = lists;
        this.access = access;
        this.transaction = transaction;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Class<BulkAct> params() {
        return BulkAct.class;
    }

    /** The permission an act needs. */
    static Permission permission(BulkAct act) {
        return act.assignment() != null ? MemberPermissions.ASSIGN : MemberPermissions.TRANSITION;
    }

    @Override
    public void run(JobRun<BulkAct> run) {
        var act = run.params();
        var scope = access.require(permission(act));
        var batch = new Batch(run.id().value(), act.reason());
        var tally = new Tally();
        long total = lists.total(act.members()).value();
        var cursor = run.cursor();
        Slice<MemberId> page;
        do {
            page = lists.ids(act.members(), scope, cursor, IN_ONE_TRANSACTION);
            var ids = page.items();
            var next = page.next();
            transaction.executeWithoutResult(status -> {
                tally.add(ids, apply(act, ids, batch));
                run.checkpoint(next == null ? "" : next, tally.done(), Math.max(total, tally.done()));
            });
            cursor = next;
        } while (cursor != null && !run.cancelled());
        run.result(tally.result());
    }

    private List<RowOutcome> apply(BulkAct act, List<MemberId> ids, Batch batch) {
        if (ids.isEmpty()) {
            return List.of();
        }
        if (act.assignment() != null) {
            return members.assignAll(ids, act.assignment(), batch);
        }
        return members.transitionAll(ids, java.util.Objects.requireNonNull(act.transitionTo()), batch);
    }

    private static final class Tally {
        private long changed;
        private long unchanged;
        private long refused;
        private final List<Map<String, Object>> failures = new ArrayList<>();

        void add(List<MemberId> ids, List<RowOutcome> outcomes) {
            for (int i = 0; i < ids.size(); i++) {
                switch (outcomes.get(i)) {
                    case RowOutcome.Done done -> changed++;
                    case RowOutcome.Unchanged same -> unchanged++;
                    case RowOutcome.Refused(var reason) -> {
                        refused++;
                        if (failures.size() < MOST_LISTED) {
                            failures.add(Map.of(
                                    "member", ids.get(i).toString(), "code", reason.code(), "facts", reason.facts()));
                        }
                    }
                }
            }
        }

        long done() {
            return changed + unchanged + refused;
        }

        Map<String, Object> result() {
            var result = new LinkedHashMap<String, Object>();
            result.put("changed", changed);
            result.put("unchanged", unchanged);
            result.put("refused", refused);
            result.put("failures", failures);
            return result;
        }
    }
}
