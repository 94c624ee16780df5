package org.guildhall.insights;

import java.time.LocalDate;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/** What figures are asked for: a period (the last twelve months unless given) and a unit with all below it (all unless given). */
public record InsightsQuery(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable UnitId unit) {

    /** The period, with what was left out filled in from today. */
    public Period period(LocalDate today) {
        var last = to == null ? today : to;
        var first = from == null ? last.withDayOfMonth(1).minusMonths(11) : from;
        return new Period(first, last);
    }
}
