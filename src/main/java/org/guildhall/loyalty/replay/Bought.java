package org.guildhall.loyalty.replay;

import java.time.Instant;
import java.util.UUID;
import org.guildhall.loyalty.PurchaseFact;

/** A purchase with its identifier. */
public record Bought(UUID id, PurchaseFact fact) implements Earning {

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
