package org.guildhall.members.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.StaffId;
import org.guildhall.kernel.UnitId;
import org.guildhall.members.IdentityDocument.DocumentKind;
import org.guildhall.members.MemberKind;
import org.guildhall.members.MemberProfile;
import org.guildhall.members.MemberStatus;
import org.jspecify.annotations.Nullable;

/**
 * A member's record as stored. The document's number is in {@code document}, sealed; {@code profile.document} is present only
 * where it was opened or just given.
 */
public record MemberState(
        MemberId id,
        MemberKind kind,
        String number,
        int version,
        MemberStatus status,
        MemberProfile profile,
        Set<String> tags,
        @Nullable UnitId homeUnit,
        @Nullable StaffId adviser,
        LocalDate joinedOn,
        @Nullable LocalDate contactConfirmedOn,
        @Nullable SealedDocument document,
        Instant registeredAt,
        @Nullable Instant erasedAt,
        boolean annulled) {

    /** A document whose number only the vault can read. */
    @SuppressWarnings("ArrayRecordComponent")
    public record SealedDocument(DocumentKind kind, byte[] number) {}

    /** The same record with its document opened, sealed anew, or gone. */
    MemberState with(MemberProfile opened, @Nullable SealedDocument sealed) {
        return new MemberState(
                id,
                kind,
                number,
                version,
                status,
                opened,
                tags,
                homeUnit,
                adviser,
                joinedOn,
                contactConfirmedOn,
                sealed,
                registeredAt,
                erasedAt,
                annulled);
    }
}
