package org.guildhall.demo;

import java.time.LocalDate;

/** Which story is told: equal seeds, days and sizes tell the same one. */
public record DemoStory(long seed, LocalDate today, int members) {

    /** The company opened on the first of the month three years ago. */
    public LocalDate opening() {
        return today.withDayOfMonth(1).minusYears(3);
    }

    /** The day on which the earning rule changed, eighteen months ago. */
    public LocalDate ruleChange() {
        return today.withDayOfMonth(1).minusMonths(18);
    }
}
