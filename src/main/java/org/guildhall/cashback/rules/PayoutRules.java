package org.guildhall.cashback.rules;

import org.guildhall.cashback.PayoutHeld;
import org.jspecify.annotations.Nullable;

/** Who is paid how much of what is due. Pure, in the smallest unit. */
public final class PayoutRules {

    private PayoutRules() {}

    /**
     * Where a promoter stands.
     *
     * @param ripe commissions of all time that no longer can come back or were paid before, less what was clawed back of them
     * @param paid what was paid of them before and reached the promoter
     */
    public record Standing(long ripe, long paid) {

        /** What is due; below zero the promoter owes it. */
        public long due() {
            return ripe - paid;
        }
    }

    /** What is proposed, or why nothing is. */
    public record Proposal(long amount, @Nullable PayoutHeld held) {}

    /** All that is due, or nothing. */
    public static Proposal propose(Standing standing, long least, boolean member) {
        long due = standing.due();
        if (due < 0) {
            return new Proposal(0, PayoutHeld.OWED);
        }
        if (!member) {
            return new Proposal(0, PayoutHeld.NO_MEMBER);
        }
        return due == 0 || due < least ? new Proposal(0, PayoutHeld.BELOW_LEAST) : new Proposal(due, null);
    }

    /** What is paid with the last yes: never more than was approved, nor than is still due; nothing below the least. */
    public static long pay(long approved, Standing now, long least, boolean member) {
        long amount = Math.min(approved, propose(now, least, member).amount());
        return amount < least ? 0 : amount;
    }
}
