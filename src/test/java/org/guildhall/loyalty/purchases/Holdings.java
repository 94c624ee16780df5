package org.guildhall.loyalty.purchases;

import java.util.List;
import org.guildhall.kernel.MemberId;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.Ledger;
import org.guildhall.loyalty.Loyalty;

/**
 * What must be equal of members with the same life: lots by asset and expiry, the steps of the tier history that hold, and the
 * standing.
 */
record Holdings(List<String> points, List<String> growth, List<String> tiers, String standing) {

    static Holdings of(MemberId member, Loyalty loyalty, Ledger ledger) {
        var standing = loyalty.standing(member);
        return new Holdings(
                lots(member, Asset.POINTS, ledger),
                lots(member, Asset.GROWTH, ledger),
                loyalty.tierHistory(member).stream()
                        .filter(step -> step.withdrawnAt() == null)
                        .map(step -> step.effectiveAt() + " " + step.from() + ">" + step.to() + " " + step.reason()
                                + " by " + step.policyVersion())
                        .sorted()
                        .toList(),
                standing.tier() + " " + standing.since() + " " + standing.keepUntil() + " " + standing.growth() + " "
                        + standing.points() + " " + standing.spend() + " " + standing.visits());
    }

    private static List<String> lots(MemberId member, Asset asset, Ledger ledger) {
        return ledger.lots(member, asset).stream()
                .filter(lot -> lot.amount() != 0)
                .map(lot -> lot.expiresOn() + (lot.owed() ? " owed " : " ") + lot.amount())
                .sorted()
                .toList();
    }
}
