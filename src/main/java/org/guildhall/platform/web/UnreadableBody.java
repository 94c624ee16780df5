package org.guildhall.platform.web;

import java.util.Map;
import org.guildhall.kernel.Refusal.Field;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says which field of a body cannot be read, by which rule, and what may stand there. */
final class UnreadableBody {

    private UnreadableBody() {}

    static Field field(Throwable cause) {
        return switch (cause) {
            case UnrecognizedPropertyException e -> new Field(path(e), null, "unknown-field");
            case InvalidFormatException e -> misfit(e);
            case InvalidNullException e -> new Field(path(e), null, "not-null");
            case StreamReadException e -> new Field("body", null, "json");
            case MismatchedInputException e -> new Field(path(e), null, "type", Allowed.of(e.getTargetType()));
            case JacksonException e -> new Field(path(e), null, "type");
            case Throwable e -> new Field("body", null, "json");
        };
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
