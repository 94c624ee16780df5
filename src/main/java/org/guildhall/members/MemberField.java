package org.guildhall.members;

import io.swagger.v3.oas.annotations.media.Schema;

/** A personal value of a member, as named in changes, reveals, exports and conflicts. */
@Schema(enumAsRef = true)
public enum MemberField {
    /** Name or legal name. */
    NAME,
    /** Gender. */
    GENDER,
    /** Birthday. */
    BIRTHDAY,
    /** Mobile. */
    MOBILE,
    /** E-mail. */
    EMAIL,
    /** Address. */
    ADDRESS,
    /** Identity document. */
    DOCUMENT,
    /** Organisation profile. */
    ORGANISATION,
    /** Preferences. */
    PREFERENCES,
    /** Delivery addresses. */
    DELIVERY_ADDRESSES,
    /** Custom attributes. */
    ATTRIBUTES
}
