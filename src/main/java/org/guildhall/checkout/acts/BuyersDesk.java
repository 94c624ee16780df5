package org.guildhall.checkout.acts;

import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.guildhall.access.Access;
import org.guildhall.checkout.BuyerView;
import org.guildhall.checkout.Buyers;
import org.guildhall.checkout.CheckoutPermissions;
import org.guildhall.checkout.IdentifyBuyer;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.LedgerPermissions;
import org.guildhall.loyalty.LoyaltyPermissions;
import org.guildhall.members.ServedMember;
import org.guildhall.members.Serving;
import org.guildhall.prepaid.PrepaidPermissions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Identifies who stands at the counter, and tells what they have there. */
@Component
class BuyersDesk implements Buyers {

    private final Reach reach;
    private final Serving serving;
    private final Selling.Value value;
    private final Quoting quoting;
    private final BusinessTime time;

    BuyersDesk(Reach reach, Serving serving, Selling.Value value, Quoting quoting, BusinessTime time) {
        this.reach = reach;
        this.serving = serving;
        this.value = value;
        this.quoting = quoting;
        this.time = time;
    }

    @Override
    public List<BuyerView> identify(IdentifyBuyer command) {
        reach.require(command.store(), null, CheckoutPermissions.SELL);
        return serving.identify(command.shown(), command.store(), CheckoutPermissions.SELL).stream()
                .map(this::view)
                .toList();
    }

    @Override
    public BuyerView get(MemberId member) {
        return view(serving.get(member, CheckoutPermissions.SELL));
    }

    private BuyerView view(ServedMember member) {
        var access = reach.access();
        var id = member.id();
        var owned = value.ledger().available(List.of(id)).getOrDefault(id, Map.of());
        return new BuyerView(
                id,
                member.number(),
                member.status(),
                member.name(),
                member.mobile(),
                member.homeUnit(),
                member.until(),
                access.may(LoyaltyPermissions.READ)
                        ? value.loyalty().tiers(List.of(id)).get(id)
                        : null,
                access.may(LedgerPermissions.READ) ? Math.max(0, owned.getOrDefault(Asset.POINTS, 0L)) : null,
                stored(access, id, owned));
    }

    private BuyerView.@Nullable Stored stored(Access access, MemberId member, Map<Asset, Long> owned) {
        if (!access.may(PrepaidPermissions.PAY)) {
            return null;
        }
        var currency = quoting.rules(time.today()).policy().points().worth().currency();
        return new BuyerView.Stored(
                money(owned, Asset.PRINCIPAL, currency),
                money(owned, Asset.BONUS, currency),
                value.storedValue().spendable(member).frozen());
    }

    private static Money money(Map<Asset, Long> owned, Asset asset, Currency currency) {
        return new Money(owned.getOrDefault(asset, 0L), currency);
    }
}
