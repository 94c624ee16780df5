package org.guildhall.loyalty;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.jspecify.annotations.Nullable;

/** What happened in loyalty; published inside the transaction that made it so. Bulk calls tell once per batch. */
public sealed interface LoyaltyEvent {

    /** A purchase was recorded by itself. */
    record PurchaseRecorded(UUID purchase, MemberId member, Instant occurredAt, long points) implements LoyaltyEvent {}

    /** A return was recorded by itself. */
    record ReturnRecorded(UUID returned, MemberId member, Instant occurredAt, long pointsTakenBack)
            implements LoyaltyEvent {}

    /** A batch of facts was recorded or voided. */
    record BatchApplied(UUID batch, int purchases, int returns, boolean voided) implements LoyaltyEvent {}

    /** Facts of these members were recorded or voided, many in one transaction. */
    record FactsApplied(Set<MemberId> members) implements LoyaltyEvent {}

    /** A member's present tier changed. */
    record TierChanged(MemberId member, @Nullable String from, String to, Instant effectiveAt, String reason)
            implements LoyaltyEvent {}
}
