package org.guildhall.intake.profiling;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.guildhall.intake.ColumnProfile;
import org.guildhall.intake.FieldSource;
import org.guildhall.intake.ImportField;
import org.guildhall.intake.ImportKind;
import org.guildhall.intake.Mapping;
import org.jspecify.annotations.Nullable;

/** Guesses a mapping: first by the columns' names, then by what stands in columns that no name explains. */
final class Suggestion {

    private static final Set<String> YEARS = Set.of("year", "年", "年份");
    private static final Set<String> MONTHS = Set.of("month", "月", "月份");

    private final List<ColumnProfile> columns;
    private final long rows;
    private final boolean named;

    /** Empty columns are no source of anything, whatever they are called; a file without rows has names alone. */
    Suggestion(List<ColumnProfile> columns, long rows, boolean named) {
        this.columns = columns.stream()
                .filter(column -> rows == 0 || column.filled() > 0)
                .toList();
        this.rows = rows;
        this.named = named;
    }

    /** Purchases have a time and an amount, points a period and what was earned or used; anything else is about members. */
    ImportKind kind() {
        var mapping = mapping(ImportKind.PURCHASES);
        if (mapping.has(ImportField.AMOUNT) && mapping.has(ImportField.OCCURRED_AT)) {
            return ImportKind.PURCHASES;
        }
        var points = mapping(ImportKind.POINTS);
        boolean moves = points.has(ImportField.POINTS_EARNED) || points.has(ImportField.POINTS_REDEEMED);
        return moves && points.has(ImportField.OCCURRED_AT) ? ImportKind.POINTS : ImportKind.MEMBERS;
    }

    Mapping mapping(ImportKind kind) {
        var sources = new ArrayList<FieldSource>();
        var taken = EnumSet.noneOf(ImportField.class);
        for (var column : columns) {
            var field = named ? HeaderDictionary.field(column.name(), kind) : null;
            if (field != null && taken.add(field)) {
                sources.add(FieldSource.of(field, column.name()));
            }
        }
        if (named && kind == ImportKind.MEMBERS) {
            yearsAndMonths(sources, taken);
        }
        if (named && kind == ImportKind.POINTS && !taken.contains(ImportField.OCCURRED_AT)) {
            yearAndMonth(sources, taken);
        }
        byContent(kind, sources, taken);
        return new Mapping(sources);
    }

    /** {@code Year} and {@code Month} are one period. */
    private void yearAndMonth(List<FieldSource> sources, Set<ImportField> taken) {
        var year = called(YEARS);
        var month = called(MONTHS);
        if (year != null && month != null && taken.add(ImportField.OCCURRED_AT)) {
            sources.add(FieldSource.of(ImportField.OCCURRED_AT, year, month));
        }
    }

    private @Nullable String called(Set<String> names) {
        return columns.stream()
                .map(ColumnProfile::name)
                .filter(name -> names.contains(name.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(null);
    }

    /** {@code Enrollment Year} and {@code Enrollment Month} are one date, as are the two of a cancellation. */
    private void yearsAndMonths(List<FieldSource> sources, Set<ImportField> taken) {
        Map<String, String> years = new HashMap<>();
        for (var column : columns) {
            var name = column.name().toLowerCase(Locale.ROOT);
            if (name.endsWith(" year")) {
                years.put(name.substring(0, name.length() - 5), column.name());
            } else if (name.endsWith(" month") && years.containsKey(name.substring(0, name.length() - 6))) {
                var stem = name.substring(0, name.length() - 6);
                var field = stem.startsWith("enrol") || stem.startsWith("join")
                        ? ImportField.JOINED_ON
                        : stem.startsWith("cancel") ? ImportField.LEFT_ON : ImportField.BIRTHDAY;
                if (taken.add(field)) {
                    sources.add(FieldSource.of(field, years.getOrDefault(stem, name), column.name()));
                }
            }
        }
    }

    private void byContent(ImportKind kind, List<FieldSource> sources, Set<ImportField> taken) {
        for (var column : columns) {
            boolean used = sources.stream().anyMatch(source -> source.columns().contains(column.name()));
            var field = used ? null : guess(kind, column, taken);
            if (field != null && taken.add(field)) {
                sources.add(FieldSource.of(field, column.name()));
            }
        }
    }

    private @Nullable ImportField guess(ImportKind kind, ColumnProfile column, Set<ImportField> taken) {
        var field = switch (column.type()) {
            case PHONE -> ImportField.MOBILE;
            case EMAIL -> ImportField.EMAIL;
            case DATE -> kind == ImportKind.MEMBERS ? null : ImportField.OCCURRED_AT;
            case DECIMAL_NUMBER -> kind == ImportKind.PURCHASES && !named ? ImportField.AMOUNT : null;
            case WHOLE_NUMBER -> number(kind, column, taken);
            case TEXT, BLANK -> null;
        };
        return field == null || taken.contains(field) || !field.isOf(kind) ? null : field;
    }

    /** Without names, the first column of numbers is the member; small ones after the date are quantities. */
    private @Nullable ImportField number(ImportKind kind, ColumnProfile column, Set<ImportField> taken) {
        if (named) {
            return null;
        }
        if (columns.getFirst().equals(column)) {
            return ImportField.MEMBER_NUMBER;
        }
        boolean few =
                column.distinct() * 10 < rows && column.examples().stream().allMatch(e -> e.length() <= 3);
        return kind == ImportKind.PURCHASES && taken.contains(ImportField.OCCURRED_AT) && few
                ? ImportField.QUANTITY
                : null;
    }
}
