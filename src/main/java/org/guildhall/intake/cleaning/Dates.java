package org.guildhall.intake.cleaning;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.guildhall.intake.ImportSettings.DateOrder;
import org.guildhall.intake.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Cleans dates and times: {@code 2024-03-05}, {@code 2024/3/5 14:06[:53]}, {@code 20240305[140653]}, {@code 2024年3月5日},
 * {@code 05/03/2024} in the stated order, {@code 2024-03} (its first day), and serial days of a spreadsheet. A time with Z is one of
 * Greenwich and becomes the time it then was here; all others are times of here.
 */
public final class Dates {

    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})[-/.年](\\d{1,2})(?:[-/.月](\\d{1,2})日?|月)?(?:[T ]+(.+))?");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})(?:[T ]+(.+))?");
    private static final Pattern COMPACT =
            Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:[T ]?(\\d{2}):?(\\d{2}):?(\\d{2})?)?");
    private static final Pattern TIME =
            Pattern.compile("(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d{1,9})?)?(?: ?([AaPp])[Mm])?(Z)?");
    private static final Pattern SERIAL = Pattern.compile("(\\d{5})(\\.\\d+)?");
    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);
    private static final int SECONDS_A_DAY = 86_400;

    private Dates() {}

    /** The date and time; midnight when only a date is given. */
    public static Cleaned<LocalDateTime> clean(String raw, DateOrder order, ZoneId zone) {
        if (raw.isEmpty()) {
            return Cleaned.blank();
        }
        try {
            var quick = iso(raw);
            return quick != null
                    ? Cleaned.value(quick)
                    : thorough(Texts.halfWidth(raw).strip(), order, zone);
        } catch (DateTimeException e) {
            return Cleaned.bad(Rule.DATE_IMPOSSIBLE);
        }
    }

    /** The common forms {@code yyyy-MM-dd} and {@code yyyy-MM-dd HH:mm:ss}, without patterns. */
    private static @Nullable LocalDateTime iso(String raw) {
        int length = raw.length();
        if ((length != 10 && length != 19) || raw.charAt(4) != '-' || raw.charAt(7) != '-') {
            return null;
        }
        int year = digits(raw, 0, 4);
        int month = digits(raw, 5, 7);
        int day = digits(raw, 8, 10);
        if (year < 0 || month < 0 || day < 0) {
            return null;
        }
        var date = LocalDate.of(year, month, day);
        if (length == 10) {
            return date.atStartOfDay();
        }
        int hour = digits(raw, 11, 13);
        int minute = digits(raw, 14, 16);
        int second = digits(raw, 17, 19);
        boolean colons = raw.charAt(13) == ':' && raw.charAt(16) == ':';
        return hour < 0 || minute < 0 || second < 0 || !colons ? null : date.atTime(hour, minute, second);
    }

    private static int digits(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }

    private static Cleaned<LocalDateTime> thorough(String text, DateOrder order, ZoneId zone) {
        var m = YEAR_FIRST.matcher(text);
        if (m.matches()) {
            int day = m.group(3) == null ? 1 : number(m, 3);
            return timed(LocalDate.of(number(m, 1), number(m, 2), day), m.group(4), zone);
        }
        m = YEAR_LAST.matcher(text);
        if (m.matches()) {
            int day = number(m, order == DateOrder.DAY_FIRST ? 1 : 2);
            int month = number(m, order == DateOrder.DAY_FIRST ? 2 : 1);
            return timed(LocalDate.of(number(m, 3), month, day), m.group(4), zone);
        }
        m = COMPACT.matcher(text);
        if (m.matches()) {
            var date = LocalDate.of(number(m, 1), number(m, 2), number(m, 3));
            return Cleaned.value(
                    m.group(4) == null
                            ? date.atStartOfDay()
                            : date.atTime(number(m, 4), number(m, 5), m.group(6) == null ? 0 : number(m, 6)));
        }
        m = SERIAL.matcher(text);
        return m.matches() ? serial(m) : Cleaned.bad(Rule.DATE_UNREADABLE);
    }

    private static Cleaned<LocalDateTime> serial(Matcher m) {
        var date = SERIAL_ZERO.plusDays(number(m, 1));
        var fraction = m.group(2) == null ? "0" : "0" + m.group(2);
        long seconds = new java.math.BigDecimal(fraction)
                .multiply(java.math.BigDecimal.valueOf(SECONDS_A_DAY))
                .setScale(0, java.math.RoundingMode.HALF_UP)
                .longValueExact();
        return Cleaned.value(date.atStartOfDay().plusSeconds(seconds));
    }

    private static Cleaned<LocalDateTime> timed(LocalDate date, @Nullable String time, ZoneId zone) {
        if (time == null) {
            return Cleaned.value(date.atStartOfDay());
        }
        var m = TIME.matcher(time.strip());
        if (!m.matches()) {
            return Cleaned.bad(Rule.DATE_UNREADABLE);
        }
        int hour = number(m, 1);
        if (m.group(4) != null) {
            hour = hour % 12 + (m.group(4).equalsIgnoreCase("p") ? 12 : 0);
        }
        var at = date.atTime(LocalTime.of(hour, number(m, 2), m.group(3) == null ? 0 : number(m, 3)));
        return Cleaned.value(
                m.group(5) == null
                        ? at
                        : at.atZone(ZoneOffset.UTC).withZoneSameInstant(zone).toLocalDateTime());
    }

    private static int number(Matcher m, int group) {
        return Integer.parseInt(m.group(group));
    }
}
