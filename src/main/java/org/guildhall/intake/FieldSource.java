package org.guildhall.intake;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the value of a field comes from: one column, several put together in order, or a constant.
 *
 * @param attribute code of the custom attribute, with {@link ImportField#ATTRIBUTE} only
 * @param as how the attribute's text is to be read; absent: as text
 */
public record FieldSource(
        @NotNull ImportField field,
        @NotNull @Size(max = 6) List<@NotNull String> columns,
        @Nullable @Size(max = 200) String constant,
        @Nullable @Size(max = 60) String attribute,
        @Nullable ValueType as) {

    /** How the text of an attribute is read. */
    @Schema(enumAsRef = true, name = "ImportValueType")
    public enum ValueType {
        TEXT,
        WHOLE_NUMBER,
        /** A decimal number to which the settings for amounts apply. */
        AMOUNT,
        DATE
    }

    /** The field from these columns. */
    public static FieldSource of(ImportField field, String... columns) {
        return new FieldSource(field, List.of(columns), null, null, null);
    }

    /** The field with the same value in every row. */
    public static FieldSource constant(ImportField field, String value) {
        return new FieldSource(field, List.of(), value, null, null);
    }

    /** The custom attribute from a column. */
    public static FieldSource attribute(String code, ValueType as, String column) {
        return new FieldSource(ImportField.ATTRIBUTE, List.of(column), null, code, as);
    }
}
