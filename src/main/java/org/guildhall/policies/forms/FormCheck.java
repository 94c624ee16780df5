package org.guildhall.policies.forms;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.guildhall.kernel.Refusal;
import org.guildhall.policies.PolicyForm;
import org.guildhall.policies.PolicyForm.Field;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Holds JSON against a form and lists every field that is missing, unknown or of the wrong sort, with its full path. */
final class FormCheck {

    private final PolicyForm form;
    private final List<Refusal.Field> broken = new ArrayList<>();

    private FormCheck(PolicyForm form) {
        this.form = form;
    }

    static List<Refusal.Field> broken(PolicyForm form, JsonNode body) {
        var check = new FormCheck(form);
        check.object("", form.root(), body);
        return List.copyOf(check.broken);
    }

    private void object(String path, String typeName, JsonNode node) {
        if (!node.isObject()) {
            add(path, node, "type", Map.of("expected", "object"));
            return;
        }
        var type = type(typeName);
        var discriminator = type.discriminator();
        if (discriminator == null) {
            fields(path, type, node, null);
            return;
        }
        var variant = node.path(discriminator).asString("");
        var target = type.variants().get(variant);
        if (target == null) {
            add(
                    join(path, discriminator),
                    node.path(discriminator),
                    "one-of",
                    Map.of("options", type.variants().keySet()));
        } else {
            fields(path, type(target), node, discriminator);
        }
    }

    private void fields(String path, PolicyForm.Type type, JsonNode node, @Nullable String discriminator) {
        for (var field : type.fields()) {
            value(join(path, field.name()), field, node.path(field.name()));
        }
        for (var name : node.propertyNames()) {
            boolean known = name.equals(discriminator)
                    || type.fields().stream().anyMatch(field -> field.name().equals(name));
            if (!known) {
                add(join(path, name), null, "unknown-field", Map.of());
            }
        }
    }

    private void value(String path, Field field, JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            if (field.required()) {
                add(path, null, "required", Map.of());
            }
            return;
        }
        switch (field.shape()) {
            case INTEGER -> expect(path, node, node.isIntegralNumber(), "integer");
            case DECIMAL -> expect(path, node, node.isNumber(), "number");
            case TEXT -> expect(path, node, node.isString(), "text");
            case DATE -> expect(path, node, node.isString() && reads(LocalDate::parse, node), "date");
            case TIME -> expect(path, node, node.isString() && reads(LocalTime::parse, node), "time");
            case BOOLEAN -> expect(path, node, node.isBoolean(), "boolean");
            case MONEY -> expect(path, node, node.isObject(), "money");
            case ENUM -> {
                if (!field.options().contains(node.asString(""))) {
                    add(path, node, "one-of", Map.of("options", field.options()));
                }
            }
            case LIST -> list(path, field, node);
            case MAP -> map(path, field, node);
            case OBJECT -> object(path, field.type() == null ? "" : field.type(), node);
        }
    }

    private void list(String path, Field field, JsonNode node) {
        expect(path, node, node.isArray(), "list");
        var items = field.items();
        for (int i = 0; items != null && node.isArray() && i < node.size(); i++) {
            value(path + "[" + i + "]", items, node.get(i));
        }
    }

    private void map(String path, Field field, JsonNode node) {
        expect(path, node, node.isObject(), "object");
        var items = field.items();
        if (items != null && node.isObject()) {
            node.propertyStream().forEach(entry -> value(join(path, entry.getKey()), items, entry.getValue()));
        }
    }

    private static boolean reads(Function<String, ?> reader, JsonNode node) {
        try {
            return reader.apply(node.asString("")) != null;
        } catch (DateTimeException _) {
            return false;
        }
    }

    private void expect(String path, JsonNode node, boolean holds, String expected) {
        if (!holds) {
            add(path, node, "type", Map.of("expected", expected));
        }
    }

    private void add(String path, @Nullable JsonNode node, String rule, Map<String, Object> facts) {
        var text = node == null || node.isMissingNode() ? null : node.isValueNode() ? node.asString("") : "…";
        broken.add(new Refusal.Field(path.isEmpty() ? "body" : path, text, rule, facts));
    }

    private PolicyForm.Type type(String name) {
        var type = form.types().get(name);
        if (type == null) {
            throw new IllegalStateException("the form lacks its type " + name);
        }
        return type;
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
