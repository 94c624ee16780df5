package org.guildhall.intake;

import io.swagger.v3.oas.annotations.media.Schema;

/** The rules that a row can break; the texts of rule and remedy are in the messages of this module. */
@Schema(enumAsRef = true, name = "ImportRule")
public enum Rule {
    REQUIRED,
    MORE_CELLS_THAN_COLUMNS,
    TEXT_TOO_LONG,
    DATE_UNREADABLE,
    DATE_IMPOSSIBLE,
    IN_THE_FUTURE,
    TOO_LONG_AGO,
    LEFT_BEFORE_JOINING,
    NUMBER_UNREADABLE,
    AMOUNT_UNREADABLE,
    AMOUNT_NEGATIVE,
    AMOUNT_TOO_LARGE,
    TOO_MANY_DECIMALS,
    QUANTITY_NOT_POSITIVE,
    CURRENCY_UNKNOWN,
    PHONE_UNREADABLE,
    EMAIL_UNREADABLE,
    GENDER_UNKNOWN,
    STORE_UNKNOWN,
    BUYER_UNKNOWN,
    RETURN_OF_NOTHING,
    /** Rows of one purchase name different buyers, times, stores or currencies. */
    PURCHASE_CONTRADICTS_ITSELF,
    /** Another row of the same purchase is bad, and a purchase is never half taken. */
    ANOTHER_ROW_OF_PURCHASE_BAD,
    /** The file has two different rows for one member. */
    MEMBER_TWICE,
    /** The house holds a purchase with this number and other content. */
    STORED_DIFFERENTLY,
    /** The file has two different rows for one member's period of points. */
    PERIOD_TOLD_DIFFERENTLY,
    /** The house holds this period of the member's points with other content. */
    PERIOD_STORED_DIFFERENTLY,
    /** Points earned, redeemed or lapsed are never below zero. */
    POINTS_NEGATIVE,
    /** Another module said no; its code is among the facts. */
    REFUSED
}
