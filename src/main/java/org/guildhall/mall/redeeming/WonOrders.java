package org.guildhall.mall.redeeming;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guildhall.access.Access;
import org.guildhall.access.Audit;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.loyalty.Loyalty;
import org.guildhall.mall.MallRefusal;
import org.guildhall.mall.PrizeRedemptions.Ordered;
import org.guildhall.mall.Redeem;
import org.guildhall.mall.RewardView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Places orders of rewards that were won, each within the caller's transaction. */
@Component
public class WonOrders {

    private final Placing placing;
    private final PlacingStore store;
    private final Loyalty loyalty;
    private final Access access;
    private final Audit audit;

    WonOrders(Placing placing, PlacingStore store, Loyalty loyalty, Access access, Audit audit) {
        this.placing = placing;
        this.store = store;
        this.loyalty = loyalty;
        this.access = access;
        this.audit = audit;
    }

    /** Why so many pieces cannot be won on these days. */
    public Optional<String> hindrance(UUID reward, long pieces, LocalDate firstDay, LocalDate lastDay) {
        var offer = store.lock(List.of(reward)).get(reward);
        if (offer == null) {
            return Optional.of("mall.unknown-reward");
        }
        var from = offer.details().firstDay();
        var to = offer.details().lastDay();
        boolean onItsDays = (from == null || !from.isAfter(firstDay)) && (to == null || !to.isBefore(lastDay));
        if (offer.state() != RewardView.State.ON_SALE || !onItsDays) {
            return Optional.of("mall.not-on-sale");
        }
        return offer.available() < pieces ? Optional.of("mall.sold-out") : Optional.empty();
    }

    /** What a piece costs the member, its stock held. */
    public long price(UUID reward, MemberId member) {
        var offer = store.lock(List.of(reward)).get(reward);
        if (offer == null) {
            throw Refusal.of(new MallRefusal.UnknownReward(reward));
        }
        return offer.details().price(loyalty.tiers(List.of(member)).get(member));
    }

    /** Places the order now, or as of an earlier instant. */
    public Ordered order(Redeem asked, String key, @Nullable Instant at) {
        var order = Order.of(asked, key, access.actor(), audit).asWon();
        return switch (placing.place(List.of(order), at).getFirst()) {
            case Outcome.Placed(var placed, var code) -> new Ordered(placed.id(), code);
            case Outcome.Earlier(var earlier) -> new Ordered(earlier, null);
            case Outcome.Refused(var reason) -> throw Refusal.of(reason);
        };
    }
}
