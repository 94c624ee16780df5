package org.guildhall.loyalty.replay;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.guildhall.kernel.UnitId;
import org.guildhall.ledger.Shortage;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger should hold for one fact: granted by a purchase or an occasion (above zero), or taken back (below zero).
 *
 * @param at the time of the fact, which is when it counts
 * @param expiresOn first day on which these points are no longer valid; absent for ever
 * @param shortage who bears what is no longer there when something is taken back
 * @param version of the policy that decided the amounts
 * @param store of the purchase or occasion, if it names one
 */
public record Award(
        UUID fact,
        By by,
        Instant at,
        long points,
        long growth,
        @Nullable LocalDate expiresOn,
        Shortage shortage,
        int version,
        @Nullable UnitId store) {

    /** By what sort of fact. */
    public enum By {
        /** A purchase grants. */
        PURCHASE("purchase", "loyalty.purchase"),
        /** A return takes back what a purchase granted. */
        RETURN("return", "loyalty.return"),
        /** An occasion grants. */
        OCCASION("occasion", "loyalty.occasion"),
        /** An occasion taken back. */
        TAKING_BACK("occasion-taken-back", "loyalty.occasion-taken-back");

        private final String posting;
        private final String cause;

        By(String posting, String cause) {
            this.posting = posting;
            this.cause = cause;
        }

        /** What its postings are called. */
        public String posting() {
            return posting;
        }

        /** What it is called as a cause. */
        public String cause() {
            return cause;
        }
    }

    /** Whether it takes back. */
    public boolean returned() {
        return by == By.RETURN || by == By.TAKING_BACK;
    }

    /** Whether it belongs to a purchase. */
    public boolean ofPurchase() {
        return by == By.PURCHASE || by == By.RETURN;
    }

    Award expiring(@Nullable LocalDate on) {
        return new Award(fact, by, at, points, growth, on, shortage, version, store);
    }
}
