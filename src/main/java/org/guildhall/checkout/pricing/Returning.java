package org.guildhall.checkout.pricing;

import java.util.Arrays;
import org.guildhall.checkout.CheckoutPolicy.MoneyBack;

/** What goes back for a part of a checkout: shares add up exactly, whatever the parts and their order. */
public final class Returning {

    /** How many of the origins are not payments: stored value, and then cashback. */
    public static final int BOOKS = 2;

    private Returning() {}

    /** A sold line with how much of it came back before. */
    public record Sold(
            long quantity,
            long back,
            long discount,
            long benefitAmount,
            long couponAmount,
            long pointsAmount,
            long paid) {

        /** What the next so much of it had brought; quantities are within what is left. */
        public Part next(long more) {
            return new Part(
                    more,
                    step(discount, more),
                    step(benefitAmount, more),
                    step(couponAmount, more),
                    step(pointsAmount, more),
                    step(paid, more));
        }

        /** What of its points' worth came back before. */
        public long pointsAmountBack() {
            return Shares.down(pointsAmount, back, quantity);
        }

        /** Grows with what came back and ends at the whole, so that no fen is left over or given twice. */
        private long step(long whole, long more) {
            return Shares.down(whole, back + more, quantity) - Shares.down(whole, back, quantity);
        }
    }

    /** A part of a line. */
    public record Part(
            long quantity, long discount, long benefitAmount, long couponAmount, long pointsAmount, long paid) {}

    /** So many points go back when {@code amount} more of what they had counted does, after {@code before}. */
    public static long points(long points, long pointsAmount, long before, long amount) {
        return Shares.down(points, before + amount, pointsAmount) - Shares.down(points, before, pointsAmount);
    }

    /**
     * Which of the origins money goes back to: the first is stored value, the second cashback, the others are the payments in
     * their order; the rooms say what is still out of each.
     */
    public static long[] money(MoneyBack rule, long amount, long[] rooms) {
        return switch (rule) {
            case IN_PROPORTION -> Shares.inProportion(amount, rooms);
            case STORED_VALUE_FIRST -> backwards(amount, rooms, true);
            case PAYMENTS_FIRST -> backwards(amount, rooms, false);
        };
    }

    /** The last payment first; stored value and then cashback before all of them, or after them the other way round. */
    private static long[] backwards(long amount, long[] rooms, boolean storedFirst) {
        var order = new int[rooms.length];
        for (int i = 0; i < rooms.length; i++) {
            order[i] = storedFirst && i < BOOKS ? i : (storedFirst ? rooms.length + BOOKS : rooms.length) - 1 - i;
        }
        var ordered = Arrays.stream(order).mapToLong(at -> rooms[at]).toArray();
        var taken = Shares.inOrder(amount, ordered);
        var shares = new long[rooms.length];
        for (int i = 0; i < rooms.length; i++) {
            shares[order[i]] = taken[i];
        }
        return shares;
    }
}
