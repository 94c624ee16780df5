package org.guildhall.platform;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.guildhall.kernel.InvalidInput;
import org.jspecify.annotations.Nullable;

/** Opaque cursors for keyset paging: the sort values of the last row, encoded; a spoilt cursor is refused by field. */
public final class Cursors {

    private static final String SEPARATOR = "\u001f";
    private static final int LAST_YEAR = 9999;

    private Cursors() {}

    /** The cursor after a row with these sort values, in their text form. */
    public static String encode(Object... values) {
        var texts = new ArrayList<String>();
        for (var value : values) {
            texts.add(value.toString());
        }
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, texts).getBytes(StandardCharsets.UTF_8));
    }

    /** The sort values in a cursor of exactly {@code size} values; no values when there is no cursor. */
    public static Place decode(@Nullable String cursor, int size) {
        if (cursor == null || cursor.isEmpty()) {
            return new Place("", List.of());
        }
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            var values = List.of(text.split(SEPARATOR, -1));
            if (values.size() == size && text.indexOf('\0') < 0) {
                return new Place(cursor, values);
            }
        } catch (IllegalArgumentException e) {
            throw InvalidInput.of("cursor", cursor, "cursor");
        }
        throw InvalidInput.of("cursor", cursor, "cursor");
    }

    /** Where a page begins: the sort values, as the texts they are or read as what they should be; refused if they are not. */
    public static final class Place extends AbstractList<String> {

        private final String cursor;
        private final List<String> values;

        private Place(String cursor, List<String> values) {
            this.cursor = cursor;
            this.values = values;
        }

        @Override
        public String get(int at) {
            return values.get(at);
        }

        @Override
        public int size() {
            return values.size();
        }

        /** The value as an identifier. */
        public UUID id(int at) {
            return read(at, UUID::fromString);
        }

        /** The value as a whole number. */
        public long number(int at) {
            return read(at, Long::valueOf);
        }

        /** The value as a day. */
        public LocalDate day(int at) {
            var day = read(at, LocalDate::parse);
            return within(day.getYear(), day);
        }

        /** The value as a moment. */
        public Instant moment(int at) {
            var moment = read(at, Instant::parse);
            return within(moment.atOffset(ZoneOffset.UTC).getYear(), moment);
        }

        /** The value as a moment the way the database gives it. */
        public OffsetDateTime time(int at) {
            var time = read(at, OffsetDateTime::parse);
            return within(time.getYear(), time);
        }

        /** The value as whatever the reader makes of it. */
        public <T> T read(int at, Function<String, T> reader) {
            try {
                return reader.apply(get(at));
            } catch (DateTimeException | IllegalArgumentException e) {
                throw InvalidInput.of("cursor", cursor, "cursor");
            }
        }

        /** Dates exist that no database can store. */
        private <T> T within(int year, T value) {
            if (year < 1 || year > LAST_YEAR) {
                throw InvalidInput.of("cursor", cursor, "cursor");
            }
            return value;
        }
    }
}
