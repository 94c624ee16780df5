package org.guildhall.members;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A custom attribute of members: its code, type, label by language, choices, and bounds (of a number, or of a text's
 * length). A personal one is masked like a name. Its version is how often it was defined; a change names the version it
 * started from, and nothing is the version of what isn't there yet.
 */
public record AttributeDefinition(
        @NotNull String code,
        @NotNull Type type,
        @NotNull Map<String, String> label,
        @NotNull List<String> choices,
        @Nullable BigDecimal minimum,
        @Nullable BigDecimal maximum,
        boolean personal,
        int position,
        boolean retired,
        @Min(1) @Nullable Integer version) {

    /** The types an attribute can have. */
    @Schema(enumAsRef = true, name = "AttributeType")
    public enum Type {
        /** Words. */
        TEXT,
        /** A decimal number. */
        NUMBER,
        /** A day. */
        DATE,
        /** Yes or no. */
        BOOLEAN,
        /** One of the choices. */
        CHOICE
    }

    /** The same as defined for the n-th time. */
    public AttributeDefinition as(int number) {
        return new AttributeDefinition(
                code, type, label, choices, minimum, maximum, personal, position, retired, number);
    }

    /** Free text, not personal, labelled with the same words in all languages. */
    public static AttributeDefinition of(String code, Type type, String label) {
        var labels = Map.of("zh-CN", label, "zh-TW", label, "en", label);
        return new AttributeDefinition(code, type, labels, List.of(), null, null, false, 0, false, null);
    }
}
