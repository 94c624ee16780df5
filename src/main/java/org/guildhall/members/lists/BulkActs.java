package org.guildhall.members.lists;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.guildhall.access.Access;
import org.guildhall.access.Scope;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.Slice;
import org.guildhall.members.MemberFilter;
import org.guildhall.members.MemberQuery;
import org.guildhall.members.MemberRefusal.NothingToUndo;
import org.guildhall.members.MemberRow;
import org.guildhall.members.MemberStatus;
import org.guildhall.members.Members;
import org.guildhall.members.UndoPreview;
import org.guildhall.members.registry.BatchPowers;
import org.guildhall.members.registry.Placement;
import org.guildhall.members.search.MemberLists;
import org.guildhall.platform.JobId;
import org.guildhall.platform.JobView;
import org.guildhall.platform.Jobs;
import org.springframework.stereotype.Component;

/** Acts on many members at once: previewed, done in the background, undone as one. */
@Component
public class BulkActs {

    private static final int SAMPLE = 5;

    private final Access access;
    private final MemberLists lists;
    private final Members members;
    private final Placement placement;
    private final BatchPowers powers;
    private final Jobs jobs;

    BulkActs(Access access, MemberLists lists, Members members, Placement placement, BatchPowers powers, Jobs jobs) {
        this.powers = powers;
        this.placement = placement;
        this.access = access;
        this.lists = lists;
        this.members = members;
        this.jobs = jobs;
    }

    /** Whom the act would meet. */
    public BulkPreview preview(BulkAct act) {
        var scope = allowed(act);
        var query = act.members();
        var all = lists.total(query, scope);
        var to = act.transitionTo();
        return new BulkPreview(
                all,
                to == null ? all : lists.total(narrowed(query, to), scope),
                seen(lists.ids(query, scope, null, SAMPLE)));
    }

    private static MemberQuery narrowed(MemberQuery query, MemberStatus to) {
        var sources = EnumSet.noneOf(MemberStatus.class);
        for (var status : MemberStatus.values()) {
            if (status.mayBecome(to)) {
                sources.add(status);
            }
        }
        MemberFilter legal = new MemberFilter.Status(Set.copyOf(sources));
        var filter = query.filter() == null ? legal : new MemberFilter.All(List.of(query.filter(), legal));
        return new MemberQuery(query.text(), filter, null, null, null, null);
    }

    /** Starts the act in the background; its job is the batch to undo. */
    public JobView start(BulkAct act) {
        allowed(act);
        return jobs.get(jobs.start(BulkJob.CODE, act, access.actor(), null));
    }

    /** How far the power to do this reaches; the home and the adviser it names must exist. */
    private Scope allowed(BulkAct act) {
        var scope = access.require(BulkJob.permission(act));
        if (act.assignment() != null) {
            placement.require(act.assignment().homeUnit(), act.assignment().adviser());
        }
        return scope;
    }

    /** Those of the members that the actor may also read. */
    private List<MemberRow> seen(Slice<MemberId> met) {
        if (met.items().isEmpty()) {
            return List.of();
        }
        var named = new MemberFilter.Ids(Set.copyOf(met.items()));
        return lists.page(new MemberQuery(null, named, null, null, null, SAMPLE))
                .items();
    }

    /** What undoing the act would do. */
    public UndoPreview undoPreview(UUID job) {
        permitted(job);
        return members.undoPreview(job);
    }

    /** Starts undoing an act of the actor's own, or anybody's for an administrator; needs the permission for the act itself. */
    public JobView undo(UUID job, String reason) {
        permitted(job);
        if (reason.isBlank()) {
            throw InvalidInput.of("reason", reason, "required");
        }
        var preview = members.undoPreview(job);
        if (preview.registrations() + preview.changes() == 0) {
            throw Refusal.of(new NothingToUndo(job.toString()));
        }
        var params = new BulkUndoJob.Params(job, reason);
        return jobs.get(jobs.start(BulkUndoJob.CODE, params, access.actor(), null));
    }

    private void permitted(UUID job) {
        access.require(org.guildhall.members.MemberPermissions.READ);
        var view = jobs.get(JobId.of(job));
        if (!view.kind().equals(BulkJob.CODE)) {
            throw Refusal.of(new NothingToUndo(job.toString()));
        }
        access.require(powers.of(job));
    }
}
