package org.guildhall.adjustments;

import java.util.List;
import org.guildhall.approvals.AuthorityOutlook;
import org.jspecify.annotations.Nullable;

/**
 * Whom a grant to many would reach.
 *
 * @param members how many of the numbers are members
 * @param twice numbers that stand in the list more than once
 * @param unknown numbers that are nobody's, the first of them
 * @param unknownCount how many there are
 * @param total what it comes to
 * @param needsConsent whether somebody else has to agree first
 * @param oneMember the most that one member gets by hand today with it, where that decides who has to agree; absent where the
 *     total does
 * @param authority who that is, or from which size on somebody would have to
 */
public record GrantAudience(
        int members,
        int twice,
        List<String> unknown,
        int unknownCount,
        long total,
        boolean needsConsent,
        @Nullable Long oneMember,
        AuthorityOutlook authority) {

    /** So many unknown numbers are named. */
    public static final int NAMED = 20;

    /** Copies the list. */
    public GrantAudience {
        unknown = List.copyOf(unknown);
    }
}
