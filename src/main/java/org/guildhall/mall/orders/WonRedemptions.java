package org.guildhall.mall.orders;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.mall.MallRefusal;
import org.guildhall.mall.PrizeRedemptions;
import org.guildhall.mall.Redeem;
import org.guildhall.mall.redeeming.WonOrders;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Orders what was won and cancels it again, within the transaction of whoever gives it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class WonRedemptions implements PrizeRedemptions {

    private final WonOrders orders;
    private final RedemptionStore store;
    private final Ending ending;

    WonRedemptions(WonOrders orders, RedemptionStore store, Ending ending) {
        this.orders = orders;
        this.store = store;
        this.ending = ending;
    }

    @Override
    public Optional<String> hindrance(UUID reward, long pieces, LocalDate firstDay, LocalDate lastDay) {
        return orders.hindrance(reward, pieces, firstDay, lastDay);
    }

    @Override
    public long price(UUID reward, MemberId member) {
        return orders.price(reward, member);
    }

    @Override
    public Ordered order(Redeem command, String key, @Nullable Instant at) {
        return orders.order(command, key, at);
    }

    @Override
    public void cancel(UUID redemption, String reason, String key) {
        var order = store.lock(redemption).orElseThrow(() -> Refusal.of(new MallRefusal.UnknownRedemption(redemption)));
        ending.withdraw(order, new Ending.Wish(Ids.derived("prize-back|" + key), null, reason));
    }
}
