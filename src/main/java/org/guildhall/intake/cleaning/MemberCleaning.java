package org.guildhall.intake.cleaning;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.guildhall.intake.FieldSource.ValueType;
import org.guildhall.intake.ImportField;
import org.guildhall.intake.ImportSettings;
import org.guildhall.intake.ImportSettings.BlankAmounts;
import org.guildhall.intake.Rule;
import org.guildhall.intake.reading.Row;
import org.jspecify.annotations.Nullable;

/** Turns rows of a file of members into clean facts; blank cells say nothing about the member. */
public final class MemberCleaning implements Cleaning<MemberRow> {

    private static final int MOST_CODE = 100;
    private static final int MOST_NAME = 100;
    private static final int MOST_TEXT = 400;
    private static final int ATTRIBUTE_DECIMALS = 2;
    private static final int EARLIEST_YEAR = 1850;

    private final FieldColumns columns;
    private final ImportSettings settings;
    private final LocalDate today;
    private final ZoneId zone;

    /** Cleaning by a mapping and settings; nobody was born or joined after today. */
    public MemberCleaning(FieldColumns columns, ImportSettings settings, ZoneId zone, LocalDate today) {
        this.zone = zone;
        this.columns = columns;
        this.settings = settings;
        this.today = today;
    }

    @Override
    public Outcome<MemberRow> clean(Row row) {
        var findings = new Findings(row.number());
        var surplus = columns.surplus(row);
        if (surplus != null) {
            findings.add(null, surplus, Rule.MORE_CELLS_THAN_COLUMNS);
        }
        var values = new EnumMap<ImportField, String>(ImportField.class);
        for (var field : ImportField.of(org.guildhall.intake.ImportKind.MEMBERS)) {
            if (field != ImportField.ATTRIBUTE && columns.has(field)) {
                var value = value(row, findings, field);
                if (value != null) {
                    values.put(field, value);
                }
            }
        }
        var joined = values.get(ImportField.JOINED_ON);
        var left = values.get(ImportField.LEFT_ON);
        if (joined != null && left != null && LocalDate.parse(left).isBefore(LocalDate.parse(joined))) {
            findings.add(ImportField.LEFT_ON, left, Rule.LEFT_BEFORE_JOINING);
        }
        var attributes = attributes(row, findings);
        boolean named = values.containsKey(ImportField.MEMBER_NUMBER)
                || values.containsKey(ImportField.EXTERNAL_ID)
                || values.containsKey(ImportField.MOBILE);
        if (!named && findings.isEmpty()) {
            findings.add(ImportField.MEMBER_NUMBER, "", Rule.REQUIRED);
        }
        return findings.isEmpty()
                ? new Outcome.Clean<>(new MemberRow(row.number(), values, attributes))
                : new Outcome.Rejected<>(findings.all(), null);
    }

    @Override
    public String partitionKey(MemberRow fact) {
        return fact.key();
    }

    private @Nullable String value(Row row, Findings findings, ImportField field) {
        var raw = columns.text(row, field);
        return switch (field) {
            case MOBILE -> findings.take(field, raw, Phones.clean(raw));
            case EMAIL -> findings.take(field, raw, Texts.email(raw));
            case GENDER -> findings.take(field, raw, Genders.clean(raw));
            case BIRTHDAY, JOINED_ON, LEFT_ON -> date(findings, field, raw);
            case NAME -> findings.take(field, raw, Texts.clean(raw, MOST_NAME));
            case ADDRESS, TAGS -> findings.take(field, raw, Texts.clean(raw, MOST_TEXT));
            default -> findings.take(field, raw, Texts.clean(raw, MOST_CODE));
        };
    }

    private @Nullable String date(Findings findings, ImportField field, String raw) {
        LocalDateTime at = findings.take(field, raw, Dates.clean(raw, settings.dateOrder(), zone));
        if (at == null) {
            return null;
        }
        if (at.toLocalDate().isAfter(today)) {
            findings.add(field, raw, Rule.IN_THE_FUTURE);
        } else if (at.getYear() < EARLIEST_YEAR) {
            findings.add(field, raw, Rule.TOO_LONG_AGO);
        }
        return at.toLocalDate().toString();
    }

    private Map<String, Object> attributes(Row row, Findings findings) {
        if (columns.attributes().isEmpty()) {
            return Map.of();
        }
        var attributes = new HashMap<String, Object>();
        for (var bound : columns.attributes()) {
            var raw = bound.text(row);
            var type = bound.source().as();
            var value = attribute(findings, raw, type == null ? ValueType.TEXT : type);
            var code = bound.source().attribute();
            if (value != null && code != null) {
                attributes.put(code, value);
            }
        }
        return attributes;
    }

    private @Nullable Object attribute(Findings findings, String raw, ValueType type) {
        return switch (type) {
            case TEXT -> findings.take(ImportField.ATTRIBUTE, raw, Texts.clean(raw, MOST_TEXT));
            case DATE -> date(findings, ImportField.ATTRIBUTE, raw);
            case WHOLE_NUMBER -> findings.take(ImportField.ATTRIBUTE, raw, wholeNumber(raw));
            case AMOUNT -> amount(findings, raw);
        };
    }

    private Cleaned<Long> wholeNumber(String raw) {
        return switch (Amounts.clean(raw, 0, settings.decimalSign())) {
            case Cleaned.Bad<Long> bad -> Cleaned.bad(Rule.NUMBER_UNREADABLE);
            case Cleaned.Value<Long> value -> value;
            case Cleaned.Blank<Long> blank -> blank;
        };
    }

    /** A blank amount of an attribute is unknown, which is no error unless the settings make it zero. */
    private @Nullable Object amount(Findings findings, String raw) {
        var cleaned = Amounts.clean(raw, ATTRIBUTE_DECIMALS, settings.decimalSign());
        if (cleaned instanceof Cleaned.Blank<Long>) {
            return settings.blankAmounts() == BlankAmounts.ZERO ? java.math.BigDecimal.ZERO : null;
        }
        var minor = findings.take(ImportField.ATTRIBUTE, raw, cleaned);
        if (minor != null && minor < 0) {
            findings.add(ImportField.ATTRIBUTE, raw, Rule.AMOUNT_NEGATIVE);
        }
        return minor == null ? null : java.math.BigDecimal.valueOf(minor, ATTRIBUTE_DECIMALS);
    }
}
