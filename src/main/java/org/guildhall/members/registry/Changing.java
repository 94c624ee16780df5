package org.guildhall.members.registry;

import java.util.ArrayList;
import java.util.List;
import org.guildhall.access.Access;
import org.guildhall.access.Permission;
import org.guildhall.kernel.MemberId;
import org.guildhall.members.Assignment;
import org.guildhall.members.Batch;
import org.guildhall.members.MemberPermissions;
import org.guildhall.members.MemberStatus;
import org.guildhall.members.ReviseMember;
import org.guildhall.members.RowOutcome;
import org.guildhall.members.Transition;
import org.guildhall.members.UpdateMember;
import org.guildhall.members.registry.MemberWriter.Written;
import org.springframework.stereotype.Component;

/** Changes members, singly or in batches, and tells of it. */
@Component
class Changing {

    private final Access access;
    private final Edits edits;
    private final MemberWriter writer;
    private final Notices notices;
    private final Transactions transactions;
    private final Placement placement;

    Changing(
            Access access,
            Edits edits,
            MemberWriter writer,
            Notices notices,
            Transactions transactions,
            Placement placement) {
        this.placement = placement;
        this.access = access;
        this.edits = edits;
        this.writer = writer;
        this.notices = notices;
        this.transactions = transactions;
    }

    void update(UpdateMember command) {
        one(edits.update(command, null), MemberPermissions.WRITE);
    }

    void transition(Transition command) {
        one(edits.transition(command, Outcomes.reason(command.reason()), null), MemberPermissions.TRANSITION);
    }

    void assign(MemberId id, Assignment assignment) {
        access.require(MemberPermissions.ASSIGN);
        placement.require(assignment.homeUnit(), assignment.adviser());
        one(edits.assign(id, assignment, null), MemberPermissions.ASSIGN);
    }

    void confirmContacts(MemberId id) {
        one(edits.confirmContacts(id), MemberPermissions.WRITE);
    }

    private void one(Edit edit, Permission permission) {
        var scope = access.require(permission);
        transactions.within(() -> {
            var written = writer.apply(List.of(edit), scope).getFirst();
            Outcomes.done(written.outcome());
            if (!written.values().isEmpty()) {
                notices.changed(edit, written.values());
            }
            return edit.id();
        });
    }

    List<RowOutcome> updateAll(List<UpdateMember> rows, Batch batch) {
        return all(rows.stream().map(row -> edits.update(row, batch)).toList(), batch, MemberPermissions.WRITE);
    }

    List<RowOutcome> assignAll(List<MemberId> ids, Assignment assignment, Batch batch) {
        return all(
                ids.stream().map(id -> edits.assign(id, assignment, batch)).toList(), batch, MemberPermissions.ASSIGN);
    }

    List<RowOutcome> transitionAll(List<MemberId> ids, MemberStatus to, Batch batch) {
        var because = Outcomes.reason(batch.reason() == null ? "" : batch.reason());
        var all = new ArrayList<Edit>();
        for (var id : ids) {
            all.add(edits.transition(new Transition(id, to, because, null, null), because, batch));
        }
        return all(all, batch, MemberPermissions.TRANSITION);
    }

    private List<RowOutcome> all(List<Edit> all, Batch batch, Permission permission) {
        transactions.require();
        var written = writer.apply(all, access.require(permission));
        return tell(written, batch);
    }

    /** First the values of each row, in one act that also makes sure that the member may leave; then the leaving itself. */
    List<RowOutcome> reviseAll(List<ReviseMember> rows, Batch batch) {
        transactions.require();
        var scope = access.require(MemberPermissions.WRITE);
        if (rows.stream().anyMatch(ReviseMember::assigns)) {
            access.require(MemberPermissions.ASSIGN);
        }
        if (rows.stream().anyMatch(row -> row.leftOn() != null)) {
            access.require(MemberPermissions.TRANSITION);
        }
        var written = new ArrayList<>(
                writer.apply(rows.stream().map(row -> edits.revise(row, batch)).toList(), scope));
        var leaving = new ArrayList<Integer>();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).leftOn() != null && !(written.get(i).outcome() instanceof RowOutcome.Refused)) {
                leaving.add(i);
            }
        }
        var left = writer.apply(
                leaving.stream().map(i -> edits.leave(rows.get(i), batch)).toList(), scope);
        for (int i = 0; i < leaving.size(); i++) {
            if (left.get(i).outcome() instanceof RowOutcome.Done) {
                int row = leaving.get(i);
                written.set(row, left.get(i).after(written.get(row)));
            }
        }
        return tell(written, batch);
    }

    private List<RowOutcome> tell(List<Written> written, Batch batch) {
        var outcomes = written.stream().map(Written::outcome).toList();
        notices.batch("members.batch-changed", batch, outcomes);
        notices.factsChanged(written);
        return outcomes;
    }
}
