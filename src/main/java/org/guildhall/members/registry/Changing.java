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
    private final Books books;
    private final Placement placement;

    Changing(Access access, Edits edits, Books books, Placement placement) {
        this.access = access;
        this.edits = edits;
        this.books = books;
        this.placement = placement;
    }

    /** Where a change is written, and who is told, in one transaction. */
    @Component
    record Books(MemberWriter writer, Notices notices, Transactions transactions) {}

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
        books.transactions.within(() -> {
            var written = books.writer.apply(List.of(edit), scope).getFirst();
            Outcomes.done(written.outcome());
            if (!written.values().isEmpty()) {
                books.notices.changed(edit, written.values());
            }
            return edit.id();
        });
    }

    List<RowOutcome> updateAll(List<UpdateMember> rows, Batch batch) {
        return all(rows.stream().map(row -> edits.update(row, batch)).toList(), batch, MemberPermissions.WRITE);
    }

    List<RowOutcome> assignAll(List<MemberId> ids, Assignment assignment, Batch batch) {
        placement.require(assignment.homeUnit(), assignment.adviser());
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
        books.transactions.require();
        var written = books.writer.apply(all, access.require(permission));
        return tell(written, batch);
    }

    /**
     * First the values of each row, in one act that also makes sure that the member may leave; then the leaving itself. What
     * moves a member or ends a membership needs that power over this very member too.
     */
    List<RowOutcome> reviseAll(List<ReviseMember> rows, Batch batch) {
        books.transactions.require();
        var scope = access.require(MemberPermissions.WRITE);
        var moving = rows.stream().anyMatch(ReviseMember::assigns) ? access.require(MemberPermissions.ASSIGN) : scope;
        var ending = rows.stream().anyMatch(row -> row.leftOn() != null)
                ? access.require(MemberPermissions.TRANSITION)
                : scope;
        var written = new ArrayList<>(books.writer.apply(
                rows.stream()
                        .map(row -> {
                            var edit = edits.revise(row, batch);
                            var moved = row.assigns() ? edit.within(moving) : edit;
                            return row.leftOn() == null ? moved : moved.within(ending);
                        })
                        .toList(),
                scope));
        var leaving = new ArrayList<Integer>();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).leftOn() != null && !(written.get(i).outcome() instanceof RowOutcome.Refused)) {
                leaving.add(i);
            }
        }
        var left = books.writer.apply(
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
        books.notices.batch("members.batch-changed", batch, outcomes);
        books.notices.factsChanged(written);
        return outcomes;
    }
}
