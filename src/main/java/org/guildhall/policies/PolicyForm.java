package org.guildhall.policies;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a kind of policy is written: its root type and every record or choice in it, derived from the kind's record, so that
 * the editor needs no knowledge of its own.
 */
public record PolicyForm(String root, Map<String, Type> types) {

    /**
     * A record with fields, or a choice among records told apart by the value of a property.
     *
     * @param discriminator the property that tells the variants apart; absent for a record
     */
    @Schema(name = "PolicyFormType")
    public record Type(List<Field> fields, @Nullable String discriminator, Map<String, String> variants) {}

    /**
     * A field of a record.
     *
     * @param type name of the type of a record or choice field
     * @param options the words an enumeration allows
     * @param items what a list or map holds
     * @param refersTo what the text is the code of, if it is that of something the house has
     */
    @Schema(name = "PolicyFormField")
    public record Field(
            String name,
            Shape shape,
            boolean required,
            @Nullable String type,
            List<String> options,
            @Nullable Field items,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            @Nullable Integer longest,
            @Nullable String refersTo) {}

    /** What a field looks like in JSON and in the editor. */
    @Schema(name = "PolicyFormShape", enumAsRef = true)
    public enum Shape {
        /** A whole number. */
        INTEGER,
        /** A number with decimals. */
        DECIMAL,
        /** Text. */
        TEXT,
        /** Yes or no. */
        BOOLEAN,
        /** An ISO date. */
        DATE,
        /** An ISO time or instant. */
        TIME,
        /** An amount {minor, currency}. */
        MONEY,
        /** One of the options. */
        ENUM,
        /** A list of items. */
        LIST,
        /** Items by name. */
        MAP,
        /** A record or choice of the named type. */
        OBJECT;

        /** The transmitted word. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The shape of a word. */
        @JsonCreator
        public static Shape of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
