package org.guildhall.members.registry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guildhall.access.Access;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.StaffId;
import org.guildhall.kernel.UnitId;
import org.guildhall.members.AttributeDefinition;
import org.guildhall.members.ExternalKey;
import org.guildhall.members.IdentityDocument.DocumentKind;
import org.guildhall.members.MemberField;
import org.guildhall.members.MemberPolicies;
import org.guildhall.members.MemberProfile;
import org.guildhall.members.MemberView;
import org.guildhall.members.attributes.AttributeStore;
import org.guildhall.members.identification.CreditCodes;
import org.guildhall.members.masking.Masks;
import org.guildhall.members.masking.Unmasked;
import org.guildhall.members.regions.Regions;
import org.guildhall.policies.Policies;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Shows records to the present reader: masked unless permitted, with what is stale, doubtful and possible next. */
@Component
public class Views {

    private final Access access;
    private final AttributeStore attributes;
    private final Regions regions;
    private final Policies policies;
    private final BusinessTime time;

    Views(Access access, AttributeStore attributes, Regions regions, Policies policies, BusinessTime time) {
        this.access = access;
        this.attributes = attributes;
        this.regions = regions;
        this.policies = policies;
        this.time = time;
    }

    MemberView view(MemberState state, List<ExternalKey> externals, @Nullable Instant knownAt) {
        var clear = state.profile();
        var shown = Masks.profile(state.kind(), clear, definitions(clear), kept(state));
        var address = clear.address();
        return new MemberView(
                state.id(),
                state.number(),
                state.kind(),
                state.status(),
                state.version(),
                shown,
                address == null || address.regionCode() == null
                        ? null
                        : regions.fullName(address.regionCode()).orElse(null),
                state.homeUnit(),
                state.adviser(),
                state.joinedOn(),
                List.copyOf(state.tags()),
                externals,
                Masks.masked(clear, shown),
                stale(state),
                warnings(clear),
                state.erasedAt() == null ? state.status().legalNext() : Set.of(),
                state.registeredAt(),
                state.erasedAt(),
                knownAt);
    }

    /** The named fields in the clear and nothing else. */
    static MemberProfile only(MemberProfile p, Set<MemberField> fields) {
        return new MemberProfile(
                fields.contains(MemberField.NAME) ? p.name() : null,
                fields.contains(MemberField.GENDER) ? p.gender() : null,
                fields.contains(MemberField.BIRTHDAY) ? p.birthday() : null,
                fields.contains(MemberField.MOBILE) ? p.mobile() : null,
                fields.contains(MemberField.EMAIL) ? p.email() : null,
                fields.contains(MemberField.ADDRESS) ? p.address() : null,
                fields.contains(MemberField.DOCUMENT) ? p.document() : null,
                fields.contains(MemberField.ORGANISATION) ? p.organisation() : null,
                fields.contains(MemberField.PREFERENCES) ? p.preferences() : null,
                fields.contains(MemberField.DELIVERY_ADDRESSES) ? p.deliveryAddresses() : null,
                fields.contains(MemberField.ATTRIBUTES) ? p.attributes() : null);
    }

    /** Whom this reader sees in the clear. */
    Unmasked unmasked() {
        return Unmasked.of(access);
    }

    /** Whether this reader sees a member of this home and adviser in the clear. */
    boolean clear(@Nullable UnitId home, @Nullable StaffId adviser) {
        return unmasked().includes(home, adviser);
    }

    /** A single value as a reader sees it who sees the member in the clear, or not; for conflicts and histories. */
    static @Nullable String shown(String path, JsonNode value, boolean inTheClear) {
        if (value.isNull()) {
            return null;
        }
        var text = value.isString() ? value.asString() : value.toString();
        boolean clear = !path.equals("document") && inTheClear;
        if (clear || !MemberTree.personal(path)) {
            return text;
        }
        return switch (path) {
            case "name" -> Masks.name(text);
            case "mobile" -> Masks.mobile(text);
            case "email" -> Masks.email(text);
            case "gender" -> text;
            default -> "***";
        };
    }

    private Set<MemberField> kept(MemberState state) {
        return clear(state.homeUnit(), state.adviser())
                ? EnumSet.complementOf(EnumSet.of(MemberField.DOCUMENT))
                : EnumSet.noneOf(MemberField.class);
    }

    private Map<String, AttributeDefinition> definitions(MemberProfile profile) {
        return profile.attributes() == null ? Map.of() : attributes.all();
    }

    private Set<MemberField> stale(MemberState state) {
        var today = time.today();
        var oldest = today.minusMonths(
                policies.inForce(MemberPolicies.CONTACTS, today).policy().staleAfterMonths());
        var stale = EnumSet.noneOf(MemberField.class);
        var confirmed = state.contactConfirmedOn();
        if (state.profile().mobile() != null && (confirmed == null || confirmed.isBefore(oldest))) {
            stale.add(MemberField.MOBILE);
        }
        var deliveries = state.profile().deliveryAddresses();
        if (deliveries != null
                && deliveries.stream()
                        .anyMatch(
                                d -> d.confirmedOn() == null || d.confirmedOn().isBefore(oldest))) {
            stale.add(MemberField.DELIVERY_ADDRESSES);
        }
        return stale;
    }

    private static List<String> warnings(MemberProfile profile) {
        var warnings = new ArrayList<String>();
        var organisation = profile.organisation();
        if (organisation != null
                && organisation.creditCode() != null
                && !CreditCodes.checks(organisation.creditCode())) {
            warnings.add("credit-code-check");
        }
        var document = profile.document();
        var born = profile.birthday() == null ? null : profile.birthday().solarDateOfBirth();
        if (document != null
                && born != null
                && document.kind() == DocumentKind.RESIDENT_ID
                && !document.number().substring(6, 14).equals(born.toString().replace("-", ""))) {
            warnings.add("document-birthday-differs");
        }
        return warnings;
    }
}
