package org.guildhall.members;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.jspecify.annotations.Nullable;

/** Something happened to a member; published inside the transaction that stored it. */
public sealed interface MemberEvent {

    /** A member was entered. */
    record MemberRegistered(MemberId member, MemberStatus status) implements MemberEvent {}

    /** Personal values were changed. */
    record MemberUpdated(MemberId member, Set<MemberField> fields) implements MemberEvent {}

    /** The status changed. */
    record MemberStatusChanged(MemberId member, MemberStatus from, MemberStatus to) implements MemberEvent {}

    /** The personal values were erased for good. */
    record MemberErased(MemberId member) implements MemberEvent {}

    /** What other modules' rules look at, birthday or day of joining, was corrected for these members. */
    record MemberFactsChanged(List<MemberId> members) implements MemberEvent {}

    /** Many members were entered, changed or set back at once, by one batch. */
    record MembersChanged(@Nullable UUID batch, List<MemberId> members) implements MemberEvent {}
}
