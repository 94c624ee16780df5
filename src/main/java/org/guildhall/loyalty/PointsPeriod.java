package org.guildhall.loyalty;

import java.time.Instant;
import org.guildhall.kernel.MemberId;

/**
 * What another system's books say of a member's points in one period, usually a month.
 *
 * @param occurredAt the instant the books give the period by; within it, points are earned before they are used
 * @param earned never negative, like the other two
 */
public record PointsPeriod(MemberId member, Instant occurredAt, long earned, long redeemed, long expired) {

    /** Checks the amounts. */
    public PointsPeriod {
        if (earned < 0 || redeemed < 0 || expired < 0) {
            throw new IllegalArgumentException("points of a history are never negative");
        }
    }

    /** Whether nothing happened. */
    public boolean isEmpty() {
        return earned == 0 && redeemed == 0 && expired == 0;
    }
}
