package org.guildhall.members;

import io.swagger.v3.oas.annotations.media.Schema;

/** A person's gender as stated by the person. */
@Schema(enumAsRef = true)
public enum Gender {
    /** Female. */
    FEMALE,
    /** Male. */
    MALE,
    /** Neither of the two, or asked not to say. */
    OTHER
}
