package org.guildhall.loyalty.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.guildhall.loyalty.SimulatedPeriod;
import org.guildhall.loyalty.replay.MemberHistory;

/** The days that are compared, both included; what happened after the last one is as if it had not. */
record Period(LocalDate from, LocalDate to, Instant start, Instant end) {

    static Period of(LocalDate from, LocalDate to, ZoneId zone) {
        return new Period(
                from,
                to,
                from.atStartOfDay(zone).toInstant(),
                to.plusDays(1).atStartOfDay(zone).toInstant());
    }

    boolean holds(Instant at) {
        return !at.isBefore(start) && at.isBefore(end);
    }

    /** The history up to the period's end. */
    MemberHistory cut(MemberHistory history) {
        return history.until(end);
    }

    /** The same for other modules. */
    SimulatedPeriod known(Instant at) {
        return new SimulatedPeriod(from, to, start, end, at);
    }
}
