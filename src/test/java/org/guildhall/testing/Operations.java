package org.guildhall.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Every operation of the API's description, each with a request that is well formed: made up from its schema. */
public final class Operations {

    private static final int DEEPEST = 6;
    private static final String SOME_ID = "01900000-0000-7000-8000-000000000001";

    /** Bodies whose fields depend on one another. */
    private static final Map<String, Object> BULK_ACT =
            Map.of("ids", List.of(SOME_ID), "transitionTo", "SUSPENDED", "reason", "test");

    /** Times of the day are texts of a form. */
    private static final Map<String, Object> NO_HOURS = Map.of("hours", List.of(), "expectedRevision", 0);

    private static final Map<String, @Nullable Object> BY_HAND =
            Map.of("previewBulkAct", BULK_ACT, "startBulkAct", BULK_ACT, "setSessionHours", NO_HOURS);

    /** Fields that some requests need although their schema leaves them open. */
    private static final List<String> NEEDED = List.of("perUnit", "source", "number", "occurredAt");

    private final JsonNode description;

    private Operations(JsonNode description) {
        this.description = description;
    }

    /** One operation with a made-up request. */
    public record Operation(
            String id,
            String method,
            String path,
            @Nullable Object body,
            boolean multipart,
            Map<String, String> headers) {

        /** Whether it may change something. */
        public boolean changes() {
            return !method.equals("GET");
        }

        /** Sends it. */
        public TestHttp.Answer send(TestHttp.Client client, Map<String, String> moreHeaders) {
            var all = new LinkedHashMap<>(headers);
            all.putAll(moreHeaders);
            return multipart ? client.upload(path, "a.csv", new byte[] {'a'}) : client.send(method, path, body, all);
        }

        @Override
        public String toString() {
            return id + " " + method + " " + path;
        }
    }

    /** All operations of a description. */
    public static List<Operation> of(JsonNode description) {
        var reader = new Operations(description);
        var all = new ArrayList<Operation>();
        description
                .path("paths")
                .propertyStream()
                .forEach(path -> path.getValue()
                        .propertyStream()
                        .forEach(method ->
                                all.add(reader.operation(path.getKey(), method.getKey(), method.getValue()))));
        return all;
    }

    private Operation operation(String template, String method, JsonNode node) {
        var path = template;
        var query = new ArrayList<String>();
        var headers = new LinkedHashMap<String, String>();
        for (var parameter : node.path("parameters")) {
            var name = parameter.path("name").asString();
            var value = String.valueOf(sample(parameter.path("schema"), 0));
            switch (parameter.path("in").asString()) {
                case "path" -> path = path.replace("{" + name + "}", value);
                case "header" -> headers.put(name, value);
                case "query" -> {
                    boolean single = !type(resolved(parameter.path("schema"))).equals("object");
                    if (single && parameter.path("required").asBoolean(false)) {
                        query.add(name + "=" + value);
                    }
                }
                default -> throw new IllegalStateException("parameter in " + parameter);
            }
        }
        if (!query.isEmpty()) {
            path += "?" + String.join("&", query);
        }
        var content = node.path("requestBody").path("content");
        var schema = content.path("application/json").path("schema");
        var body = BY_HAND.getOrDefault(
                node.path("operationId").asString(), schema.isMissingNode() ? null : sample(schema, 0));
        return new Operation(
                node.path("operationId").asString(),
                method.toUpperCase(java.util.Locale.ROOT),
                path,
                body,
                content.has("multipart/form-data"),
                headers);
    }

    private @Nullable Object sample(JsonNode given, int depth) {
        var schema = resolved(given);
        if (depth > DEEPEST) {
            return null;
        }
        if (schema.has("oneOf")) {
            return variant(schema, depth);
        }
        if (schema.has("allOf")) {
            var merged = new LinkedHashMap<Object, Object>();
            schema.path("allOf").forEach(part -> {
                if (sample(part, depth + 1) instanceof Map<?, ?> map) {
                    merged.putAll(map);
                }
            });
            return merged;
        }
        if (schema.has("enum")) {
            return schema.path("enum").get(0).asString();
        }
        return switch (type(schema)) {
            case "integer", "number" ->
                schema.path("minimum").asLong(1) > 1 ? schema.path("minimum").asLong() : 1L;
            case "boolean" -> false;
            case "array" -> List.of(orEmpty(sample(schema.path("items"), depth + 1)));
            case "object" -> object(schema, depth);
            default -> text(schema);
        };
    }

    private static Object orEmpty(@Nullable Object value) {
        return value == null ? Map.of() : value;
    }

    private Object variant(JsonNode schema, int depth) {
        var discriminator = schema.path("discriminator");
        var value = sample(schema.path("oneOf").get(0), depth + 1);
        if (value instanceof Map<?, ?> map && !discriminator.isMissingNode()) {
            var reference = schema.path("oneOf").get(0).path("$ref").asString("");
            var name = discriminator
                    .path("mapping")
                    .propertyStream()
                    .filter(entry -> entry.getValue().asString("").equals(reference))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse("");
            var copy = new LinkedHashMap<Object, Object>(map);
            copy.put(discriminator.path("propertyName").asString(), name);
            return copy;
        }
        return orEmpty(value);
    }

    private Map<String, Object> object(JsonNode schema, int depth) {
        if (schema.path("properties").has("minor")) {
            return Map.of("minor", 1, "currency", "CNY");
        }
        var required =
                schema.path("required").valueStream().map(JsonNode::asString).collect(Collectors.toSet());
        var object = new LinkedHashMap<String, Object>();
        schema.path("properties").propertyStream().forEach(property -> {
            boolean primitive = List.of("boolean", "integer", "number").contains(type(resolved(property.getValue())));
            var value = required.contains(property.getKey()) || NEEDED.contains(property.getKey()) || primitive
                    ? named(property.getKey(), sample(property.getValue(), depth + 1))
                    : null;
            if (value != null) {
                object.put(property.getKey(), value);
            }
        });
        return object;
    }

    /** Words that a field of this name understands, where its schema says no more than that it is text. */
    private static @Nullable Object named(String field, @Nullable Object value) {
        return switch (field) {
            case "perUnit" -> 1;
            case "occurredAt" -> "2026-03-01T00:00:00Z";
            case "permission" -> "members.read";
            case "permissions" -> List.of("members.read");
            case "currency" -> "CNY";
            default -> value;
        };
    }

    private static String text(JsonNode schema) {
        if (schema.path("pattern").asString("").equals("[A-Z]{3}")) {
            return "CNY";
        }
        return switch (schema.path("format").asString("")) {
            case "uuid" -> SOME_ID;
            case "date" -> "2026-03-02";
            case "date-time" -> "2026-03-02T00:00:00Z";
            default ->
                "12345678".substring(0, Math.clamp(schema.path("maxLength").asInt(4), 1, 4));
        };
    }

    private static String type(JsonNode schema) {
        var type = schema.path("type");
        if (type.isArray()) {
            return type.valueStream()
                    .map(JsonNode::asString)
                    .filter(name -> !name.equals("null"))
                    .findFirst()
                    .orElse("string");
        }
        return type.isString() ? type.asString() : schema.has("properties") ? "object" : "string";
    }

    private JsonNode resolved(JsonNode schema) {
        var reference = schema.path("$ref").asString("");
        if (reference.isEmpty()) {
            return schema;
        }
        return description.path("components").path("schemas").path(reference.substring(reference.lastIndexOf('/') + 1));
    }
}
