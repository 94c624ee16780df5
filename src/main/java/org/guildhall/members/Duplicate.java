package org.guildhall.members;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Set;

/** Another member who may be the same person: a masked line of the list and what agrees. */
public record Duplicate(MemberRow member, Set<Agreement> agreements) {

    /** What two members have in common. */
    @Schema(enumAsRef = true, name = "DuplicateAgreement")
    public enum Agreement {
        /** The same mobile. */
        MOBILE,
        /** The same identity document. */
        DOCUMENT,
        /** The same credit code. */
        CREDIT_CODE,
        /** The same name and birthday. */
        NAME_AND_BIRTHDAY
    }
}
