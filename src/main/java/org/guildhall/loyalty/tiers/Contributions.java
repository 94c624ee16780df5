package org.guildhall.loyalty.tiers;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * What a member's purchases and occasions count towards tiers, in order of time, with running sums so that any window is two look-ups.
 *
 * <p>Returns lower the contribution of their purchase in place.
 */
public final class Contributions {

    private final int[] days;
    private final long[] growth;
    private final long[] spend;
    private final long[] visits;
    private final long[] points;
    private int size;

    /** Room for so many purchases. */
    public Contributions(int capacity) {
        days = new int[capacity];
        growth = new long[capacity + 1];
        spend = new long[capacity + 1];
        visits = new long[capacity + 1];
        points = new long[capacity + 1];
    }

    /** Appends a purchase, not earlier than those before. */
    public void add(LocalDate day, long grown, long spent, long earned) {
        add(day, new Sums(grown, spent, 1, earned));
    }

    /** Appends what an occasion brought, which spends nothing and is no visit. */
    public void addOccasion(LocalDate day, long grown, long earned) {
        add(day, new Sums(grown, 0, 0, earned));
    }

    private void add(LocalDate day, Sums sums) {
        days[size] = (int) day.toEpochDay();
        put(growth, sums.growth());
        put(spend, sums.spend());
        put(visits, sums.visits());
        put(points, sums.points());
        size++;
    }

    /** Lowers one purchase's contributions. */
    public void lower(int index, long lessGrowth, long lessSpend, long lessVisits, long lessPoints) {
        lower(growth, index, lessGrowth);
        lower(spend, index, lessSpend);
        lower(visits, index, lessVisits);
        lower(points, index, lessPoints);
    }

    /** How many purchases there are. */
    public int size() {
        return size;
    }

    /** Everything so far. */
    public long total(Counted measure) {
        return sums(measure)[size];
    }

    /** The sum from one day through another, over the first {@code visible} purchases. */
    public long total(Counted measure, LocalDate from, LocalDate through, int visible) {
        long first = Math.max(Integer.MIN_VALUE, from.toEpochDay());
        long last = through.toEpochDay();
        int low = firstNotBefore(first, visible);
        int high = firstNotBefore(last + 1, visible);
        return high <= low ? 0 : sums(measure)[high] - sums(measure)[low];
    }

    /** All sums from one day through another, over the first {@code visible} purchases. */
    public Sums sums(LocalDate from, LocalDate through, int visible) {
        int low = firstNotBefore(Math.max(Integer.MIN_VALUE, from.toEpochDay()), visible);
        int high = firstNotBefore(through.toEpochDay() + 1, visible);
        return high <= low
                ? Sums.NONE
                : new Sums(
                        growth[high] - growth[low],
                        spend[high] - spend[low],
                        visits[high] - visits[low],
                        points[high] - points[low]);
    }

    private int firstNotBefore(long day, int visible) {
        if (day > Integer.MAX_VALUE) {
            return visible;
        }
        int found = Arrays.binarySearch(days, 0, visible, (int) day);
        if (found < 0) {
            return -found - 1;
        }
        while (found > 0 && days[found - 1] == day) {
            found--;
        }
        return found;
    }

    private long[] sums(Counted measure) {
        return switch (measure) {
            case GROWTH -> growth;
            case SPEND -> spend;
            case VISITS -> visits;
            case POINTS -> points;
        };
    }

    private void put(long[] sum, long value) {
        sum[size + 1] = Math.addExact(sum[size], value);
    }

    private void lower(long[] sum, int index, long by) {
        if (by != 0) {
            for (int i = index + 1; i <= size; i++) {
                sum[i] -= by;
            }
        }
    }
}
