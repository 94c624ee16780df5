package org.guildhall.messages.dispatch;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import org.guildhall.messages.Channel;
import org.guildhall.messages.MessagePolicy;
import org.guildhall.messages.Purpose;
import org.guildhall.messages.Recipient;
import org.guildhall.messages.Suppression;
import org.jspecify.annotations.Nullable;

/** What is to be done with a message now: a pure function of the rules, the recipient and the time. */
sealed interface Fate {

    /** Send it, as this record of consent allows if it advertises. */
    record Send(String address, @Nullable UUID consent) implements Fate {}

    /** Not before then: the channel rests. */
    record Later(Instant until) implements Fate {}

    /** Not at all. */
    record Never(Suppression why) implements Fate {}

    /** What is known of a message when its fate is decided. */
    record Question(
            Channel channel, Purpose purpose, @Nullable Instant validUntil, Instant now, ZoneId zone) {}

    /** Decides; what is wrong for good is said before what is wrong for now. */
    static Fate decide(MessagePolicy policy, @Nullable Recipient recipient, Question asked) {
        if (recipient == null || recipient.erased()) {
            return new Never(Suppression.ERASED);
        }
        boolean advertises = asked.purpose() == Purpose.MARKETING;
        if (recipient.reach() == Recipient.Reach.NONE || (advertises && recipient.reach() != Recipient.Reach.ALL)) {
            return new Never(Suppression.STATUS);
        }
        if (policy.barredTags().stream().anyMatch(recipient.tags()::contains)) {
            return new Never(Suppression.BARRED);
        }
        var consent = recipient.consents().get(asked.channel());
        if (advertises && consent == null) {
            return new Never(Suppression.NO_CONSENT);
        }
        var address = recipient.address(asked.channel());
        if (address == null || address.isBlank()) {
            return new Never(Suppression.NO_ADDRESS);
        }
        if (asked.validUntil() != null && !asked.now().isBefore(asked.validUntil())) {
            return new Never(Suppression.TOO_LATE);
        }
        var until = quietUntil(policy, asked);
        return until == null ? new Send(address, advertises ? consent : null) : new Later(until);
    }

    /** Until when the channel rests, or nothing if it does not. */
    private static @Nullable Instant quietUntil(MessagePolicy policy, Question asked) {
        if (!policy.quiet().contains(asked.channel())) {
            return null;
        }
        var from = policy.quietFrom();
        var until = policy.quietUntil();
        var here = asked.now().atZone(asked.zone());
        LocalTime time = here.toLocalTime();
        boolean overnight = until.isBefore(from);
        boolean rests =
                overnight ? !time.isBefore(from) || time.isBefore(until) : !time.isBefore(from) && time.isBefore(until);
        if (!rests) {
            return null;
        }
        var day = overnight && !time.isBefore(from) ? here.toLocalDate().plusDays(1) : here.toLocalDate();
        return day.atTime(until).atZone(asked.zone()).toInstant();
    }
}
