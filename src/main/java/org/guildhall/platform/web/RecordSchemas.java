package org.guildhall.platform.web;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Currency;
import java.util.Iterator;
import java.util.Set;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.StaffId;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.stereotype.Component;

/**
 * Describes records as they are: a component that may not be null is a required property, in questions and answers alike,
 * and a currency is its code.
 */
@Component
final class RecordSchemas implements ModelConverter {

    private static final String REFERENCE = "#/components/schemas/";

    RecordSchemas() { // an identifier in an address is one parameter by its own name, not one named after its inside
        SpringDocUtils.getConfig().addSimpleTypesForParameterObject(MemberId.class, UnitId.class, StaffId.class);
    }

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        JavaType java = Json31.mapper().constructType(type.getType());
        if (java != null && java.hasRawClass(Currency.class)) {
            return currency();
        }
        if (!chain.hasNext()) {
            return null;
        }
        var resolved = chain.next().resolve(type, context, chain);
        if (resolved != null && java != null && java.getRawClass().isRecord()) {
            require(java.getRawClass(), described(resolved, context));
        }
        return resolved;
    }

    private static Schema<?> currency() {
        var code = new Schema<String>();
        code.setTypes(Set.of("string"));
        code.setPattern("[A-Z]{3}");
        code.setDescription("ISO 4217");
        return code;
    }

    private static Schema<?> described(Schema<?> resolved, ModelConverterContext context) {
        var reference = resolved.get$ref();
        if (reference == null || !reference.startsWith(REFERENCE)) {
            return resolved;
        }
        var model = context.getDefinedModels().get(reference.substring(REFERENCE.length()));
        return model == null ? resolved : model;
    }

    private static void require(Class<?> type, Schema<?> schema) {
        if (schema.getProperties() == null) {
            return;
        }
        for (RecordComponent component : type.getRecordComponents()) {
            var name = component.getName();
            var required = schema.getRequired();
            boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            if (!nullable
                    && schema.getProperties().containsKey(name)
                    && (required == null || !required.contains(name))) {
                schema.addRequiredItem(name);
            }
        }
    }
}
