package org.guildhall.platform.web;

import java.util.Map;
import java.util.regex.Pattern;
import org.guildhall.kernel.Refusal.Field;
import org.springframework.util.ClassUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says which field of a body cannot be read, by which rule, and what may stand there. */
final class UnreadableBody {

    /** The number as it was written, which its exception tells in words only. */
    private static final Pattern NUMBER = Pattern.compile("\\((-?[0-9.eE+-]+)\\)");

    private UnreadableBody() {}

    static Field field(Throwable cause) {
        return switch (cause) {
            case UnrecognizedPropertyException e -> new Field(path(e), null, "unknown-field");
            case InvalidFormatException e -> misfit(e);
            case InvalidNullException e -> new Field(path(e), null, "not-null");
            case InputCoercionException e -> beyond(e);
            case StreamReadException e -> new Field("body", null, "json");
            case MismatchedInputException e when isMissing(e) -> new Field(path(e), null, "not-null");
            case MismatchedInputException e -> new Field(path(e), null, "type", Allowed.of(e.getTargetType()));
            case JacksonException e -> new Field(path(e), null, "type");
            case Throwable e -> new Field("body", null, "json");
        };
    }

    /** Nothing where a number or an answer must be, which Jackson tells from a wrong type in words only. */
    private static boolean isMissing(MismatchedInputException e) {
        return String.valueOf(e.getOriginalMessage()).startsWith("Cannot map `null` into type");
    }

    /** A whole number that its field cannot hold. */
    private static Field beyond(InputCoercionException e) {
        var given = NUMBER.matcher(String.valueOf(e.getOriginalMessage()));
        boolean small = ClassUtils.resolvePrimitiveIfNecessary(e.getTargetType()) == Integer.class;
        var facts = Map.<String, Object>of(
                "least", String.valueOf(small ? Integer.MIN_VALUE : Long.MIN_VALUE),
                "most", String.valueOf(small ? Integer.MAX_VALUE : Long.MAX_VALUE));
        return new Field(path(e), given.find() ? Problems.shown(given.group(1)) : null, "integer-range", facts);
    }

    private static Field misfit(InvalidFormatException e) {
        var target = e.getTargetType();
        var value = Problems.shown(e.getValue());
        if (Character.class.equals(target)) {
            return new Field(path(e), value, "no-character-zero", Map.of());
        }
        return String.class.equals(target)
                ? new Field(path(e), value, "text", Map.of())
                : new Field(path(e), value, "type", Allowed.of(target));
    }

    private static String path(JacksonException e) {
        var path = new StringBuilder();
        for (var step : e.getPath()) {
            if (step.getPropertyName() != null) {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            } else {
                path.append('[').append(step.getIndex()).append(']');
            }
        }
        return path.isEmpty() ? "body" : path.toString();
    }
}
