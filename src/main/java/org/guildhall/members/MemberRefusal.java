package org.guildhall.members;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/** Why the registry says no. */
public sealed interface MemberRefusal extends Refusal.Reason {

    /** There is no such member, or not within the actor's scope. */
    record NotFound(String member) implements MemberRefusal, Refusal.Missing {}

    /** A value that must be unique belongs to another member already; that member is named if the actor may see it. */
    record IdentityTaken(
            IdentityKind identity,
            @Nullable String value,
            @Nullable MemberId holder) implements MemberRefusal, Refusal.Conflict {
        @Override
        public String code() {
            return "members."
                    + identity.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + "-taken";
        }

        @Override
        public List<Refusal.Field> fields() {
            return List.of(
                    new Refusal.Field(identity.name().toLowerCase(java.util.Locale.ROOT), value, "unique", Map.of()));
        }
    }

    /** What must be unique over all members. */
    enum IdentityKind {
        /** The member number. */
        NUMBER,
        /** The mobile among living members. */
        MOBILE,
        /** The identity document among living members. */
        DOCUMENT,
        /** The unified social credit code among living members. */
        CREDIT_CODE,
        /** The key in another system. */
        EXTERNAL
    }

    /** Somebody changed the same values meanwhile; both values are shown. */
    record StaleVersion(int expected, int actual, List<Conflict> conflicts)
            implements MemberRefusal, Refusal.Conflict {}

    /** One field changed by two people. */
    record Conflict(
            String field, @Nullable String yours, @Nullable String theirs) {}

    /** The life cycle has no such step; what is legal is named. */
    record IllegalTransition(MemberStatus from, MemberStatus to, Set<MemberStatus> legal)
            implements MemberRefusal, Refusal.Conflict {}

    /** The member's personal values were erased; nothing personal can be stored or shown any more. */
    record Erased(MemberId member) implements MemberRefusal, Refusal.Conflict {}

    /** A member that still lives can't be erased; end the membership first. */
    record StillLiving(MemberId member, MemberStatus status) implements MemberRefusal, Refusal.Conflict {}

    /** A module has a duty to keep the personal values until a day. */
    record KeptByDuty(String module, java.time.LocalDate until) implements MemberRefusal, Refusal.Conflict {}

    /** The batch made no changes that could be undone, or all are undone already. */
    record NothingToUndo(String batch) implements MemberRefusal, Refusal.Missing {}

    /** There is no such saved view, or it is somebody else's. */
    record NoSuchView(String view) implements MemberRefusal, Refusal.Missing {}

    /** The member of another store was served until lately, and is to be identified again. */
    record ServingOver(MemberId member) implements MemberRefusal, Refusal.Conflict {}

    /** Too much was shown at the counter that stands for no member, or for members of other stores. */
    record TooManyIdentified(int minutes, long retryAfterSeconds) implements MemberRefusal, Refusal.Limited {}
}
