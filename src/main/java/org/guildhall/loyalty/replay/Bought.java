package org.guildhall.loyalty.replay;

import java.util.Comparator;
import java.util.UUID;
import org.guildhall.loyalty.PurchaseFact;

/** A purchase with its identifier. */
public record Bought(UUID id, PurchaseFact fact) {

    /** By time; purchases of one instant by source and number, so that the order of arrival never matters. */
    static final Comparator<Bought> ORDER = (one, other) -> {
        int order = one.fact.occurredAt().compareTo(other.fact.occurredAt());
        if (order == 0) {
            order = one.fact.source().compareTo(other.fact.source());
        }
        return order != 0 ? order : one.fact.number().compareTo(other.fact.number());
    };
}
