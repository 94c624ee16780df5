package org.guildhall.loyalty.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.guildhall.loyalty.replay.Happened;
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
        boolean within = history.purchases().stream()
                        .allMatch(bought -> bought.fact().occurredAt().isBefore(end))
                && history.returns().stream()
                        .allMatch(back -> back.fact().occurredAt().isBefore(end))
                && history.occasions().stream().allMatch(this::unfolds)
                && history.grants().stream().allMatch(grant -> grant.from().isBefore(end));
        return within ? history : withoutLater(history);
    }

    /** Whether all there is to know of the occasion lies before the end. */
    private boolean unfolds(Happened happened) {
        var taken = happened.takenBack();
        return happened.at().isBefore(end) && (taken == null || taken.at().isBefore(end));
    }

    private MemberHistory withoutLater(MemberHistory history) {
        return new MemberHistory(
                history.member(),
                history.joinedOn(),
                history.birthday(),
                history.purchases().stream()
                        .filter(bought -> bought.fact().occurredAt().isBefore(end))
                        .toList(),
                history.returns().stream()
                        .filter(back -> back.fact().occurredAt().isBefore(end))
                        .toList(),
                history.occasions().stream()
                        .filter(happened -> happened.at().isBefore(end))
                        .map(happened ->
                                unfolds(happened) ? happened : new Happened(happened.id(), happened.fact(), null))
                        .toList(),
                history.grants().stream()
                        .filter(grant -> grant.from().isBefore(end))
                        .toList(),
                history.postponed(),
                history.erased());
    }
}
