package org.guildhall.platform.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Reads a value of a closed set in an address by the name it has in JSON, so that both are asked for alike. */
@Configuration(proxyBeanMethods = false)
class EnumNames implements WebMvcConfigurer {

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverterFactory(new ByJsonName());
    }

    @SuppressWarnings("rawtypes")
    private static final class ByJsonName implements ConverterFactory<String, Enum> {

        @Override
        public <T extends Enum> Converter<String, T> getConverter(Class<T> type) {
            return text -> Arrays.stream(type.getEnumConstants())
                    .filter(one ->
                            one.name().equals(text.strip()) || nameOf(one).equals(text.strip()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no " + type.getSimpleName() + " " + text));
        }
    }

    /** What a value of a closed set is called in JSON. */
    static String nameOf(Enum<?> one) {
        try {
            var given = one.getDeclaringClass().getField(one.name()).getAnnotation(JsonProperty.class);
            return given == null ? one.name() : given.value();
        } catch (NoSuchFieldException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
