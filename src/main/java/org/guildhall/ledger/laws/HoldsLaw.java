package org.guildhall.ledger.laws;

import java.util.Objects;
import java.util.UUID;
import org.guildhall.ledger.ModuleLaw;
import org.guildhall.ledger.ModuleLaw.HoldClaim;
import org.guildhall.ledger.holds.Holds;
import org.springframework.stereotype.Component;

/** Compares what another module believes to be held with the holds. */
@Component
class HoldsLaw {

    private static final int AT_ONCE = 1_000;

    private final Holds holds;

    HoldsLaw(Holds holds) {
        this.holds = holds;
    }

    ModuleLaw.Finding check(ModuleLaw.HoldClaims claims) {
        long covered = 0;
        var after = new UUID(0, 0);
        while (true) {
            var next = claims.after(after, AT_ONCE);
            if (next.isEmpty()) {
                return new ModuleLaw.Finding(covered, null);
            }
            var found = holds.byId(
                    next.stream().map(HoldClaim::hold).filter(Objects::nonNull).toList());
            for (var claim : next) {
                var hold = claim.hold() == null ? null : found.get(claim.hold());
                if (!claim.agrees(hold)) {
                    return new ModuleLaw.Finding(covered, claim + " has " + hold);
                }
                covered++;
            }
            after = next.getLast().about();
        }
    }
}
