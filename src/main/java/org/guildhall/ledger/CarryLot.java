package org.guildhall.ledger;

import java.time.LocalDate;
import org.guildhall.kernel.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * A lot's new day of expiry.
 *
 * @param from its present day of expiry
 * @param to after {@code from}
 */
public record CarryLot(
        MemberId member,
        Asset asset,
        LocalDate from,
        LocalDate to,
        @Nullable String reason) {

    /** The kind of the posting that carries. */
    public static final String KIND = "expiry-moved";

    public CarryLot {
        if (!to.isAfter(from)) {
            throw new IllegalArgumentException("a lot is carried to a later day, not from " + from + " to " + to);
        }
    }
}
