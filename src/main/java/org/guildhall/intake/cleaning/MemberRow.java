package org.guildhall.intake.cleaning;

import java.util.Map;
import org.guildhall.intake.ImportField;
import org.jspecify.annotations.Nullable;

/**
 * One clean row of a file of members: values in canonical text (dates as ISO, phones as E.164, gender as its code).
 *
 * @param attributes custom attributes by code: texts, whole numbers, decimal numbers or ISO dates
 */
public record MemberRow(long row, Map<ImportField, String> values, Map<String, Object> attributes) {

    /** The value of a field, if the row has one. */
    public @Nullable String get(ImportField field) {
        return values.get(field);
    }

    /** What names the member: number, else external key, else mobile. */
    public String key() {
        for (var field : new ImportField[] {ImportField.MEMBER_NUMBER, ImportField.EXTERNAL_ID, ImportField.MOBILE}) {
            var value = values.get(field);
            if (value != null) {
                return field.name() + ":" + value;
            }
        }
        throw new IllegalStateException("row " + row + " names no member");
    }

    /** Whether both rows say the same. */
    public boolean equalsInContent(MemberRow other) {
        return values.equals(other.values) && attributes.equals(other.attributes);
    }
}
