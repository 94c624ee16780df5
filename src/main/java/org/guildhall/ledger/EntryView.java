package org.guildhall.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a statement: what a posting did to one asset, with its lots.
 *
 * <p>{@code amount} is the change of the member's balance. {@code about} is the posting whose movement it is; it differs from
 * {@code postingId} when a late arrival made the ledger re-match lots. {@code balanceAfter} is the balance after this line in
 * the statement's order, {@code actor} who asked for it; receipts leave both out.
 */
public record EntryView(
        UUID postingId,
        UUID about,
        Asset asset,
        String kind,
        long amount,
        List<Part> parts,
        Instant occurredAt,
        Instant recordedAt,
        String causeType,
        UUID causeId,
        @Nullable String reasonCode,
        int policyVersion,
        @Nullable String actor,
        @Nullable Long balanceAfter) {

    /** The same line with the balance after it. */
    public EntryView withBalance(long balance) {
        return new EntryView(
                postingId,
                about,
                asset,
                kind,
                amount,
                parts,
                occurredAt,
                recordedAt,
                causeType,
                causeId,
                reasonCode,
                policyVersion,
                actor,
                balance);
    }

    /** What happened to one lot; {@code expiresOn} is absent for value that never expires, {@code owed} marks debt. */
    public record Part(long amount, Contra contra, @Nullable LocalDate expiresOn, boolean owed) {}
}
