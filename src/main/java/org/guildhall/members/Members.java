package org.guildhall.members;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The registry of members: enter, change, find, show and end them. */
@Component
public final class Members {

    /** Enters a member; the answer lists others who may be the same person. */
    public RegisteredMember register(RegisterMember command) {
        throw new UnsupportedOperationException();
    }

    /** Changes personal values. */
    public MemberView update(UpdateMember command) {
        throw new UnsupportedOperationException();
    }

    /** Moves a member to another status. */
    public MemberView transition(Transition command) {
        throw new UnsupportedOperationException();
    }

    /** The member, masked, within the actor's scope; as it was known then if an instant is given. */
    public MemberView get(MemberId id, @Nullable Instant knownAt) {
        throw new UnsupportedOperationException();
    }

    /** One page of the members within the actor's scope that the query asks for, masked. */
    public Slice<MemberRow> search(MemberQuery query) {
        throw new UnsupportedOperationException();
    }

    /** Refuses unless the actor may read this member; for other modules' pages about one member. */
    public void requireVisible(MemberId id) {
        throw new UnsupportedOperationException();
    }

    /** Clear values of the named fields, with the reason audited. */
    public MemberProfile reveal(MemberId id, Set<MemberField> fields, String reason) {
        throw new UnsupportedOperationException();
    }

    /** One page of everything that happened to a member. */
    public Slice<TimelineEntry> timeline(
            MemberId id, Set<String> kinds, @Nullable Instant knownAt, @Nullable String cursor, int limit) {
        throw new UnsupportedOperationException();
    }

    /** What rules need of these members; unknown ids are absent. For other modules' own work: no scope, no mask. */
    public Map<MemberId, MemberFacts> facts(Collection<MemberId> ids) {
        throw new UnsupportedOperationException();
    }

    /** The members with these numbers; unknown numbers are absent. */
    public Map<String, MemberId> findByNumber(Collection<String> numbers) {
        throw new UnsupportedOperationException();
    }

    /** The living members with these mobiles (any form that can be normalised); shared ones give the eldest member. */
    public Map<String, MemberId> findByMobile(Collection<String> mobiles) {
        throw new UnsupportedOperationException();
    }

    /** The members with these keys in another system. */
    public Map<String, MemberId> findByExternal(String system, Collection<String> ids) {
        throw new UnsupportedOperationException();
    }

    /** Enters many members in the caller's transaction; one outcome per row, in order. A refused row stores nothing. */
    public List<RowOutcome> registerAll(List<RegisterMember> rows, Batch batch) {
        throw new UnsupportedOperationException();
    }

    /** Changes many members in the caller's transaction; one outcome per row, in order. */
    public List<RowOutcome> updateAll(List<UpdateMember> rows, Batch batch) {
        throw new UnsupportedOperationException();
    }

    /** What undoing the batch would do. */
    public UndoPreview undoPreview(UUID batch) {
        throw new UnsupportedOperationException();
    }

    /**
     * Undoes up to {@code limit} changes of the batch, newest first, by counter-acts, in the caller's transaction: members it
     * entered are annulled, values it set are set back unless somebody changed them since. Returns how many it dealt with; 0 when
     * none are left.
     */
    public int undo(UUID batch, int limit, String reason) {
        throw new UnsupportedOperationException();
    }
}
