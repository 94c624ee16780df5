package org.guildhall.loyalty.replay;

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
}
