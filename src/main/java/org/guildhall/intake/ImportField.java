package org.guildhall.intake;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.List;

/** What a column can be mapped to. */
@Schema(enumAsRef = true)
public enum ImportField {
    /** The member's number; in a purchase, the buyer's; of points, the owner's. */
    MEMBER_NUMBER(ImportKind.MEMBERS, ImportKind.PURCHASES, ImportKind.POINTS),
    /** The member's key in the system the file comes from; in a purchase, the buyer's. */
    EXTERNAL_ID(ImportKind.MEMBERS, ImportKind.PURCHASES, ImportKind.POINTS),
    /** Mobile; in a purchase, the buyer's. */
    MOBILE(ImportKind.MEMBERS, ImportKind.PURCHASES, ImportKind.POINTS),
    /** Name; several columns are put together. */
    NAME(ImportKind.MEMBERS),
    /** E-mail address. */
    EMAIL(ImportKind.MEMBERS),
    /** Gender. */
    GENDER(ImportKind.MEMBERS),
    /** Solar birthday. */
    BIRTHDAY(ImportKind.MEMBERS),
    /** First day of membership; year and month may stand in two columns. */
    JOINED_ON(ImportKind.MEMBERS),
    /** Day on which the member left; filled, the member is entered as withdrawn. */
    LEFT_ON(ImportKind.MEMBERS),
    /** Address as people write it. */
    ADDRESS(ImportKind.MEMBERS),
    /** Postcode. */
    POSTCODE(ImportKind.MEMBERS),
    /** A tag, or several set apart by comma, semicolon or 、. */
    TAGS(ImportKind.MEMBERS),
    /** A custom attribute, named in the mapping. */
    ATTRIBUTE(ImportKind.MEMBERS),
    /** Code of the store: home store of a member, place of a purchase. */
    STORE(ImportKind.MEMBERS, ImportKind.PURCHASES),
    /** Number of the purchase (receipt, basket, order). */
    PURCHASE_NUMBER(ImportKind.PURCHASES),
    /** For a return: the number of the purchase that is given back. */
    RETURN_OF(ImportKind.PURCHASES),
    /** When it was bought, or the period of points; date and time, or year and month, may stand in two columns. */
    OCCURRED_AT(ImportKind.PURCHASES, ImportKind.POINTS),
    /** What was paid for the row's goods. */
    AMOUNT(ImportKind.PURCHASES),
    /** Currency of the amount, if not the one of the settings. */
    CURRENCY(ImportKind.PURCHASES),
    /** Product code or name. */
    PRODUCT(ImportKind.PURCHASES),
    /** Category of the product. */
    CATEGORY(ImportKind.PURCHASES),
    /** How many of the product. */
    QUANTITY(ImportKind.PURCHASES),
    /** Way of payment. */
    PAYMENT(ImportKind.PURCHASES),
    /** Points earned in the period. */
    POINTS_EARNED(ImportKind.POINTS),
    /** Points redeemed in the period. */
    POINTS_REDEEMED(ImportKind.POINTS),
    /** Points that lapsed in the period. */
    POINTS_EXPIRED(ImportKind.POINTS);

    private final boolean ofMembers;
    private final boolean ofPurchases;
    private final boolean ofPoints;

    ImportField(ImportKind... kinds) {
        this.ofMembers = List.of(kinds).contains(ImportKind.MEMBERS);
        this.ofPurchases = List.of(kinds).contains(ImportKind.PURCHASES);
        this.ofPoints = List.of(kinds).contains(ImportKind.POINTS);
    }

    /** Whether a file of this kind can have the field. */
    public boolean isOf(ImportKind kind) {
        return switch (kind) {
            case MEMBERS -> ofMembers;
            case PURCHASES -> ofPurchases;
            case POINTS -> ofPoints;
        };
    }

    /** The fields a file of this kind can have. */
    public static List<ImportField> of(ImportKind kind) {
        return Arrays.stream(values()).filter(field -> field.isOf(kind)).toList();
    }
}
