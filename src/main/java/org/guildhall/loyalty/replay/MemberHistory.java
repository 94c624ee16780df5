package org.guildhall.loyalty.replay;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.guildhall.kernel.MemberId;
import org.guildhall.loyalty.tiers.TierGrant;
import org.guildhall.members.Birthday;
import org.jspecify.annotations.Nullable;

/**
 * Everything about one member that earning and tiers depend on, voided facts left out, in any order. Of an {@code erased} member the
 * birthday is gone for good: a replay cannot tell any more what it had brought.
 *
 * @param postponed reviews that are not held on their day, and the day they are held on
 */
public record MemberHistory(
        MemberId member,
        LocalDate joinedOn,
        @Nullable Birthday birthday,
        List<Bought> purchases,
        List<GivenBack> returns,
        List<Happened> occasions,
        List<TierGrant> grants,
        Map<LocalDate, LocalDate> postponed,
        boolean erased) {

    /** The most purchases one member may have, and the most occasions; one replay holds them all. */
    public static final int MOST_FACTS = 50_000;

    /** The same as if nothing had happened from an instant on. */
    public MemberHistory until(Instant end) {
        boolean within = purchases.stream()
                        .allMatch(one -> one.fact().occurredAt().isBefore(end))
                && returns.stream().allMatch(back -> back.fact().occurredAt().isBefore(end))
                && occasions.stream().allMatch(happened -> unfolds(happened, end))
                && grants.stream().allMatch(grant -> grant.from().isBefore(end));
        return within ? this : withoutLater(end);
    }

    /** Whether all there is to know of the occasion lies before the end. */
    private static boolean unfolds(Happened happened, Instant end) {
        var taken = happened.takenBack();
        return happened.at().isBefore(end) && (taken == null || taken.at().isBefore(end));
    }

    private MemberHistory withoutLater(Instant end) {
        return new MemberHistory(
                member,
                joinedOn,
                birthday,
                purchases.stream()
                        .filter(one -> one.fact().occurredAt().isBefore(end))
                        .toList(),
                returns.stream()
                        .filter(back -> back.fact().occurredAt().isBefore(end))
                        .toList(),
                occasions.stream()
                        .filter(happened -> happened.at().isBefore(end))
                        .map(happened ->
                                unfolds(happened, end) ? happened : new Happened(happened.id(), happened.fact(), null))
                        .toList(),
                grants.stream().filter(grant -> grant.from().isBefore(end)).toList(),
                postponed,
                erased);
    }
}
