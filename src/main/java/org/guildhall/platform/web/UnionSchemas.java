package org.guildhall.platform.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.stereotype.Component;

/**
 * Describes a choice among records as such: each variant says by a constant which one it is and refers back to nothing, so
 * that a description of a sealed interface has no circle.
 */
@Component
final class UnionSchemas implements GlobalOpenApiCustomizer {

    private static final String REFERENCE = "#/components/schemas/";

    @Override
    @SuppressWarnings("rawtypes")
    public void customise(OpenAPI api) {
        Map<String, Schema> schemas = api.getComponents().getSchemas();
        for (Schema<?> union : List.<Schema>copyOf(schemas.values())) {
            var discriminator = union.getDiscriminator();
            if (union.getOneOf() == null || discriminator == null || discriminator.getMapping() == null) {
                continue;
            }
            discriminator.getMapping().forEach((value, reference) -> {
                var name = reference.substring(REFERENCE.length());
                schemas.computeIfPresent(
                        name, (same, composed) -> variant(composed, discriminator.getPropertyName(), value));
            });
            union.setProperties(null);
            union.setRequired(null);
        }
    }

    @SuppressWarnings("rawtypes")
    private static Schema<?> variant(Schema<?> composed, String property, String value) {
        var properties = new LinkedHashMap<String, Schema>();
        Set<String> required = new LinkedHashSet<>(List.of(property));
        properties.put(property, constant(value));
        gather(composed, properties, required);
        for (Schema<?> part : composed.getAllOf() == null ? List.<Schema>of() : composed.getAllOf()) {
            gather(part, properties, required);
        }
        var plain = new Schema<Object>();
        plain.setTypes(Set.of("object"));
        plain.setDescription(composed.getDescription());
        plain.setProperties(properties);
        plain.setRequired(List.copyOf(required));
        return plain;
    }

    @SuppressWarnings("rawtypes")
    private static void gather(Schema<?> part, Map<String, Schema> properties, Set<String> required) {
        if (part.getProperties() != null) {
            properties.putAll(part.getProperties());
        }
        if (part.getRequired() != null) {
            required.addAll(part.getRequired());
        }
    }

    private static Schema<String> constant(String value) {
        var schema = new Schema<String>();
        schema.setTypes(Set.of("string"));
        schema.setEnum(List.of(value));
        return schema;
    }
}
