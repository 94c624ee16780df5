package org.guildhall.platform.web;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.guildhall.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/**
 * What may stand where a value of the wrong type was given, as facts of the rule {@code type}: {@code expected} names the sort
 * of value, for which there is a sentence of its own; {@code allowed} lists the words of a closed set as JSON has them.
 */
final class Allowed {

    private Allowed() {}

    static Map<String, Object> of(@Nullable Class<?> type) {
        if (type == null) {
            return Map.of();
        }
        var boxed = ClassUtils.resolvePrimitiveIfNecessary(type);
        if (boxed.isEnum()) {
            var words = Arrays.stream(boxed.getEnumConstants())
                    .map(one -> EnumNames.nameOf((Enum<?>) one))
                    .toList();
            return Map.of("expected", "choice", "allowed", words);
        }
        var sort = sort(boxed);
        return sort == null ? Map.of() : Map.of("expected", sort);
    }

    private static @Nullable String sort(Class<?> type) {
        if (type == Integer.class || type == Long.class || type == Short.class || type == BigInteger.class) {
            return "integer";
        }
        if (type == BigDecimal.class) {
            return "number";
        }
        if (type == Boolean.class) {
            return "boolean";
        }
        if (type == LocalDate.class) {
            return "date";
        }
        if (type == Instant.class) {
            return "instant";
        }
        if (type == LocalTime.class) {
            return "time";
        }
        return type == UUID.class || isIdentifier(type) ? "identifier" : compound(type);
    }

    private static @Nullable String compound(Class<?> type) {
        if (type == Money.class) {
            return "money";
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "list";
        }
        return Map.class.isAssignableFrom(type) || type.isRecord() || type.isInterface() ? "object" : null;
    }

    /** Identifiers are records of one UUID and are written as it is. */
    private static boolean isIdentifier(Class<?> type) {
        return type.isRecord()
                && type.getRecordComponents().length == 1
                && type.getRecordComponents()[0].getType() == UUID.class;
    }
}
