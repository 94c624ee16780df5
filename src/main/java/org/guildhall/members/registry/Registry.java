package org.guildhall.members.registry;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.guildhall.access.Permission;
import org.guildhall.access.Scope;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Slice;
import org.guildhall.members.Assignment;
import org.guildhall.members.Batch;
import org.guildhall.members.Duplicate;
import org.guildhall.members.MemberFacts;
import org.guildhall.members.MemberField;
import org.guildhall.members.MemberProfile;
import org.guildhall.members.MemberQuery;
import org.guildhall.members.MemberRow;
import org.guildhall.members.MemberStatus;
import org.guildhall.members.MemberView;
import org.guildhall.members.Members;
import org.guildhall.members.RegisterMember;
import org.guildhall.members.RegisteredMember;
import org.guildhall.members.ReviseMember;
import org.guildhall.members.RowOutcome;
import org.guildhall.members.TimelineEntry;
import org.guildhall.members.Transition;
import org.guildhall.members.UndoPreview;
import org.guildhall.members.UpdateMember;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The façade's work, handed to whoever does it. */
@Component
class Registry implements Members {

    private final Entering entering;
    private final Changing changing;
    private final TakingBack takingBack;
    private final Lookups lookups;
    private final Showing showing;

    Registry(Entering entering, Changing changing, TakingBack takingBack, Lookups lookups, Showing showing) {
        this.entering = entering;
        this.changing = changing;
        this.takingBack = takingBack;
        this.lookups = lookups;
        this.showing = showing;
    }

    @Override
    public RegisteredMember register(RegisterMember command) {
        var id = entering.one(command);
        return new RegisteredMember(showing.afterAct(id), lookups.duplicatesOf(id));
    }

    @Override
    public MemberView update(UpdateMember command) {
        changing.update(command);
        return showing.afterAct(command.id());
    }

    @Override
    public MemberView transition(Transition command) {
        changing.transition(command);
        return showing.afterAct(command.id());
    }

    @Override
    public MemberView assign(MemberId id, Assignment assignment) {
        changing.assign(id, assignment);
        return showing.afterAct(id);
    }

    @Override
    public MemberView confirmContacts(MemberId id) {
        changing.confirmContacts(id);
        return showing.afterAct(id);
    }

    @Override
    public void erase(MemberId id, String reason) {
        takingBack.erase(id, reason);
    }

    @Override
    public List<Duplicate> duplicates(MemberProfile profile) {
        return lookups.duplicatesOf(profile);
    }

    @Override
    public MemberView get(MemberId id, @Nullable Instant knownAt) {
        return showing.get(id, knownAt);
    }

    @Override
    public Slice<MemberRow> search(MemberQuery query) {
        return showing.page(query);
    }

    @Override
    public Map<MemberId, String> numbers(Collection<MemberId> ids) {
        return showing.numbers(ids);
    }

    @Override
    public void requireVisible(MemberId id, Permission permission) {
        showing.requireVisible(id, permission);
    }

    @Override
    public MemberProfile reveal(MemberId id, Set<MemberField> fields, String reason) {
        return showing.reveal(id, fields, reason);
    }

    @Override
    public Slice<TimelineEntry> timeline(
            MemberId id, Set<String> kinds, @Nullable Instant knownAt, @Nullable String cursor, int limit) {
        return showing.timeline(id, kinds, knownAt, cursor, limit);
    }

    @Override
    public Map<MemberId, MemberFacts> facts(Collection<MemberId> ids) {
        return lookups.facts(ids);
    }

    @Override
    public Map<MemberId, Set<MemberField>> known(Collection<MemberId> ids) {
        return lookups.known(ids);
    }

    @Override
    public Map<String, MemberId> findByNumber(Collection<String> numbers) {
        return lookups.byNumber(numbers);
    }

    @Override
    public Map<String, MemberId> findByMobile(Collection<String> mobiles) {
        return lookups.byMobile(mobiles);
    }

    @Override
    public Map<String, MemberId> findByExternal(String system, Collection<String> ids) {
        return lookups.byExternal(system, ids);
    }

    @Override
    public List<RowOutcome> registerAll(List<RegisterMember> rows, Batch batch) {
        return entering.all(rows, batch);
    }

    @Override
    public List<RowOutcome> updateAll(List<UpdateMember> rows, Batch batch) {
        return changing.updateAll(rows, batch);
    }

    @Override
    public List<RowOutcome> reviseAll(List<ReviseMember> rows, Batch batch) {
        return changing.reviseAll(rows, batch);
    }

    @Override
    public List<RowOutcome> assignAll(List<MemberId> ids, Assignment assignment, Batch batch) {
        return changing.assignAll(ids, assignment, batch);
    }

    @Override
    public List<RowOutcome> transitionAll(List<MemberId> ids, MemberStatus to, Batch batch) {
        return changing.transitionAll(ids, to, batch);
    }

    @Override
    public UndoPreview undoPreview(UUID batch) {
        return takingBack.preview(batch);
    }

    @Override
    public int undo(UUID batch, int limit, String reason, Scope scope) {
        return takingBack.undo(batch, limit, reason, scope);
    }
}
