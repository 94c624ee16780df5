package org.guildhall.checkout.proofs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.ledger.ModuleLaw.Finding;

/** What checkouts and their returns say they moved is what the other book moved for them. */
record MovedAsTold(Claims claims, Book book) {

    private static final int AT_ONCE = 1_000;

    /** The next claims after an identifier. */
    interface Claims {
        List<CheckoutLawStore.Claim> after(UUID about, int limit);
    }

    /** What the other book moved, by the identifier there. */
    interface Book {
        Map<UUID, Long> moved(Map<UUID, MemberId> ids);
    }

    Finding check() {
        long covered = 0;
        var after = new UUID(0, 0);
        while (true) {
            var some = claims.after(after, AT_ONCE);
            if (some.isEmpty()) {
                return new Finding(covered, null);
            }
            var ids = new LinkedHashMap<UUID, MemberId>();
            some.forEach(claim -> ids.put(claim.moved(), claim.member()));
            var moved = book.moved(ids);
            for (var claim : some) {
                long found = moved.getOrDefault(claim.moved(), 0L);
                if (found != claim.amount()) {
                    return new Finding(covered, claim + " moved " + found);
                }
                covered++;
            }
            after = some.getLast().about();
        }
    }
}
