package org.guildhall.loyalty.replay;

import java.time.Instant;
import java.util.UUID;
import org.guildhall.loyalty.OccasionFact;
import org.jspecify.annotations.Nullable;

/** An occasion with its identifier, and its taking back if it was. */
public record Happened(UUID id, OccasionFact fact, @Nullable TakenBack takenBack) implements Earning {

    /** From when it counts no more, and the fact that says so. */
    public record TakenBack(UUID id, Instant at) {}

    @Override
    public Instant at() {
        return fact.occurredAt();
    }

    @Override
    public String source() {
        return fact.source();
    }

    @Override
    public String number() {
        return fact.number();
    }
}
