package org.guildhall.members;

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
import org.jspecify.annotations.Nullable;

/** The registry of members: enter, change, find, show and end them. */
public interface Members {

    /** Enters a member; the answer lists others who may be the same person. */
    RegisteredMember register(RegisterMember command);

    /** Changes personal values. */
    MemberView update(UpdateMember command);

    /** Moves a member to another status. */
    MemberView transition(Transition command);

    /** Sets home store, adviser and tags. */
    MemberView assign(MemberId id, Assignment assignment);

    /** Notes that mobile and addresses were confirmed today. */
    MemberView confirmContacts(MemberId id);

    /** Erases the personal values of a former member for good; refused while somebody has a duty to keep them. */
    void erase(MemberId id, String reason);

    /** Members who may be the same as the one described; living ones are named with what agrees. */
    List<Duplicate> duplicates(MemberProfile profile);

    /** The member, masked, within the actor's scope; as it was known then if an instant is given. */
    MemberView get(MemberId id, @Nullable Instant knownAt);

    /** One page of the members within the actor's scope that the query asks for, masked. */
    Slice<MemberRow> search(MemberQuery query);

    /** The numbers of those of these members, at most a page, whom the actor may see. */
    Map<MemberId, String> numbers(Collection<MemberId> ids);

    /** Refuses unless the actor may read this member; for other modules' pages about one member. */
    default void requireVisible(MemberId id) {
        requireVisible(id, MemberPermissions.READ);
    }

    /** Refuses unless the actor holds the permission and its reach includes this member. */
    void requireVisible(MemberId id, Permission permission);

    /** Clear values of the named fields, with the reason audited. */
    MemberProfile reveal(MemberId id, Set<MemberField> fields, String reason);

    /** One page of what happened to a member, as far as the actor may see each kind of it elsewhere. */
    Slice<TimelineEntry> timeline(
            MemberId id, Set<String> kinds, @Nullable Instant knownAt, @Nullable String cursor, int limit);

    /** What rules need of these members; unknown ids are absent. For other modules' own work: no scope, no mask. */
    Map<MemberId, MemberFacts> facts(Collection<MemberId> ids);

    /** Which personal values are known of these members; unknown ids are absent. For other modules' own work: no scope, no value. */
    Map<MemberId, Set<MemberField>> known(Collection<MemberId> ids);

    /** The members with these numbers; unknown numbers are absent. */
    Map<String, MemberId> findByNumber(Collection<String> numbers);

    /** The living members with these mobiles (any form that can be normalised); shared ones give the eldest member. */
    Map<String, MemberId> findByMobile(Collection<String> mobiles);

    /** The members with these keys in another system. */
    Map<String, MemberId> findByExternal(String system, Collection<String> ids);

    /** Enters many members in the caller's transaction; one outcome per row, in order. A refused row stores nothing. */
    List<RowOutcome> registerAll(List<RegisterMember> rows, Batch batch);

    /** Changes many members in the caller's transaction; one outcome per row, in order. */
    List<RowOutcome> updateAll(List<UpdateMember> rows, Batch batch);

    /** Brings many known members to what other records say, in the caller's transaction; one outcome per row, in order. */
    List<RowOutcome> reviseAll(List<ReviseMember> rows, Batch batch);

    /** Sets home store, adviser and tags of many in the caller's transaction; one outcome per member, in order. */
    List<RowOutcome> assignAll(List<MemberId> ids, Assignment assignment, Batch batch);

    /** Moves many to another status in the caller's transaction; one outcome per member, in order. */
    List<RowOutcome> transitionAll(List<MemberId> ids, MemberStatus to, Batch batch);

    /** What undoing the batch would do. */
    UndoPreview undoPreview(UUID batch);

    /**
     * Undoes up to {@code limit} changes of the batch, newest first, by counter-acts, in the caller's transaction: members it
     * entered are annulled, values it set are set back unless somebody changed them since. Returns how many it dealt with; 0 when
     * none are left. Nothing is set back of a member who is out of the scope now and was before the act; the act counts as dealt with.
     */
    int undo(UUID batch, int limit, String reason, Scope scope);
}
