package org.guildhall.members.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.Refusal;
import org.guildhall.members.Address;
import org.guildhall.members.AttributeDefinition;
import org.guildhall.members.DeliveryAddress;
import org.guildhall.members.IdentityDocument;
import org.guildhall.members.IdentityDocument.DocumentKind;
import org.guildhall.members.MemberKind;
import org.guildhall.members.MemberProfile;
import org.guildhall.members.OrganisationProfile;
import org.guildhall.members.OrganisationProfile.ContactPerson;
import org.guildhall.members.Preferences;
import org.guildhall.members.attributes.AttributeRules;
import org.guildhall.members.identification.CreditCodes;
import org.guildhall.members.identification.Mobiles;
import org.guildhall.members.identification.ResidentIds;
import org.guildhall.members.regions.Regions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks given values and brings them into the stored form: every broken rule is named at once. */
@Component
class Profiles {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s.]+(\\.[^@\\s.]+)+");
    private static final Pattern OTHER_DOCUMENT = Pattern.compile("[A-Z0-9()\\-]{4,30}");
    private static final int LONGEST_NAME = 60;
    private static final int MOST = 20;
    private static final int LONGEST_REMARK = 500;

    private final Regions regions;

    Profiles(Regions regions) {
        this.regions = regions;
    }

    /** The values in their stored form; refused with all broken rules. */
    MemberProfile check(
            MemberKind kind, MemberProfile given, Map<String, AttributeDefinition> attributes, LocalDate today) {
        var broken = new ArrayList<Refusal.Field>();
        if (kind == MemberKind.PERSON && given.organisation() != null) {
            broken.add(new Refusal.Field("organisation", null, "organisations-only"));
        }
        if (kind == MemberKind.ORGANISATION && (given.birthday() != null || given.gender() != null)) {
            broken.add(new Refusal.Field(given.birthday() != null ? "birthday" : "gender", null, "persons-only"));
        }
        var birthday = given.birthday();
        var born = birthday == null ? null : birthday.solarDateOfBirth();
        if (born != null && born.isAfter(today)) {
            broken.add(new Refusal.Field("birthday", born, "not-in-the-future"));
        }
        var checked = new MemberProfile(
                text("name", given.name(), LONGEST_NAME, broken),
                given.gender(),
                birthday,
                mobile("mobile", given.mobile(), broken),
                email("email", given.email(), broken),
                address("address", given.address(), broken),
                document(given.document(), broken),
                organisation(given.organisation(), broken),
                preferences(given.preferences(), broken),
                deliveries(given.deliveryAddresses(), broken),
                given.attributes() == null ? null : AttributeRules.check(given.attributes(), attributes, broken));
        if (!broken.isEmpty()) {
            throw Refusal.of(new InvalidInput(broken));
        }
        return checked;
    }

    private static @Nullable String text(
            String field, @Nullable String given, int longest, List<Refusal.Field> broken) {
        if (given == null || given.isBlank()) {
            return null;
        }
        var text = given.strip().replaceAll("\\s+", " ");
        if (text.length() > longest || text.chars().anyMatch(Character::isISOControl)) {
            broken.add(new Refusal.Field(field, given, "text-length", Map.of("max", longest)));
        }
        return text;
    }

    private static @Nullable String mobile(String field, @Nullable String given, List<Refusal.Field> broken) {
        if (given == null || given.isBlank()) {
            return null;
        }
        var normal = Mobiles.normalise(given);
        if (normal.isEmpty()) {
            broken.add(new Refusal.Field(field, given, "mobile"));
        }
        return normal.orElse(null);
    }

    private static @Nullable String email(String field, @Nullable String given, List<Refusal.Field> broken) {
        if (given == null || given.isBlank()) {
            return null;
        }
        var email = given.strip().toLowerCase(Locale.ROOT);
        if (email.length() > 254 || !EMAIL.matcher(email).matches()) {
            broken.add(new Refusal.Field(field, given, "email"));
        }
        return email;
    }

    private @Nullable Address address(String field, @Nullable Address given, List<Refusal.Field> broken) {
        if (given == null) {
            return null;
        }
        var region = given.regionCode();
        if (region != null && !regions.knows(region)) {
            broken.add(new Refusal.Field(field + ".regionCode", region, "region-code"));
        }
        var line = text(field + ".line", given.line(), 200, broken);
        var postcode = text(field + ".postcode", given.postcode(), 12, broken);
        return region == null && line == null && postcode == null ? null : new Address(region, line, postcode);
    }

    private static @Nullable IdentityDocument document(@Nullable IdentityDocument given, List<Refusal.Field> broken) {
        if (given == null) {
            return null;
        }
        var number = ResidentIds.normalise(given.number());
        if (given.kind() == DocumentKind.RESIDENT_ID && !ResidentIds.valid(number)) {
            broken.add(new Refusal.Field("document.number", shortened(given.number()), "resident-id"));
        } else if (given.kind() != DocumentKind.RESIDENT_ID
                && !OTHER_DOCUMENT.matcher(number).matches()) {
            broken.add(new Refusal.Field("document.number", shortened(given.number()), "document-number"));
        }
        return new IdentityDocument(given.kind(), number);
    }

    private static String shortened(String value) {
        return value.length() > 40 ? value.substring(0, 40) : value;
    }

    private static @Nullable OrganisationProfile organisation(
            @Nullable OrganisationProfile given, List<Refusal.Field> broken) {
        if (given == null) {
            return null;
        }
        String code = null;
        if (given.creditCode() != null && !given.creditCode().isBlank()) {
            code = CreditCodes.normalise(given.creditCode());
            if (!CreditCodes.wellFormed(code)) {
                broken.add(new Refusal.Field("organisation.creditCode", given.creditCode(), "credit-code"));
            }
        }
        return new OrganisationProfile(
                code,
                text("organisation.industry", given.industry(), 60, broken),
                given.size(),
                people("organisation.representatives", given.representatives(), broken),
                people("organisation.contacts", given.contacts(), broken));
    }

    private static @Nullable List<ContactPerson> people(
            String field, @Nullable List<ContactPerson> given, List<Refusal.Field> broken) {
        if (given == null || given.isEmpty()) {
            return null;
        }
        listed(field, given.size(), broken);
        var people = new ArrayList<ContactPerson>();
        for (int i = 0; i < given.size(); i++) {
            var at = field + "[" + i + "].";
            var name = text(at + "name", given.get(i).name(), LONGEST_NAME, broken);
            if (name == null) {
                broken.add(new Refusal.Field(at + "name", null, "required"));
            }
            people.add(new ContactPerson(
                    name == null ? "" : name,
                    text(at + "title", given.get(i).title(), LONGEST_NAME, broken),
                    mobile(at + "mobile", given.get(i).mobile(), broken),
                    email(at + "email", given.get(i).email(), broken)));
        }
        return people;
    }

    private static @Nullable Preferences preferences(@Nullable Preferences given, List<Refusal.Field> broken) {
        if (given == null) {
            return null;
        }
        var interests = given.interests();
        if (interests != null) {
            listed("preferences.interests", interests.size(), broken);
            interests.forEach(interest -> text("preferences.interests", interest, LONGEST_NAME, broken));
        }
        return new Preferences(
                text("preferences.language", given.language(), LONGEST_NAME, broken),
                text("preferences.contactTime", given.contactTime(), LONGEST_NAME, broken),
                interests,
                remark(given.remark(), broken));
    }

    /** A remark may have lines. */
    private static @Nullable String remark(@Nullable String given, List<Refusal.Field> broken) {
        if (given == null || given.isBlank()) {
            return null;
        }
        if (given.length() > LONGEST_REMARK) {
            broken.add(new Refusal.Field(
                    "preferences.remark", shortened(given), "text-length", Map.of("max", LONGEST_REMARK)));
        }
        return given.strip();
    }

    private static void listed(String field, int size, List<Refusal.Field> broken) {
        if (size > MOST) {
            broken.add(new Refusal.Field(field, null, "list-size", Map.of("max", MOST)));
        }
    }

    private @Nullable List<DeliveryAddress> deliveries(
            @Nullable List<DeliveryAddress> given, List<Refusal.Field> broken) {
        if (given == null || given.isEmpty()) {
            return null;
        }
        listed("deliveryAddresses", given.size(), broken);
        var addresses = new ArrayList<DeliveryAddress>();
        for (int i = 0; i < given.size(); i++) {
            var at = "deliveryAddresses[" + i + "].";
            var one = given.get(i);
            var recipient = text(at + "recipient", one.recipient(), LONGEST_NAME, broken);
            var mobile = mobile(at + "mobile", one.mobile(), broken);
            var address = address(at + "address", one.address(), broken);
            if (recipient == null || mobile == null || address == null) {
                broken.add(new Refusal.Field(
                        at + (recipient == null ? "recipient" : mobile == null ? "mobile" : "address"),
                        null,
                        "required"));
            } else {
                addresses.add(new DeliveryAddress(recipient, mobile, address, one.preferred(), one.confirmedOn()));
            }
        }
        return addresses;
    }
}
