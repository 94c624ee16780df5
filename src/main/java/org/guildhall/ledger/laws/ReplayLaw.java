package org.guildhall.ledger.laws;

import java.util.List;
import java.util.UUID;
import org.guildhall.ledger.ModuleLaw;
import org.guildhall.ledger.booking.RecountStore;
import org.springframework.stereotype.Component;

/** Works the accounts out again from their movements alone and compares with the lots and the entries as
 * booked. */
@Component
class ReplayLaw {

    private static final int MEMBERS_AT_ONCE = 500;

    private final RecountStore accounts;

    ReplayLaw(RecountStore accounts) {
        this.accounts = accounts;
    }

    ModuleLaw.Finding check() {
        long covered = 0;
        UUID after = new UUID(0, 0);
        while (true) {
            List<UUID> members = accounts.members(after, MEMBERS_AT_ONCE);
            if (members.isEmpty()) {
                return new ModuleLaw.Finding(covered, null);
            }
            var comparison = accounts.compare(members);
            covered += comparison.events();
            if (comparison.breach() != null) {
                return new ModuleLaw.Finding(covered, comparison.breach());
            }
            after = members.getLast();
        }
    }
}
