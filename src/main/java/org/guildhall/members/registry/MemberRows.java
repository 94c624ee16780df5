package org.guildhall.members.registry;

import static org.guildhall.jooq.members.Tables.MEMBER;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guildhall.jooq.members.tables.records.MemberRecord;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.StaffId;
import org.guildhall.kernel.UnitId;
import org.guildhall.members.Address;
import org.guildhall.members.Birthday;
import org.guildhall.members.DeliveryAddress;
import org.guildhall.members.Gender;
import org.guildhall.members.IdentityDocument.DocumentKind;
import org.guildhall.members.MemberKind;
import org.guildhall.members.MemberProfile;
import org.guildhall.members.MemberStatus;
import org.guildhall.members.OrganisationProfile;
import org.guildhall.members.Preferences;
import org.guildhall.members.names.NameKeys;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Turns records into rows and back. */
@Component
class MemberRows {

    private static final TypeReference<Map<String, Object>> ATTRIBUTES = new TypeReference<>() {};
    private static final TypeReference<List<DeliveryAddress>> DELIVERIES = new TypeReference<>() {};

    private static final java.util.Set<org.jooq.Field<?>> OWN_DEFAULTS =
            java.util.Set.of(MEMBER.ATTRIBUTES, MEMBER.ANNULLED);

    private final JsonMapper json;

    MemberRows(JsonMapper json) {
        this.json = json;
    }

    MemberRecord row(MemberState state) {
        var row = new MemberRecord();
        var keys = NameKeys.of(state.profile().name());
        row.setMemberId(state.id().value());
        row.setKind(state.kind().name());
        row.setStatus(state.status().name());
        row.setNumber(state.number());
        row.setVersion(state.version());
        row.setNameKey(keys.key());
        row.setPinyin(keys.pinyin());
        row.setInitials(keys.initials());
        row.setHomeUnit(state.homeUnit() == null ? null : state.homeUnit().value());
        row.setAdviser(state.adviser() == null ? null : state.adviser().value());
        row.setJoinedOn(state.joinedOn());
        row.setContactConfirmedOn(state.contactConfirmedOn());
        row.setRegisteredAt(time(state.registeredAt()));
        row.setErasedAt(state.erasedAt() == null ? null : time(state.erasedAt()));
        row.setAnnulled(state.annulled());
        row.setDocumentKind(
                state.document() == null ? null : state.document().kind().name());
        row.setDocumentSealed(state.document() == null ? null : state.document().number());
        profile(state.profile(), row);
        return row;
    }

    private void profile(MemberProfile profile, MemberRecord row) {
        row.setName(profile.name());
        row.setGender(profile.gender() == null ? null : profile.gender().name());
        row.setMobile(profile.mobile());
        row.setEmail(profile.email());
        var birthday = profile.birthday();
        row.setBirthCalendar(birthday == null ? null : birthday.calendar().name());
        row.setBirthYear(birthday == null ? null : birthday.year());
        row.setBirthMonth(birthday == null ? null : (Integer) birthday.month());
        row.setBirthDay(birthday == null ? null : (Integer) birthday.day());
        row.setBirthLeap(birthday == null ? null : (Boolean) birthday.leapMonth());
        var address = profile.address();
        row.setRegionCode(address == null ? null : address.regionCode());
        row.setAddressLine(address == null ? null : address.line());
        row.setPostcode(address == null ? null : address.postcode());
        row.setOrganisation(jsonb(profile.organisation()));
        row.setPreferences(jsonb(profile.preferences()));
        row.setDeliveryAddresses(jsonb(profile.deliveryAddresses()));
        var attributes = jsonb(profile.attributes());
        row.setAttributes(attributes == null ? JSONB.jsonb("{}") : attributes);
    }

    MemberState state(MemberRecord row, Set<String> tags) {
        return new MemberState(
                MemberId.of(row.getMemberId()),
                MemberKind.valueOf(row.getKind()),
                row.getNumber(),
                row.getVersion(),
                MemberStatus.valueOf(row.getStatus()),
                profile(row),
                tags,
                row.getHomeUnit() == null ? null : UnitId.of(row.getHomeUnit()),
                row.getAdviser() == null ? null : StaffId.of(row.getAdviser()),
                row.getJoinedOn(),
                row.getContactConfirmedOn(),
                row.getDocumentSealed() == null
                        ? null
                        : new MemberState.SealedDocument(
                                DocumentKind.valueOf(row.getDocumentKind()), row.getDocumentSealed()),
                row.getRegisteredAt().toInstant(),
                row.getErasedAt() == null ? null : row.getErasedAt().toInstant(),
                row.getAnnulled());
    }

    private MemberProfile profile(MemberRecord row) {
        var attributes = json.readValue(row.getAttributes().data(), ATTRIBUTES);
        return new MemberProfile(
                row.getName(),
                row.getGender() == null ? null : Gender.valueOf(row.getGender()),
                birthday(
                        row.getBirthCalendar(),
                        row.getBirthYear(),
                        row.getBirthMonth(),
                        row.getBirthDay(),
                        row.getBirthLeap()),
                row.getMobile(),
                row.getEmail(),
                row.getRegionCode() == null && row.getAddressLine() == null && row.getPostcode() == null
                        ? null
                        : new Address(row.getRegionCode(), row.getAddressLine(), row.getPostcode()),
                null,
                row.getOrganisation() == null
                        ? null
                        : json.readValue(row.getOrganisation().data(), OrganisationProfile.class),
                row.getPreferences() == null
                        ? null
                        : json.readValue(row.getPreferences().data(), Preferences.class),
                row.getDeliveryAddresses() == null
                        ? null
                        : json.readValue(row.getDeliveryAddresses().data(), DELIVERIES),
                attributes.isEmpty() ? null : exact(attributes));
    }

    static @Nullable Birthday birthday(
            @Nullable String calendar,
            @Nullable Integer year,
            @Nullable Integer month,
            @Nullable Integer day,
            @Nullable Boolean leap) {
        return calendar == null || month == null || day == null
                ? null
                : new Birthday(Birthday.CalendarKind.valueOf(calendar), year, month, day, Boolean.TRUE.equals(leap));
    }

    /** Numbers keep their decimals: the mapper reads fractions as doubles unless told otherwise. */
    private static Map<String, Object> exact(Map<String, Object> attributes) {
        attributes.replaceAll((code, value) -> value instanceof Double d ? BigDecimal.valueOf(d) : value);
        return attributes;
    }

    private @Nullable JSONB jsonb(@Nullable Object value) {
        return value == null ? null : JSONB.jsonb(json.writeValueAsString(value));
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** The columns that a record fills; what the database fills itself is left to it. */
    static List<org.jooq.Field<?>> columns() {
        return java.util.Arrays.<org.jooq.Field<?>>stream(MEMBER.fields())
                .filter(field -> !field.getDataType().defaulted() || OWN_DEFAULTS.contains(field))
                .toList();
    }
}
