package org.guildhall.members;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Set;
import org.guildhall.kernel.StaffId;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * Enter a member in the registry. Without a number one is generated; without a status the member is active from the day of
 * joining (today unless given); a name or a mobile may be missing until somebody completes the record. Who has left already
 * (withdrawn unless the status says terminated) needs the day of leaving, which the history keeps.
 *
 * <p>{@code shareMobile} asks to share a mobile with living members of the household, which the identity policy must allow.
 */
public record RegisterMember(
        @NotNull MemberKind kind,
        @Nullable String number,
        @Nullable MemberProfile profile,
        @Nullable MemberStatus status,
        @Nullable LocalDate joinedOn,
        @Nullable LocalDate leftOn,
        @Nullable UnitId homeUnit,
        @Nullable StaffId adviser,
        @Nullable Set<String> tags,
        @Nullable ExternalKey external,
        @Nullable Boolean shareMobile) {

    /** Somebody who has not left. */
    public RegisterMember(
            MemberKind kind,
            @Nullable String number,
            @Nullable MemberProfile profile,
            @Nullable MemberStatus status,
            @Nullable LocalDate joinedOn,
            @Nullable UnitId homeUnit,
            @Nullable StaffId adviser,
            @Nullable Set<String> tags,
            @Nullable ExternalKey external,
            @Nullable Boolean shareMobile) {
        this(kind, number, profile, status, joinedOn, null, homeUnit, adviser, tags, external, shareMobile);
    }

    /** A person with the given values, active from today. */
    public static RegisterMember person(MemberProfile profile) {
        return new RegisterMember(MemberKind.PERSON, null, profile, null, null, null, null, null, null, null);
    }
}
