package org.guildhall.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * One change of a member's value, to be booked in full or not at all.
 *
 * <p>{@code kind} is what sort of act it is ("purchase", "return", "adjustment", "redemption"); the cause is the fact these
 * movements belong to: grants and claw-backs of one cause at one instant are netted before they are allocated.
 * {@code occurredAt} is when it was true; absent, it is true when the ledger books it, after all it booked before.
 * {@code policyVersion} is the version of the policy that decided the amounts, 0 if none did.
 */
public record Posting(
        CauseKey key,
        MemberId member,
        String kind,
        @Nullable Instant occurredAt,
        String causeType,
        UUID causeId,
        List<Movement> movements,
        @Nullable String reasonCode,
        int policyVersion) {

    /** The most movements of one posting. */
    public static final int MOST_MOVEMENTS = 64;

    public Posting {
        occurredAt = occurredAt == null ? null : occurredAt.truncatedTo(ChronoUnit.MICROS);
        movements = List.copyOf(movements);
        if (movements.isEmpty() || movements.size() > MOST_MOVEMENTS) {
            throw new IllegalArgumentException("a posting has 1 to " + MOST_MOVEMENTS + " movements");
        }
    }

    /** The identifier, derived from the key. */
    public UUID id() {
        return key.postingId();
    }
}
