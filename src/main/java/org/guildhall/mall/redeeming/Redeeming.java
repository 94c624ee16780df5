package org.guildhall.mall.redeeming;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.guildhall.access.Access;
import org.guildhall.access.Audit;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.mall.MallPermissions;
import org.guildhall.mall.PriceQuery;
import org.guildhall.mall.PricedRedemption;
import org.guildhall.mall.Redeem;
import org.guildhall.mall.RedemptionView;
import org.guildhall.members.Serving;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes an order from somebody entitled and waits until it is placed. */
@Component
public class Redeeming {

    private final Access access;
    private final Serving serving;
    private final Audit audit;
    private final Counter counter;
    private final Prices prices;

    Redeeming(Access access, Serving serving, Audit audit, Counter counter, Prices prices) {
        this.access = access;
        this.serving = serving;
        this.audit = audit;
        this.counter = counter;
        this.prices = prices;
    }

    /** The order's identifier; the order and its code, which are absent when the key was known. */
    public record Placed(
            UUID id,
            @Nullable RedemptionView order,
            @Nullable String code) {}

    /** What an order would cost the member now. */
    public PricedRedemption price(PriceQuery asked) {
        serving.require(new MemberId(asked.member()), MallPermissions.REDEEM);
        return prices.of(asked);
    }

    /** Places an order; returns when points and pieces are durably held and its money is booked. */
    public Placed redeem(Redeem asked, String key) {
        asked.requireAmounts();
        serving.require(asked.member(), MallPermissions.REDEEM);
        var order = Order.of(asked, key, access.actor(), audit);
        try {
            return placed(counter.submit(order).join());
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    /** Places an order of an earlier day; the machine's alone. */
    public Placed redeem(Redeem asked, String key, Instant at) {
        if (!(access.actor() instanceof Actor.Machine machine)) {
            throw new IllegalStateException("only the machine enters orders of earlier days");
        }
        asked.requireAmounts();
        return placed(counter.place(Order.of(asked, key, machine, audit), at));
    }

    private static Placed placed(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Placed(var order, var code) -> new Placed(order.id(), order, code);
            case Outcome.Earlier(var order) -> new Placed(order, null, null);
            case Outcome.Refused(var reason) -> throw Refusal.of(reason);
        };
    }
}
