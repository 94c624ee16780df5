package org.guildhall.intake.cleaning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import org.guildhall.intake.ImportSettings.DecimalSign;
import org.guildhall.intake.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Cleans amounts into whole smallest units: thousands groups, currency signs and units (¥, $, 元), full-width digits, brackets
 * or a trailing minus for negative ones, exponents from spreadsheets.
 *
 * <p>Decimals beyond the currency's are rejected, unless they differ from it by less than a millionth of the main unit: that
 * is noise of binary arithmetic in the sending system, and is rounded away.
 */
public final class Amounts {

    private static final BigDecimal NOISE = new BigDecimal("0.000001");
    private static final int MOST_CHARACTERS = 40;
    private static final Pattern CURRENCY = Pattern.compile("^([¥￥$€£]|CNY|RMB|USD|HK\\$|NT\\$)|(元|圆|圓|CNY|RMB|USD)$");
    private static final Pattern NUMBER = Pattern.compile("\\+?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d{1,2})?");
    private static final Pattern POINT_GROUPS = Pattern.compile("\\d{1,3}(,\\d{3})+(\\.\\d*)?");
    private static final Pattern COMMA_GROUPS = Pattern.compile("\\d{1,3}(\\.\\d{3})+(,\\d*)?");

    private Amounts() {}

    /** The amount in the smallest unit of a currency with that many decimals. */
    public static Cleaned<Long> clean(String raw, int decimals, DecimalSign sign) {
        if (raw.isEmpty()) {
            return Cleaned.blank();
        }
        long quick = sign == DecimalSign.POINT ? plain(raw, decimals) : Long.MIN_VALUE;
        return quick == Long.MIN_VALUE ? thorough(raw, decimals, sign) : Cleaned.value(quick);
    }

    /** The common form, digits with a point and no more decimals than the currency has, without making garbage. */
    private static long plain(String raw, int decimals) {
        long minor = 0;
        int seen = -1;
        boolean digit = false;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '.' && seen < 0) {
                seen = 0;
            } else if (c >= '0' && c <= '9' && i < 15 && seen < decimals) {
                minor = minor * 10 + (c - '0');
                seen = seen < 0 ? seen : seen + 1;
                digit = true;
            } else {
                return Long.MIN_VALUE;
            }
        }
        for (int i = Math.max(seen, 0); i < decimals; i++) {
            minor *= 10;
        }
        return digit ? minor : Long.MIN_VALUE;
    }

    private static Cleaned<Long> thorough(String raw, int decimals, DecimalSign sign) {
        var number = number(raw, sign);
        if (number == null) {
            return raw.length() <= MOST_CHARACTERS && raw.chars().allMatch(c -> c == '-' || c == '/' || c == '—')
                    ? Cleaned.blank()
                    : Cleaned.bad(Rule.AMOUNT_UNREADABLE);
        }
        if (number.precision() - number.scale() > 15) {
            return Cleaned.bad(Rule.AMOUNT_TOO_LARGE);
        }
        var rounded = number.setScale(decimals, RoundingMode.HALF_UP);
        if (rounded.subtract(number).abs().compareTo(NOISE) >= 0) {
            return Cleaned.bad(Rule.TOO_MANY_DECIMALS);
        }
        return Cleaned.value(rounded.unscaledValue().longValueExact());
    }

    /** The decimal number in the text, or null. */
    static @Nullable BigDecimal number(String raw, DecimalSign sign) {
        if (raw.length() > MOST_CHARACTERS) {
            return null;
        }
        var text = Texts.halfWidth(raw).replace(" ", "").replace("'", "").replace('\u2212', '-');
        boolean bracketed = text.startsWith("(") && text.endsWith(")");
        text = bracketed ? text.substring(1, text.length() - 1) : text;
        boolean trailing = text.endsWith("-");
        text = trailing ? text.substring(0, text.length() - 1) : text;
        boolean leading = text.startsWith("-");
        text = CURRENCY.matcher(leading ? text.substring(1) : text).replaceAll("");
        boolean inner = text.startsWith("-");
        text = ungrouped(inner ? text.substring(1) : text, sign);
        if (!NUMBER.matcher(text).matches()) {
            return null;
        }
        var number = new BigDecimal(text);
        return bracketed || trailing || leading || inner ? number.negate() : number;
    }

    /** Takes thousands groups out and makes the decimal sign a point; a group that has not three digits spoils it. */
    private static String ungrouped(String text, DecimalSign sign) {
        return switch (sign) {
            case POINT -> POINT_GROUPS.matcher(text).matches() ? text.replace(",", "") : text;
            case COMMA -> {
                var joined = COMMA_GROUPS.matcher(text).matches() ? text.replace(".", "") : text;
                yield joined.indexOf('.') >= 0 ? "" : joined.replace(',', '.');
            }
        };
    }
}
