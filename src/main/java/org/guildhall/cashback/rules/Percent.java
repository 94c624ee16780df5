package org.guildhall.cashback.rules;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Percents of whole amounts, and caps over lines. */
final class Percent {

    private static final BigInteger WHOLE = BigInteger.valueOf(10_000);

    private Percent() {}

    /** Hundredths of a percent of an amount, fractions dropped. */
    static long of(long amount, int basisPoints) {
        return BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(basisPoints))
                .divide(WHOLE)
                .longValueExact();
    }

    /** The lines in their order as far as there is room. */
    static List<Share.Line> within(List<Share.Line> lines, long room) {
        var capped = new ArrayList<Share.Line>();
        long left = Math.max(0, room);
        for (var line : lines) {
            var cut = line.cappedAt(left);
            left -= cut.amount();
            capped.add(cut);
        }
        return capped;
    }
}
