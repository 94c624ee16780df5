package org.guildhall.insights;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.Refusal;

/** A span of company days, both ends included; at most ten years, refused otherwise. */
public record Period(LocalDate from, LocalDate to) {

    private static final int YEARS = 10;

    /** Checks the order and the length. */
    public Period {
        if (to.isBefore(from)) {
            throw InvalidInput.of("to", to, "not-before-from");
        }
        if (from.plusYears(YEARS).isBefore(to)) {
            var earliest = Map.<String, Object>of("least", to.minusYears(YEARS));
            var field = new Refusal.Field("from", from.toString(), "at-least", earliest);
            throw Refusal.of(new InvalidInput(List.of(field)));
        }
    }

    /**
     * The period of comparison. What begins with a month is compared with as many months before, to the same day of the last
     * one (to its end, if this one ends with its month); anything else with as many days before.
     */
    public Period before() {
        if (from.getDayOfMonth() != 1) {
            long days = ChronoUnit.DAYS.between(from, to) + 1;
            return new Period(from.minusDays(days), from.minusDays(1));
        }
        var last = YearMonth.from(to);
        long months = ChronoUnit.MONTHS.between(YearMonth.from(from), last) + 1;
        boolean wholeMonth = to.equals(last.atEndOfMonth());
        return new Period(
                from.minusMonths(months),
                wholeMonth ? last.minusMonths(months).atEndOfMonth() : to.minusMonths(months));
    }
}
