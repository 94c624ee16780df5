package org.guildhall.checkout.pricing;

import java.math.BigInteger;

/** Divides amounts exactly: what does not divide evenly goes, unit by unit, to the first who have room. */
public final class Shares {

    private Shares() {}

    /** {@code amount × part / whole}, rounded down. */
    public static long down(long amount, long part, long whole) {
        return whole == 0
                ? 0
                : BigInteger.valueOf(amount)
                        .multiply(BigInteger.valueOf(part))
                        .divide(BigInteger.valueOf(whole))
                        .longValueExact();
    }

    /** The amount in proportion to the rooms, none above its room; the amount is at most the sum of the rooms. */
    public static long[] inProportion(long amount, long[] rooms) {
        long whole = sum(rooms);
        var shares = new long[rooms.length];
        long left = amount;
        for (int i = 0; i < rooms.length; i++) {
            shares[i] = down(amount, rooms[i], whole);
            left -= shares[i];
        }
        for (int i = 0; i < rooms.length && left > 0; i++) {
            if (shares[i] < rooms[i]) {
                shares[i]++;
                left--;
            }
        }
        if (left != 0) {
            throw new IllegalArgumentException(amount + " does not fit into " + whole);
        }
        return shares;
    }

    /** The amount to the first as far as there is room, then to the next. */
    public static long[] inOrder(long amount, long[] rooms) {
        var shares = new long[rooms.length];
        long left = amount;
        for (int i = 0; i < rooms.length; i++) {
            shares[i] = Math.min(left, rooms[i]);
            left -= shares[i];
        }
        if (left != 0) {
            throw new IllegalArgumentException(amount + " does not fit into " + sum(rooms));
        }
        return shares;
    }

    /** Their sum. */
    public static long sum(long[] amounts) {
        long sum = 0;
        for (long amount : amounts) {
            sum = Math.addExact(sum, amount);
        }
        return sum;
    }
}
