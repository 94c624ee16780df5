package org.guildhall.messages.templates;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.guildhall.kernel.Money;
import org.guildhall.messages.Language;
import org.guildhall.messages.VariableType;
import org.jspecify.annotations.Nullable;

/** How values are written in a language, and whether a value is of its type. */
final class Wording {

    private static final DateTimeFormatter CHINESE = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.ROOT);
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final int LONGEST = 500;

    private Wording() {}

    /** Whether a value as JSON has it is of the type. */
    static boolean fits(VariableType type, @Nullable Object value) {
        return switch (type) {
            case TEXT -> value instanceof String text && text.length() <= LONGEST;
            case COUNT -> value instanceof Integer || value instanceof Long;
            case DATE -> value instanceof LocalDate || (value instanceof String text && date(text) != null);
            case MONEY -> value instanceof Money || (value instanceof Map<?, ?> map && money(map) != null);
            case LOTS ->
                value instanceof List<?> lots
                        && !lots.isEmpty()
                        && lots.stream()
                                .allMatch(lot -> lot instanceof Map<?, ?> map
                                        && fits(VariableType.COUNT, map.get("amount"))
                                        && fits(VariableType.DATE, map.get("until")));
        };
    }

    /** The value in words; it must fit. */
    static String of(VariableType type, Object value, Language language) {
        return switch (type) {
            case TEXT -> (String) value;
            case COUNT -> count(((Number) value).longValue());
            case DATE -> day(value, language);
            case MONEY -> amount(value, language);
            case LOTS ->
                ((List<?>) value)
                        .stream()
                                .map(lot -> lot((Map<?, ?>) lot, language))
                                .collect(Collectors.joining(language == Language.EN ? ", " : "、"));
        };
    }

    private static String lot(Map<?, ?> lot, Language language) {
        var amount = of(VariableType.COUNT, known(lot, "amount"), language);
        var until = day(known(lot, "until"), language);
        return switch (language) {
            case ZH_CN -> amount + "（" + until + "止）";
            case ZH_TW -> amount + "（" + until + "止）";
            case EN -> amount + " (until " + until + ")";
        };
    }

    private static Object known(Map<?, ?> map, String key) {
        return java.util.Objects.requireNonNull(map.get(key));
    }

    private static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static String day(Object value, Language language) {
        var day = value instanceof LocalDate date ? date : LocalDate.parse((String) value);
        return (language == Language.EN ? ENGLISH : CHINESE).format(day);
    }

    private static String amount(Object value, Language language) {
        var money = value instanceof Money given ? given : money((Map<?, ?>) value);
        var known = java.util.Objects.requireNonNull(money);
        var figure = known.decimal();
        return known.currency().getCurrencyCode().equals("CNY")
                ? language == Language.EN ? "CNY " + figure : figure + "元"
                : figure + " " + known.currency().getCurrencyCode();
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (java.time.DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Money money(Map<?, ?> map) {
        if (!(map.get("minor") instanceof Number minor) || !(map.get("currency") instanceof String code)) {
            return null;
        }
        try {
            return new Money(minor.longValue(), java.util.Currency.getInstance(code));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
