package org.guildhall.loyalty;

import java.time.LocalDate;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/** What a {@link SimulatedPolicy.Replay} tells its facts to; amounts are in the smallest unit of its currency. */
public interface SimulationTally {

    /** One purchase was replayed; whether it comes to something else under the draft. */
    void purchase(boolean changed);

    /** What a purchase comes to for one member; more is better for the member and costs the company more. */
    void comes(Share share);

    /** Adds to an amount of this code. */
    void amount(String code, long before, long after);

    /** Adds to a count of this code. */
    void count(String code, long before, long after);

    /** So many purchases could not be replayed, or not entirely, for this reason. */
    void leftOut(String reason, long purchases);

    /**
     * What a purchase comes to for one member.
     *
     * @param store where it was bought
     * @param tier on which the buyer bought it
     * @param day on which
     * @param before by the rules in force
     * @param after by the draft
     */
    record Share(
            MemberId member,
            @Nullable UnitId store,
            @Nullable String tier,
            LocalDate day,
            long before,
            long after) {}
}
