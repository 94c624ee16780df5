package org.guildhall.members;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.EnumSet;
import java.util.Set;

/**
 * Where a member stands in the life cycle: applicant → active → (suspended ↔ active) → expired | withdrawn | terminated.
 *
 * <p>An expired member may renew and be active again; withdrawn and terminated are final. Merged is reached only by merging
 * two members, never by a transition.
 */
@Schema(enumAsRef = true)
public enum MemberStatus {
    /** Has asked to join and is not admitted yet. */
    APPLICANT,
    /** Admitted, with all rights. */
    ACTIVE,
    /** Rights rest for a time. */
    SUSPENDED,
    /** The membership ran out; may be renewed. */
    EXPIRED,
    /** Left at the own wish. */
    WITHDRAWN,
    /** Ended by the company. */
    TERMINATED,
    /** Became part of another member's record. */
    MERGED;

    /** Whether identity rules (one mobile, one document) count this member: any status but withdrawn, terminated, merged. */
    public boolean living() {
        return switch (this) {
            case APPLICANT, ACTIVE, SUSPENDED, EXPIRED -> true;
            case WITHDRAWN, TERMINATED, MERGED -> false;
        };
    }

    /** The statuses that a transition may lead to from this one. */
    public Set<MemberStatus> legalNext() {
        return switch (this) {
            case APPLICANT -> EnumSet.of(ACTIVE, WITHDRAWN, TERMINATED);
            case ACTIVE -> EnumSet.of(SUSPENDED, EXPIRED, WITHDRAWN, TERMINATED);
            case SUSPENDED -> EnumSet.of(ACTIVE, EXPIRED, WITHDRAWN, TERMINATED);
            case EXPIRED -> EnumSet.of(ACTIVE, WITHDRAWN, TERMINATED);
            case WITHDRAWN, TERMINATED, MERGED -> EnumSet.noneOf(MemberStatus.class);
        };
    }

    /** Whether a transition may lead from this status to the other. */
    public boolean mayBecome(MemberStatus next) {
        return legalNext().contains(next);
    }
}
