package org.guildhall.loyalty.purchases;

import java.util.UUID;
import org.guildhall.loyalty.PurchaseFact;
import org.guildhall.loyalty.ReturnFact;

/** Facts that will be stored, under the identifier of their key's present generation. */
final class Accepted {

    private Accepted() {}

    /** A purchase to store. */
    record Purchase(UUID id, int generation, PurchaseFact fact, UUID content) {}

    /** A return to store. */
    record Return(UUID id, int generation, ReturnFact fact, UUID content) {}
}
