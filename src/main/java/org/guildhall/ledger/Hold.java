package org.guildhall.ledger;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * Value set aside for a redemption under way; it left the lots it came from and returns to exactly those if released.
 *
 * @param timesOutAt when it is released by itself; never if absent
 */
public record Hold(
        UUID holdId,
        MemberId member,
        Asset asset,
        long amount,
        State state,
        Instant placedAt,
        @Nullable Instant timesOutAt) {

    /** Where a hold stands. */
    @Schema(enumAsRef = true)
    public enum State {
        /** The amount is set aside. */
        OPEN,
        /** The redemption took place. */
        USED,
        /** The amount went back to its lots. */
        RELEASED
    }
}
