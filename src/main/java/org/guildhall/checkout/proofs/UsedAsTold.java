package org.guildhall.checkout.proofs;

import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.guildhall.ledger.ModuleLaw.Finding;
import org.jspecify.annotations.Nullable;

/** Something is used for a checkout exactly where a standing checkout names it, with the same amount. */
record UsedAsTold(Uses checkouts, Uses others) {

    private static final int AT_ONCE = 1_000;

    /** What is used, in which checkout, and what it took off. */
    record Use(UUID what, UUID about, long amount) {}

    /** The next uses after an identifier of what is used, in their order. */
    interface Uses {
        List<Use> after(UUID what, int limit);
    }

    Finding check() {
        long covered = 0;
        var told = new Walk(checkouts);
        var used = new Walk(others);
        while (true) {
            var one = told.next();
            var other = used.next();
            if (one == null && other == null) {
                return new Finding(covered, null);
            }
            if (one == null || !one.equals(other)) {
                return new Finding(covered, "a checkout tells of " + one + ", its own book of " + other);
            }
            covered++;
        }
    }

    /** Reads uses a piece at a time. */
    private static final class Walk {

        private final Uses source;
        private Iterator<Use> piece = List.<Use>of().iterator();
        private UUID last = new UUID(0, 0);

        Walk(Uses source) {
            this.source = source;
        }

        @Nullable
        Use next() {
            if (!piece.hasNext()) {
                piece = source.after(last, AT_ONCE).iterator();
            }
            if (!piece.hasNext()) {
                return null;
            }
            var use = piece.next();
            last = use.what();
            return use;
        }
    }
}
