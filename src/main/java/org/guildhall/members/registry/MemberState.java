package org.guildhall.members.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.StaffId;
import org.guildhall.kernel.UnitId;
import org.guildhall.members.IdentityDocument.DocumentKind;
import org.guildhall.members.MemberField;
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

    /** Which personal values are there. */
    Set<MemberField> known() {
        var values = new EnumMap<MemberField, Object>(MemberField.class);
        put(values, MemberField.NAME, profile.name());
        put(values, MemberField.GENDER, profile.gender());
        put(values, MemberField.BIRTHDAY, profile.birthday());
        put(values, MemberField.MOBILE, profile.mobile());
        put(values, MemberField.EMAIL, profile.email());
        put(values, MemberField.ADDRESS, profile.address());
        put(values, MemberField.DOCUMENT, document);
        put(values, MemberField.ORGANISATION, profile.organisation());
        put(values, MemberField.PREFERENCES, profile.preferences());
        put(values, MemberField.DELIVERY_ADDRESSES, profile.deliveryAddresses());
        put(values, MemberField.ATTRIBUTES, profile.attributes());
        return values.keySet();
    }

    private static void put(Map<MemberField, Object> values, MemberField field, @Nullable Object value) {
        if (value != null && !(value instanceof List<?> list && list.isEmpty())) {
            values.put(field, value);
        }
    }

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
