package org.guildhall.members;

import io.swagger.v3.oas.annotations.media.Schema;

/** Whether a member is a person or an organisation. */
@Schema(enumAsRef = true)
public enum MemberKind {
    /** A natural person. */
    PERSON,
    /** A company, association or other body. */
    ORGANISATION
}
