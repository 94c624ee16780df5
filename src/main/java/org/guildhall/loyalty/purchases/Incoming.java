package org.guildhall.loyalty.purchases;

import java.util.UUID;
import org.guildhall.loyalty.PurchaseFact;
import org.guildhall.loyalty.ReturnFact;

/** Facts on their way in, with the hash of what they say. */
public final class Incoming {

    private Incoming() {}

    /** A purchase to record. */
    public record Purchase(PurchaseFact fact, UUID content) {

        /** With its whole content. */
        public static Purchase of(PurchaseFact fact) {
            return new Purchase(fact, FactKeys.content(fact, true));
        }

        /** Whose time was taken from the clock, so that it is no part of what the caller said. */
        public static Purchase now(PurchaseFact fact) {
            return new Purchase(fact, FactKeys.content(fact, false));
        }
    }

    /** A return to record. */
    public record Return(ReturnFact fact, UUID content) {

        /** With its whole content. */
        public static Return of(ReturnFact fact) {
            return new Return(fact, FactKeys.content(fact, true));
        }

        /** Whose time was taken from the clock. */
        public static Return now(ReturnFact fact) {
            return new Return(fact, FactKeys.content(fact, false));
        }
    }
}
