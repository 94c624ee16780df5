package org.guildhall.intake.staging;

import org.guildhall.intake.ImportField;
import org.guildhall.intake.cleaning.Buyer;

/**
 * Writes buyers as text. One named by another field than most are is marked by a sign that no clean text has, so that files
 * staged without such marks read the same.
 *
 * @param usual the field by which most are named
 */
record BuyerText(ImportField usual) {

    private static final char OTHER_FIELD = '\u0001';

    String written(Buyer buyer) {
        return buyer.by() == usual
                ? buyer.key()
                : OTHER_FIELD + String.valueOf(Buyer.FIELDS.indexOf(buyer.by())) + buyer.key();
    }

    Buyer read(String text) {
        return text.charAt(0) == OTHER_FIELD
                ? new Buyer(Buyer.FIELDS.get(text.charAt(1) - '0'), text.substring(2))
                : new Buyer(usual, text);
    }
}
