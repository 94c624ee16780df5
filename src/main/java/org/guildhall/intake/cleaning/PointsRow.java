package org.guildhall.intake.cleaning;

/**
 * One clean row of a history of points.
 *
 * @param buyer whose points they are
 * @param atSecond the period, in seconds since the epoch
 * @param earned never negative, like the other two
 */
public record PointsRow(long row, Buyer buyer, long atSecond, long earned, long redeemed, long expired) {

    /** Whether both rows say the same of one period. */
    public boolean equalsInContent(PointsRow other) {
        return earned == other.earned && redeemed == other.redeemed && expired == other.expired;
    }
}
