package org.guildhall.kernel;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The company's time: the injected clock read in the company's zone (Asia/Shanghai unless set). */
public record BusinessTime(Clock clock, ZoneId zone) {

    /** The present instant, to the microsecond, which is what the database keeps. */
    public Instant now() {
        return clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
    }

    /** Today's date for the company. */
    public LocalDate today() {
        return dateOf(now());
    }

    /** The company's date at an instant. */
    public LocalDate dateOf(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    /** The first instant of a company day. */
    public Instant startOf(LocalDate date) {
        return date.atStartOfDay(zone).toInstant();
    }
}
