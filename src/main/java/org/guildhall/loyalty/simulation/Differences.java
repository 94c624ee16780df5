package org.guildhall.loyalty.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.guildhall.loyalty.SimulationResult.Share;
import org.guildhall.loyalty.SimulationResult.Spread;

/** The difference of each active member, for saying how it is spread. */
final class Differences {

    private static final int TENTHS = 10;

    private long[] values = new long[256];
    private int size;

    void add(long difference) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = difference;
    }

    void add(Differences other) {
        for (int i = 0; i < other.size; i++) {
            add(other.values[i]);
        }
    }

    int size() {
        return size;
    }

    Spread spread() {
        Arrays.sort(values, 0, size);
        long winners = 0;
        long gained = 0;
        long losers = 0;
        long lost = 0;
        for (int i = 0; i < size; i++) {
            if (values[i] > 0) {
                winners++;
                gained = Math.addExact(gained, values[i]);
            } else if (values[i] < 0) {
                losers++;
                lost = Math.addExact(lost, values[i]);
            }
        }
        return new Spread(new Share(winners, gained), new Share(losers, lost), size - winners - losers, deciles());
    }

    /** The value below or at which so many tenths lie (nearest rank); the least for none, the greatest for all. */
    private List<Long> deciles() {
        var deciles = new ArrayList<Long>();
        for (int tenth = 0; size > 0 && tenth <= TENTHS; tenth++) {
            int rank = (int) Math.max(1, Math.ceilDiv((long) tenth * size, TENTHS));
            deciles.add(values[rank - 1]);
        }
        return deciles;
    }
}
