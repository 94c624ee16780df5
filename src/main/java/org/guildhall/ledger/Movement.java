package org.guildhall.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a posting does to one asset of its member; the amount is always above zero. */
public sealed interface Movement {

    /** The asset it moves. */
    Asset asset();

    /** How much, in the asset's smallest unit. */
    long amount();

    /**
     * Gives an amount that is valid until the day before {@code expiresOn}, or for ever; what the member owes is paid
     * from it first.
     */
    record Grant(Asset asset, long amount, @Nullable LocalDate expiresOn) implements Movement {
        public Grant {
            positive(amount);
        }
    }

    /**
     * Takes back a grant of the posting's cause with the same expiry: from that lot first (or from what already expired
     * of it), then from the lots that expire first; {@code shortage} says who bears the rest.
     */
    record Clawback(Asset asset, long amount, @Nullable LocalDate expiresOn, Shortage shortage) implements Movement {
        public Clawback {
            positive(amount);
        }
    }

    /**
     * Takes an amount from the lots that expire first; refused as {@code ledger.insufficient-balance} when less is
     * available. {@code to} is the programme account that receives it.
     */
    record Spend(Asset asset, long amount, Contra to) implements Movement {
        public Spend {
            positive(amount);
            if (to == Contra.ISSUED || to == Contra.EXPIRED || to == Contra.LOST) {
                throw new IllegalArgumentException("a spend goes to redeemed, adjusted or held, not to " + to);
            }
        }

        /** A redemption by the member. */
        public Spend(Asset asset, long amount) {
            this(asset, amount, Contra.REDEEMED);
        }
    }

    private static void positive(long amount) {
        if (amount <= 0) {
            throw new IllegalArgumentException("a movement's amount is above zero, not " + amount);
        }
    }
}
