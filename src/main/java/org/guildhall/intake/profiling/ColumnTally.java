package org.guildhall.intake.profiling;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.guildhall.intake.ColumnProfile;
import org.guildhall.intake.ColumnProfile.ColumnType;
import org.guildhall.intake.ImportSettings.DateOrder;
import org.guildhall.intake.ImportSettings.DecimalSign;
import org.guildhall.intake.cleaning.Amounts;
import org.guildhall.intake.cleaning.Cleaned;
import org.guildhall.intake.cleaning.Dates;
import org.guildhall.intake.cleaning.Phones;
import org.guildhall.intake.cleaning.Texts;

/** Counts what the values of one column look like. */
final class ColumnTally {

    private static final Pattern WHOLE = Pattern.compile("[-+]?\\d{1,18}");
    private static final Pattern DATE_SHAPE =
            Pattern.compile("(19|20)\\d{6}|\\d{4}[-/.年]\\d{1,2}([-/.月]\\d.*)?|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{4}.*");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("\\d{1,3}(\\.\\d{3})*,\\d{1,2}");
    private static final int EXAMPLES = 5;

    private final Map<ColumnType, Long> types = new EnumMap<>(ColumnType.class);
    private final Set<String> values = new HashSet<>();
    private final List<String> examples = new ArrayList<>();
    private long filled;
    private long blank;
    private long monthFirst;
    private long dayFirst;
    private long decimalCommas;
    private long negative;

    void add(String value) {
        if (value.isEmpty()) {
            blank++;
            return;
        }
        filled++;
        if (values.size() < ColumnProfile.COUNTED && values.add(value) && examples.size() < EXAMPLES) {
            examples.add(value.length() > 80 ? value.substring(0, 80) + "…" : value);
        }
        if (DECIMAL_COMMA.matcher(value).matches()) {
            decimalCommas++;
        }
        var type = typeOf(value);
        if (type == ColumnType.DATE) {
            noteOrder(value);
        }
        if ((type == ColumnType.WHOLE_NUMBER || type == ColumnType.DECIMAL_NUMBER) && value.startsWith("-")) {
            negative++;
        }
        types.merge(type, 1L, Long::sum);
    }

    private void noteOrder(String value) {
        var parts = value.split("[-/.]", 3);
        if (parts.length == 3 && parts[0].length() <= 2) {
            dayFirst += Integer.parseInt(parts[0]) > 12 ? 1 : 0;
            monthFirst += Integer.parseInt(parts[1]) > 12 ? 1 : 0;
        }
    }

    private static ColumnType typeOf(String value) {
        if (DATE_SHAPE.matcher(value).matches()) {
            boolean date = Dates.clean(value, DateOrder.DAY_FIRST, ZoneOffset.UTC) instanceof Cleaned.Value
                    || Dates.clean(value, DateOrder.MONTH_FIRST, ZoneOffset.UTC) instanceof Cleaned.Value;
            if (date) {
                return ColumnType.DATE;
            }
        }
        if (value.length() >= 11 && Phones.clean(value) instanceof Cleaned.Value) {
            return ColumnType.PHONE;
        }
        if (WHOLE.matcher(value).matches()) {
            return ColumnType.WHOLE_NUMBER;
        }
        if (Amounts.clean(value, 18 - Math.min(16, value.length()), DecimalSign.POINT) instanceof Cleaned.Value
                || DECIMAL_COMMA.matcher(value).matches()) {
            return ColumnType.DECIMAL_NUMBER;
        }
        return value.indexOf('@') > 0 && Texts.email(value) instanceof Cleaned.Value
                ? ColumnType.EMAIL
                : ColumnType.TEXT;
    }

    ColumnProfile profile(String name) {
        return new ColumnProfile(name, type(), filled, blank, values.size(), List.copyOf(examples));
    }

    /** The type that nine filled cells in ten have; whole and decimal numbers count together. */
    private ColumnType type() {
        if (filled == 0) {
            return ColumnType.BLANK;
        }
        long numbers = count(ColumnType.WHOLE_NUMBER) + count(ColumnType.DECIMAL_NUMBER);
        if (numbers * 10 >= filled * 9) {
            return count(ColumnType.DECIMAL_NUMBER) == 0 ? ColumnType.WHOLE_NUMBER : ColumnType.DECIMAL_NUMBER;
        }
        for (var type : List.of(ColumnType.DATE, ColumnType.PHONE, ColumnType.EMAIL)) {
            if (count(type) * 10 >= filled * 9) {
                return type;
            }
        }
        return ColumnType.TEXT;
    }

    private long count(ColumnType type) {
        return types.getOrDefault(type, 0L);
    }

    boolean isMonthFirst() {
        return monthFirst > 0 && dayFirst == 0;
    }

    boolean hasDecimalCommas() {
        return decimalCommas * 2 > filled;
    }

    boolean hasNegative() {
        return negative > 0;
    }
}
