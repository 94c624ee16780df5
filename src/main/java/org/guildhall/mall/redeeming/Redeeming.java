package org.guildhall.mall.redeeming;

import java.util.concurrent.CompletionException;
import org.guildhall.access.Access;
import org.guildhall.access.Audit;
import org.guildhall.kernel.Refusal;
import org.guildhall.mall.MallPermissions;
import org.guildhall.mall.Redeem;
import org.guildhall.members.Members;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes an order from somebody entitled and waits until it is placed. */
@Component
public class Redeeming {

    private final Access access;
    private final Members members;
    private final Audit audit;
    private final Counter counter;

    Redeeming(Access access, Members members, Audit audit, Counter counter) {
        this.access = access;
        this.members = members;
        this.audit = audit;
        this.counter = counter;
    }

    /** The order's identifier and its code, which is absent when the key was known. */
    public record Placed(java.util.UUID order, @Nullable String code) {}

    /** Places an order; returns when points and pieces are durably held. */
    public Placed redeem(Redeem asked, String key) {
        access.require(MallPermissions.REDEEM);
        members.requireVisible(asked.member(), MallPermissions.REDEEM);
        try {
            return switch (counter.submit(Order.of(asked, key, access.actor(), audit))
                    .join()) {
                case Outcome.Placed(var order, var code) -> new Placed(order, code);
                case Outcome.Earlier(var order) -> new Placed(order, null);
                case Outcome.Refused(var reason) -> throw Refusal.of(reason);
            };
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }
}
