package org.guildhall.policies.forms;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.guildhall.kernel.Money;
import org.guildhall.policies.PolicyForm;
import org.guildhall.policies.PolicyForm.Field;
import org.guildhall.policies.PolicyForm.Shape;
import org.guildhall.policies.Refers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Derives the form of a policy from its record: components, nested records and choices, ranges from the annotations. */
final class FormReader {

    private static final Map<Class<?>, Shape> SCALARS = Map.ofEntries(
            Map.entry(int.class, Shape.INTEGER),
            Map.entry(Integer.class, Shape.INTEGER),
            Map.entry(long.class, Shape.INTEGER),
            Map.entry(Long.class, Shape.INTEGER),
            Map.entry(BigInteger.class, Shape.INTEGER),
            Map.entry(BigDecimal.class, Shape.DECIMAL),
            Map.entry(boolean.class, Shape.BOOLEAN),
            Map.entry(Boolean.class, Shape.BOOLEAN),
            Map.entry(LocalDate.class, Shape.DATE),
            Map.entry(LocalTime.class, Shape.TIME),
            Map.entry(Instant.class, Shape.TIME),
            Map.entry(Money.class, Shape.MONEY));

    private final JsonMapper json;
    private final Map<String, PolicyForm.Type> types = new LinkedHashMap<>();

    FormReader(JsonMapper json) {
        this.json = json;
    }

    PolicyForm read(Class<?> root) {
        var name = type(root);
        return new PolicyForm(name, Map.copyOf(types));
    }

    private String type(Class<?> type) {
        var enclosing = type.getEnclosingClass();
        var name = enclosing == null ? type.getSimpleName() : enclosing.getSimpleName() + "." + type.getSimpleName();
        if (!types.containsKey(name)) {
            types.put(name, new PolicyForm.Type(List.of(), null, Map.of())); // ends recursion
            types.put(name, type.isRecord() ? record(type) : choice(type));
        }
        return name;
    }

    private PolicyForm.Type record(Class<?> type) {
        var fields = new ArrayList<Field>();
        for (RecordComponent component : type.getRecordComponents()) {
            fields.add(field(component.getName(), component.getAnnotatedType(), component.getAccessor()));
        }
        return new PolicyForm.Type(fields, null, Map.of());
    }

    private PolicyForm.Type choice(Class<?> type) {
        var info = type.getAnnotation(JsonTypeInfo.class);
        if (info == null) {
            throw new IllegalStateException(type + " needs @JsonTypeInfo to be part of a policy");
        }
        var variants = new LinkedHashMap<String, String>();
        var named = type.getAnnotation(JsonSubTypes.class);
        if (named != null) {
            Arrays.stream(named.value()).forEach(variant -> variants.put(variant.name(), type(variant.value())));
        } else {
            for (var variant : Objects.requireNonNull(type.getPermittedSubclasses(), type + " is not sealed")) {
                var name = variant.getAnnotation(JsonTypeName.class);
                variants.put(name == null ? variant.getSimpleName() : name.value(), type(variant));
            }
        }
        return new PolicyForm.Type(List.of(), info.property(), variants);
    }

    private Field field(String name, AnnotatedType annotated, @Nullable AnnotatedElement accessor) {
        var raw = raw(annotated.getType());
        boolean required = !annotated.isAnnotationPresent(Nullable.class);
        var limits = new Limits(annotated, accessor);
        var scalar = SCALARS.get(raw);
        if (scalar != null || raw == String.class) {
            return limits.on(name, scalar == null ? Shape.TEXT : scalar, required);
        }
        if (raw.isEnum()) {
            return new Field(name, Shape.ENUM, required, null, options(raw), null, null, null, null, null);
        }
        if (Collection.class.isAssignableFrom(raw)) {
            var items = field("", argument(annotated, 0), null);
            return new Field(name, Shape.LIST, required, null, List.of(), items, null, null, limits.longest(), null);
        }
        if (Map.class.isAssignableFrom(raw)) {
            var items = field("", argument(annotated, 1), null);
            return new Field(name, Shape.MAP, required, null, List.of(), items, null, null, null, null);
        }
        return value(raw)
                .map(inner -> limits.on(name, SCALARS.getOrDefault(inner, Shape.TEXT), required))
                .orElseGet(() ->
                        new Field(name, Shape.OBJECT, required, type(raw), List.of(), null, null, null, null, null));
    }

    /** The type of the one value a record is written as, if it is written as a scalar. */
    private static Optional<Class<?>> value(Class<?> type) {
        if (type.isRecord()) {
            for (var component : type.getRecordComponents()) {
                if (component.getAccessor().isAnnotationPresent(JsonValue.class)) {
                    return Optional.of(component.getType());
                }
            }
            return Optional.empty();
        }
        return type.getName().startsWith("java.") ? Optional.of(String.class) : Optional.empty();
    }

    private List<String> options(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> json.valueToTree(constant).asString())
                .toList();
    }

    private static Class<?> raw(Type type) {
        return type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : (Class<?>) type;
    }

    private static AnnotatedType argument(AnnotatedType type, int index) {
        return ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[index];
    }

    /** The ranges that annotations set, wherever Jakarta allows them to stand. */
    private record Limits(AnnotatedType annotated, @Nullable AnnotatedElement accessor) {

        Field on(String name, Shape shape, boolean required) {
            return new Field(name, shape, required, null, List.of(), null, min(), max(), longest(), refersTo());
        }

        @Nullable
        Integer longest() {
            return find(Size.class)
                    .map(Size::max)
                    .filter(max -> max < Integer.MAX_VALUE)
                    .orElse(null);
        }

        private @Nullable String refersTo() {
            return find(Refers.class).map(Refers::value).orElse(null);
        }

        private @Nullable BigDecimal min() {
            return find(Min.class)
                    .map(min -> BigDecimal.valueOf(min.value()))
                    .or(() -> find(DecimalMin.class).map(min -> new BigDecimal(min.value())))
                    .or(() -> find(PositiveOrZero.class).map(any -> BigDecimal.ZERO))
                    .or(() -> find(Positive.class).map(any -> BigDecimal.ZERO))
                    .orElse(null);
        }

        private @Nullable BigDecimal max() {
            return find(Max.class)
                    .map(max -> BigDecimal.valueOf(max.value()))
                    .or(() -> find(DecimalMax.class).map(max -> new BigDecimal(max.value())))
                    .orElse(null);
        }

        private <A extends Annotation> Optional<A> find(Class<A> kind) {
            return Optional.ofNullable(annotated.getAnnotation(kind))
                    .or(() -> accessor == null ? Optional.empty() : Optional.ofNullable(accessor.getAnnotation(kind)));
        }
    }
}
