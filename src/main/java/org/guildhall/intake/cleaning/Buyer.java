package org.guildhall.intake.cleaning;

import java.util.List;
import org.guildhall.intake.ImportField;

/**
 * Who bought, as a row names it: by which field, and the number, key or mobile that stands there.
 *
 * @param by one of {@link #FIELDS}
 */
public record Buyer(ImportField by, String key) {

    /** What can name a buyer; a row is about whom the first filled one of these names. */
    public static final List<ImportField> FIELDS =
            List.of(ImportField.MEMBER_NUMBER, ImportField.EXTERNAL_ID, ImportField.MOBILE);

    @Override
    public String toString() {
        return key;
    }
}
