package org.guildhall.adjustments.acts;

import java.util.Collection;
import java.util.List;
import org.guildhall.access.Access;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.ledger.AccountHolders;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.KeptAssets;
import org.guildhall.ledger.LedgerPermissions;
import org.guildhall.ledger.LedgerRefusal;
import org.springframework.stereotype.Component;

/** Whose value may be changed by hand, by whom, and when it is. */
@Component
record ValueRights(Access access, AccountHolders holders, BusinessTime time, List<KeptAssets> kept) {

    /** Refuses who may not change this member's value, and assets that a module keeps by rules of its own. */
    void require(MemberId member, Collection<Asset> assets) {
        holders.require(member, LedgerPermissions.ADJUST);
        for (var keeper : kept) {
            for (var asset : assets) {
                if (keeper.assets().contains(asset)) {
                    throw Refusal.of(new LedgerRefusal.KeptByModule(asset, keeper.keeper()));
                }
            }
        }
    }
}
