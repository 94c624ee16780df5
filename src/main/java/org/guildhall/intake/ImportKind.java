package org.guildhall.intake;

import io.swagger.v3.oas.annotations.media.Schema;

/** What the rows of a file are. */
@Schema(enumAsRef = true)
public enum ImportKind {
    /** One member a row. */
    MEMBERS,
    /** One line of a purchase a row; rows with the same purchase number are one purchase. */
    PURCHASES,
    /** What another system's books say of one member's points in one period a row. */
    POINTS
}
