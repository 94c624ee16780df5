package org.guildhall.loyalty;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What a simulation looks at: the days that are compared, both included, and until when facts were recorded that it sees. What
 * happened after the last day is as if it had not.
 *
 * @param start the first instant of the first day
 * @param end the first instant after the last day
 * @param knownAt facts recorded later are not seen
 */
public record SimulatedPeriod(LocalDate from, LocalDate to, Instant start, Instant end, Instant knownAt) {

    /** Whether an instant is on one of the days. */
    public boolean holds(Instant at) {
        return !at.isBefore(start) && at.isBefore(end);
    }
}
