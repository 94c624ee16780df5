package org.guildhall.mall.redeeming;

import java.util.List;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.loyalty.Loyalty;
import org.guildhall.mall.MallRefusal;
import org.guildhall.mall.PriceQuery;
import org.guildhall.mall.PricedRedemption;
import org.springframework.stereotype.Component;

/** Says what an order would cost now. */
@Component
class Prices {

    private final PlacingStore store;
    private final Loyalty loyalty;

    Prices(PlacingStore store, Loyalty loyalty) {
        this.store = store;
        this.loyalty = loyalty;
    }

    PricedRedemption of(PriceQuery asked) {
        var details = store.details(asked.reward())
                .orElseThrow(() -> Refusal.of(new MallRefusal.UnknownReward(asked.reward())));
        var member = new MemberId(asked.member());
        var tier = details.tierPrices().isEmpty()
                ? null
                : loyalty.tiers(List.of(member)).get(member);
        long points = details.price(tier);
        return new PricedRedemption(
                points,
                details.cash(),
                points == details.points() ? null : tier,
                details.price(tier, asked.quantity()));
    }
}
