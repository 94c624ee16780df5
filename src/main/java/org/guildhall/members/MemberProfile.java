package org.guildhall.members;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The personal values of a member as given by somebody; what is null was not given. In a change, a value that was not given
 * stays as it is; custom attributes are merged by their code, address, organisation and preferences by their parts.
 */
public record MemberProfile(
        @Nullable String name,
        @Nullable Gender gender,
        @Nullable Birthday birthday,
        @Nullable String mobile,
        @Nullable String email,
        @Nullable Address address,
        @Nullable IdentityDocument document,
        @Nullable OrganisationProfile organisation,
        @Nullable Preferences preferences,
        @Nullable List<DeliveryAddress> deliveryAddresses,
        @Nullable Map<String, Object> attributes) {

    /** Nothing given. */
    public static final MemberProfile EMPTY =
            new MemberProfile(null, null, null, null, null, null, null, null, null, null, null);

    /** Only a name and a mobile. */
    public static MemberProfile of(@Nullable String name, @Nullable String mobile) {
        return new MemberProfile(name, null, null, mobile, null, null, null, null, null, null, null);
    }
}
