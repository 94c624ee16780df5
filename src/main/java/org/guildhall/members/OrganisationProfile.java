package org.guildhall.members;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of a member that is an organisation; its legal name is the member's name. */
public record OrganisationProfile(
        @Nullable String creditCode,
        @Nullable String industry,
        @Nullable Size size,
        @Nullable List<ContactPerson> representatives,
        @Nullable List<ContactPerson> contacts) {

    /** Size class by the national classes of enterprises. */
    @Schema(enumAsRef = true, name = "OrganisationSize")
    public enum Size {
        /** 微型. */
        MICRO,
        /** 小型. */
        SMALL,
        /** 中型. */
        MEDIUM,
        /** 大型. */
        LARGE
    }

    /** A person who speaks for the organisation. */
    public record ContactPerson(
            String name,
            @Nullable String title,
            @Nullable String mobile,
            @Nullable String email) {}
}
