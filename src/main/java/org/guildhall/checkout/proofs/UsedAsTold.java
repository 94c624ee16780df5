package org.guildhall.checkout.proofs;

import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.guildhall.coupons.CounterCoupons.Use;
import org.guildhall.ledger.ModuleLaw.Finding;
import org.jspecify.annotations.Nullable;

/** A coupon is used for a checkout exactly where a standing checkout names it, with the same amount. */
record UsedAsTold(Uses checkouts, Uses coupons) {

    private static final int AT_ONCE = 1_000;

    /** The next uses after a coupon's identifier, in their order. */
    interface Uses {
        List<Use> after(UUID coupon, int limit);
    }

    Finding check() {
        long covered = 0;
        var told = new Walk(checkouts);
        var used = new Walk(coupons);
        while (true) {
            var one = told.next();
            var other = used.next();
            if (one == null && other == null) {
                return new Finding(covered, null);
            }
            if (one == null || !one.equals(other)) {
                return new Finding(covered, "a checkout tells of " + one + ", coupons of " + other);
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
            last = use.coupon();
            return use;
        }
    }
}
