package org.guildhall.ledger.reasons;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.ledger.Asset;
import org.jspecify.annotations.Nullable;

/**
 * A posting as it was booked.
 *
 * @param siblings how many postings the same fact has brought in all
 * @param parts what it did to lots, corrections of other postings included
 */
record Told(
        UUID id,
        MemberId member,
        String kind,
        String causeType,
        UUID causeId,
        Instant occurredAt,
        Instant recordedAt,
        @Nullable String reason,
        @Nullable UUID reverses,
        int siblings,
        List<Part> parts) {

    /**
     * What it did to one lot.
     *
     * @param expiresOn first day the lot is no longer valid, none if it never ends
     * @param owed whether the lot is the member's debt
     * @param own whether it is this posting's own movement, not the re-matching of another's
     */
    record Part(Asset asset, long amount, @Nullable LocalDate expiresOn, boolean owed, boolean own) {}

    /** What went into and out of a lot before its day. */
    record LotStory(Asset asset, LocalDate expiresOn, long granted, long used) {}
}
