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

    /** The period of comparison: as many whole months before if this one is whole months, else as many days before. */
    public Period before() {
        boolean wholeMonths =
                from.getDayOfMonth() == 1 && to.equals(YearMonth.from(to).atEndOfMonth());
        if (wholeMonths) {
            long months = ChronoUnit.MONTHS.between(YearMonth.from(from), YearMonth.from(to)) + 1;
            return new Period(from.minusMonths(months), from.minusDays(1));
        }
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        return new Period(from.minusDays(days), from.minusDays(1));
    }
}
