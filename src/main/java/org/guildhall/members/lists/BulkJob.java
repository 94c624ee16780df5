package org.guildhall.members.lists;

import java.util.List;
import java.util.Objects;
import org.guildhall.access.Access;
import org.guildhall.access.Permission;
import org.guildhall.kernel.MemberId;
import org.guildhall.members.Batch;
import org.guildhall.members.MemberPermissions;
import org.guildhall.members.Members;
import org.guildhall.members.RowOutcome;
import org.guildhall.members.search.MemberLists;
import org.guildhall.platform.JobKind;
import org.guildhall.platform.JobRun;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Acts on many members in the background, a few hundred in one transaction; who could not be changed is listed. */
@Component
class BulkJob implements JobKind<BulkAct> {

    static final String CODE = "members.bulk";
    private static final int IN_ONE_TRANSACTION = 500;

    private final Members members;
    private final MemberLists lists;
    private final Access access;
    private final TransactionTemplate transaction;
    private final JsonMapper json;

    BulkJob(Members members, MemberLists lists, Access access, TransactionTemplate transaction, JsonMapper json) {
        this.json = json;
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
        var cursor = run.cursor();
        BulkProgress progress = cursor == null ? BulkProgress.NONE : json.readValue(cursor, BulkProgress.class);
        long total = lists.total(act.members(), scope).value();
        while (!progress.last() && !run.cancelled()) {
            var page = lists.ids(act.members(), scope, progress.page(), IN_ONE_TRANSACTION);
            BulkProgress before = progress;
            progress = Objects.requireNonNull(transaction.execute(status -> {
                var after = before.plus(
                        page, apply(act, page.items(), new Batch(run.id().value(), act.reason())));
                run.checkpoint(json.writeValueAsString(after), after.done(), Math.max(total, after.done()));
                return after;
            }));
        }
        run.result(progress.result());
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
}
