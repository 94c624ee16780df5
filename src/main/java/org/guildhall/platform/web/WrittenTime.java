package org.guildhall.platform.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Reads days and instants as ISO 8601 writes them, in bodies and in addresses alike, and only those of years with four
 * digits: earlier and later ones no table and no file of the house can hold.
 */
@Configuration(proxyBeanMethods = false)
class WrittenTime implements WebMvcConfigurer {

    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;

    /** For bodies; a number could be seconds as well as milliseconds, and is neither. */
    static SimpleModule json() {
        return new SimpleModule("written-time")
                .addDeserializer(LocalDate.class, new WrittenDay())
                .addDeserializer(Instant.class, new Written<>(Instant.class, WrittenTime::instant));
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, LocalDate.class, unlessBlank(WrittenTime::day));
        registry.addConverter(String.class, Instant.class, unlessBlank(WrittenTime::instant));
    }

    private static <T> Converter<String, @Nullable T> unlessBlank(Function<String, T> read) {
        return text -> text.isBlank() ? null : read.apply(text.strip());
    }

    private static LocalDate day(String text) {
        var day = LocalDate.parse(text);
        requireYear(day.getYear());
        return day;
    }

    private static Instant instant(String text) {
        var instant = Instant.parse(text);
        requireYear(instant.atOffset(ZoneOffset.UTC).getYear());
        return instant;
    }

    private static void requireYear(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new DateTimeException("a year of four digits");
        }
    }

    private static class Written<T> extends StdDeserializer<T> {

        private final Class<T> type;
        private final transient Function<String, T> read;

        Written(Class<T> type, Function<String, T> read) {
            super(type);
            this.type = type;
            this.read = read;
        }

        @Override
        public @Nullable T deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return type.cast(context.handleUnexpectedToken(getValueType(context), parser));
            }
            var text = parser.getString().strip();
            try {
                return read.apply(text);
            } catch (DateTimeException e) {
                throw context.weirdStringException(text, type, e.getMessage());
            }
        }
    }

    /** A day that a form leaves empty is no day. */
    private static final class WrittenDay extends Written<LocalDate> {

        WrittenDay() {
            super(LocalDate.class, WrittenTime::day);
        }

        @Override
        public @Nullable LocalDate deserialize(JsonParser parser, DeserializationContext context) {
            boolean empty = parser.hasToken(JsonToken.VALUE_STRING)
                    && parser.getString().isBlank();
            return empty ? null : super.deserialize(parser, context);
        }
    }
}
