package org.guildhall.members.attributes;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guildhall.kernel.Refusal;
import org.guildhall.members.AttributeDefinition;

/** Checks values of custom attributes against their definitions and brings them into the stored form. Pure. */
public final class AttributeRules {

    private static final int LONGEST_TEXT = 500;
    private static final int MOST_DIGITS = 20;

    private AttributeRules() {}

    /** The values in their stored form; broken rules are added to the list. */
    public static Map<String, Object> check(
            Map<String, Object> given, Map<String, AttributeDefinition> definitions, List<Refusal.Field> broken) {
        var values = new HashMap<String, Object>();
        given.forEach((code, value) -> {
            var definition = definitions.get(code);
            var field = "attributes." + code;
            if (definition == null) {
                broken.add(new Refusal.Field(field, value, "known-attribute"));
                return;
            }
            var rule = broken(definition, value);
            if (rule == null) {
                values.put(code, stored(definition, value));
            } else {
                broken.add(new Refusal.Field(field, String.valueOf(value), rule, bounds(definition)));
            }
        });
        return values;
    }

    private static Map<String, Object> bounds(AttributeDefinition definition) {
        var facts = new HashMap<String, Object>();
        if (definition.minimum() != null) {
            facts.put("min", definition.minimum());
        }
        if (definition.maximum() != null) {
            facts.put("max", definition.maximum());
        }
        if (!definition.choices().isEmpty()) {
            facts.put("choices", definition.choices());
        }
        return facts;
    }

    private static @org.jspecify.annotations.Nullable String broken(AttributeDefinition definition, Object value) {
        var text = value.toString().strip();
        return switch (definition.type()) {
            case TEXT ->
                within(definition, BigDecimal.valueOf(text.length())) && text.length() <= LONGEST_TEXT
                        ? null
                        : "text-length";
            case NUMBER -> number(text) == null ? "number" : within(definition, new BigDecimal(text)) ? null : "range";
            case DATE -> isDate(text) ? null : "date";
            case BOOLEAN -> text.equals("true") || text.equals("false") ? null : "boolean";
            case CHOICE -> definition.choices().contains(text) ? null : "choice";
        };
    }

    private static Object stored(AttributeDefinition definition, Object value) {
        var text = value.toString().strip();
        return switch (definition.type()) {
            case TEXT, DATE, CHOICE -> text;
            case NUMBER -> {
                var number = new BigDecimal(text).stripTrailingZeros();
                yield number.scale() <= 0 && number.precision() - number.scale() <= 18
                        ? (Object) number.longValueExact()
                        : number;
            }
            case BOOLEAN -> Boolean.valueOf(text);
        };
    }

    private static boolean within(AttributeDefinition definition, BigDecimal size) {
        return (definition.minimum() == null || size.compareTo(definition.minimum()) >= 0)
                && (definition.maximum() == null || size.compareTo(definition.maximum()) <= 0);
    }

    /** The number, of at most twenty digits before and after the point; null for anything else. */
    public static @org.jspecify.annotations.Nullable BigDecimal number(String text) {
        try {
            var number = text.length() > 2 * MOST_DIGITS + 2 ? null : new BigDecimal(text);
            return number == null || !storable(number) ? null : number;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Without this a short text like 1e999999999 would be a number that nothing can store or write out. */
    static boolean storable(BigDecimal number) {
        return Math.abs((long) number.scale()) <= MOST_DIGITS
                && (long) number.precision() - number.scale() <= MOST_DIGITS;
    }

    private static boolean isDate(String text) {
        try {
            return LocalDate.parse(text).getYear() > 0;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
