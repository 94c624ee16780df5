package org.guildhall.members.masking;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guildhall.members.Address;
import org.guildhall.members.AttributeDefinition;
import org.guildhall.members.Birthday;
import org.guildhall.members.DeliveryAddress;
import org.guildhall.members.IdentityDocument;
import org.guildhall.members.MemberField;
import org.guildhall.members.MemberKind;
import org.guildhall.members.MemberProfile;
import org.guildhall.members.OrganisationProfile;
import org.guildhall.members.OrganisationProfile.ContactPerson;
import org.guildhall.members.identification.Mobiles;
import org.jspecify.annotations.Nullable;

/** Masks personal values: 王*明, 138****5678, 3301**********1234; what stays visible is enough to ask the person back. */
public final class Masks {

    private Masks() {}

    /** 王*明 for 王小明, 王* for 王明, J*** for John Smith. */
    public static @Nullable String name(@Nullable String name) {
        if (name == null || name.isEmpty()) {
            return name;
        }
        int[] points = name.codePoints().toArray();
        var first = Character.toString(points[0]);
        if (points[0] < 0x2E80) {
            return first + "***";
        }
        if (points.length <= 2) {
            return points.length == 1 ? "*" : first + "*";
        }
        return first + "*".repeat(points.length - 2) + Character.toString(points[points.length - 1]);
    }

    /** 138****5678; a foreign number keeps its first three and last four digits. */
    public static @Nullable String mobile(@Nullable String stored) {
        if (stored == null) {
            return null;
        }
        var shown = Mobiles.shown(stored);
        int head = shown.startsWith("+") ? 4 : 3;
        return shown.length() <= head + 4
                ? "****"
                : shown.substring(0, head)
                        + "*".repeat(shown.length() - head - 4)
                        + shown.substring(shown.length() - 4);
    }

    /** The first letter and the domain. */
    public static @Nullable String email(@Nullable String email) {
        return email == null ? null : email.charAt(0) + "***" + email.substring(email.indexOf('@'));
    }

    /** The last four characters, and the first four of long numbers. */
    public static String document(String number) {
        if (number.length() < 12) {
            return "*".repeat(Math.max(0, number.length() - 2)) + number.substring(Math.max(0, number.length() - 2));
        }
        return number.substring(0, 4) + "*".repeat(number.length() - 8) + number.substring(number.length() - 4);
    }

    /** Month and day without the year. */
    public static @Nullable Birthday birthday(@Nullable Birthday birthday) {
        return birthday == null || birthday.year() == null
                ? birthday
                : new Birthday(birthday.calendar(), null, birthday.month(), birthday.day(), birthday.leapMonth());
    }

    /** The region without the line. */
    public static @Nullable Address address(@Nullable Address address) {
        return address == null ? null : new Address(address.regionCode(), address.line() == null ? null : "***", null);
    }

    /** The whole profile masked, but for the fields to keep clear. */
    public static MemberProfile profile(
            MemberKind kind, MemberProfile clear, Map<String, AttributeDefinition> definitions, Set<MemberField> keep) {
        boolean person = kind == MemberKind.PERSON;
        return new MemberProfile(
                keep.contains(MemberField.NAME) || !person ? clear.name() : name(clear.name()),
                clear.gender(),
                keep.contains(MemberField.BIRTHDAY) ? clear.birthday() : birthday(clear.birthday()),
                keep.contains(MemberField.MOBILE) ? shown(clear.mobile()) : mobile(clear.mobile()),
                keep.contains(MemberField.EMAIL) ? clear.email() : email(clear.email()),
                keep.contains(MemberField.ADDRESS) ? clear.address() : address(clear.address()),
                keep.contains(MemberField.DOCUMENT) ? clear.document() : document(clear.document()),
                keep.contains(MemberField.ORGANISATION) ? clear.organisation() : organisation(clear.organisation()),
                clear.preferences(),
                keep.contains(MemberField.DELIVERY_ADDRESSES)
                        ? clear.deliveryAddresses()
                        : deliveries(clear.deliveryAddresses()),
                keep.contains(MemberField.ATTRIBUTES)
                        ? clear.attributes()
                        : attributes(clear.attributes(), definitions));
    }

    /** Which fields of the profile masking would change. */
    public static Set<MemberField> masked(MemberProfile clear, MemberProfile shown) {
        var masked = EnumSet.noneOf(MemberField.class);
        mark(masked, MemberField.NAME, clear.name(), shown.name());
        mark(masked, MemberField.BIRTHDAY, clear.birthday(), shown.birthday());
        mark(masked, MemberField.MOBILE, shown(clear.mobile()), shown.mobile());
        mark(masked, MemberField.EMAIL, clear.email(), shown.email());
        mark(masked, MemberField.ADDRESS, clear.address(), shown.address());
        mark(masked, MemberField.DOCUMENT, clear.document(), shown.document());
        mark(masked, MemberField.ORGANISATION, clear.organisation(), shown.organisation());
        mark(masked, MemberField.DELIVERY_ADDRESSES, clear.deliveryAddresses(), shown.deliveryAddresses());
        mark(masked, MemberField.ATTRIBUTES, clear.attributes(), shown.attributes());
        return masked;
    }

    private static void mark(
            Set<MemberField> masked, MemberField field, @Nullable Object clear, @Nullable Object shown) {
        if (!java.util.Objects.equals(clear, shown)) {
            masked.add(field);
        }
    }

    private static @Nullable String shown(@Nullable String mobile) {
        return mobile == null ? null : Mobiles.shown(mobile);
    }

    private static @Nullable IdentityDocument document(@Nullable IdentityDocument clear) {
        return clear == null ? null : new IdentityDocument(clear.kind(), document(clear.number()));
    }

    private static @Nullable OrganisationProfile organisation(@Nullable OrganisationProfile clear) {
        return clear == null
                ? null
                : new OrganisationProfile(
                        clear.creditCode(),
                        clear.industry(),
                        clear.size(),
                        people(clear.representatives()),
                        people(clear.contacts()));
    }

    private static @Nullable List<ContactPerson> people(@Nullable List<ContactPerson> clear) {
        return clear == null
                ? null
                : clear.stream()
                        .map(p -> new ContactPerson(
                                String.valueOf(name(p.name())), p.title(), mobile(p.mobile()), email(p.email())))
                        .toList();
    }

    private static @Nullable List<DeliveryAddress> deliveries(@Nullable List<DeliveryAddress> clear) {
        return clear == null
                ? null
                : clear.stream()
                        .map(d -> new DeliveryAddress(
                                String.valueOf(name(d.recipient())),
                                String.valueOf(mobile(d.mobile())),
                                java.util.Objects.requireNonNull(address(d.address())),
                                d.preferred(),
                                d.confirmedOn()))
                        .toList();
    }

    private static @Nullable Map<String, Object> attributes(
            @Nullable Map<String, Object> clear, Map<String, AttributeDefinition> definitions) {
        if (clear == null) {
            return null;
        }
        var shown = new HashMap<>(clear);
        shown.replaceAll((code, value) -> {
            var definition = definitions.get(code);
            return definition == null || definition.personal() ? "***" : value;
        });
        return shown;
    }
}
