package org.guildhall.prepaid.rules;

import java.time.Instant;
import java.util.UUID;

/** What is left of one top-up, in the smallest unit; {@code number} says which is spent first. */
public record Stake(
        UUID id, long number, long paid, long gift, long principalLeft, long bonusLeft, Instant paidAt, UUID origin) {

    /** Whether the money came from another member. */
    public boolean received() {
        return !id.equals(origin);
    }

    /** All that is left. */
    public long left() {
        return principalLeft + bonusLeft;
    }
}
