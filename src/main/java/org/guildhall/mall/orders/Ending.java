package org.guildhall.mall.orders;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.guildhall.access.Access;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.UnitId;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.CauseKey;
import org.guildhall.ledger.Contra;
import org.guildhall.ledger.Ledger;
import org.guildhall.ledger.Movement;
import org.guildhall.ledger.Posting;
import org.guildhall.ledger.Receipt;
import org.guildhall.mall.MallRefusal;
import org.guildhall.mall.RedemptionPolicy;
import org.guildhall.mall.RedemptionView;
import org.guildhall.mall.RedemptionView.State;
import org.guildhall.mall.StockMovement;
import org.guildhall.mall.money.CashStore;
import org.guildhall.policies.InForce;
import org.guildhall.policies.Policies;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Ends redemptions within the caller's transaction: order, pieces, points and money change together.
 *
 * <p>Everybody locks in one order, so that nobody waits for each other: the order, then its stock, then the account.
 */
@Component
class Ending {

    private final RedemptionStore store;
    private final ShelfStore shelf;
    private final Value value;
    private final Audit audit;
    private final BusinessTime time;

    Ending(RedemptionStore store, ShelfStore shelf, Value value, Audit audit, BusinessTime time) {
        this.store = store;
        this.shelf = shelf;
        this.value = value;
        this.audit = audit;
        this.time = time;
    }

    /** Points, money, rules, and who acts. */
    @Component
    record Value(Ledger ledger, CashStore cash, Policies policies, Access access) {

        InForce<RedemptionPolicy> rules(Stored order) {
            return policies.version(RedemptionPolicy.KIND, order.rules());
        }
    }

    /** Who ends it with which key, where and why. */
    record Wish(UUID key, @Nullable UnitId store, @Nullable String reason) {}

    /** The rules that hold for an order as long as it lives. */
    InForce<RedemptionPolicy> rules(Stored order) {
        return value.rules(order);
    }

    /** Hands the pieces out and spends the points. */
    RedemptionView handOut(Stored order, Wish wish) {
        var view = order.view();
        if (view.state() != State.WAITING) {
            return repeated(order, wish, State.FULFILLED);
        }
        if (!time.now().isBefore(view.pickUpBy())) {
            throw Refusal.of(new MallRefusal.PickUpOver(view.pickUpBy()));
        }
        requireUnused(wish);
        move(view, StockMovement.Kind.FULFILLED);
        var used = value.ledger.use(CauseKey.of("redemption-use|" + view.id()), order.hold());
        return close(order, wish, State.FULFILLED, used.postingId(), 0);
    }

    /** Lets pieces, points and money go back where they came from. */
    RedemptionView release(Stored order, Wish wish, State state) {
        var view = order.view();
        if (view.state() != State.WAITING) {
            return repeated(order, wish, state);
        }
        return close(order, wish, state, null, giveAgain(order, released(order, wish)));
    }

    /**
     * Cancels what was won, whose points go back to whoever gave them: nothing is given anew, even if they expired meanwhile.
     */
    RedemptionView withdraw(Stored order, Wish wish) {
        if (order.view().state() != State.WAITING) {
            return repeated(order, wish, State.CANCELLED);
        }
        released(order, wish);
        return close(order, wish, State.CANCELLED, null, 0);
    }

    private Receipt released(Stored order, Wish wish) {
        requireUnused(wish);
        move(order.view(), StockMovement.Kind.RELEASED);
        giveBack(order.view());
        return value.ledger.release(
                CauseKey.of("redemption-release|" + order.view().id()), order.hold());
    }

    /** Takes the pieces back, reverses the spending and gives the money back. */
    RedemptionView takeBack(Stored order, Wish wish) {
        var view = order.view();
        if (view.state() == State.RETURNED && wish.key.equals(order.returnKey())) {
            requireSame(view, same(view.returnReason(), wish.reason));
            return view;
        }
        if (view.state() != State.FULFILLED || order.use() == null || view.closedAt() == null) {
            throw Refusal.of(new MallRefusal.NotHandedOut(view.id(), view.state()));
        }
        var rules = value.rules(order).policy();
        if (!rules.mayReturn(time.dateOf(view.closedAt()), time.today())) {
            throw Refusal.of(new MallRefusal.TooLateToTakeBack(rules.returnDays(), view.closedAt()));
        }
        requireUnused(wish);
        move(view, StockMovement.Kind.RETURNED);
        giveBack(view);
        var back = value.ledger.reverse(CauseKey.of("redemption-return|" + view.id()), order.use(), null);
        var end = end(wish, State.RETURNED, null, giveAgain(order, back));
        if (!store.takenBack(view.id(), end)) {
            throw new IllegalStateException("locked, and yet not as it was");
        }
        audit(view, "mall.taken-back", wish);
        return find(view.id());
    }

    private RedemptionView close(Stored order, Wish wish, State state, @Nullable UUID use, long givenAgain) {
        if (!store.close(order.view().id(), end(wish, state, use, givenAgain))) {
            throw new IllegalStateException("locked, and yet not as it was");
        }
        audit(order.view(), "mall." + (state == State.FULFILLED ? "handed-out" : state.code()), wish);
        return find(order.view().id());
    }

    /** The same key gives the earlier result; anything else comes too late. */
    private static RedemptionView repeated(Stored order, Wish wish, State wanted) {
        var state = order.view().state();
        boolean same = wish.key.equals(order.closeKey())
                && (state == wanted || (wanted == State.FULFILLED && state == State.RETURNED));
        if (!same) {
            throw Refusal.of(new MallRefusal.NotWaiting(order.view().id(), state));
        }
        var view = order.view();
        requireSame(view, Objects.equals(view.closedStore(), wish.store) && same(view.reason(), wish.reason));
        return view;
    }

    /** A key ends one order in one way. */
    private void requireUnused(Wish wish) {
        store.endedWith(wish.key).ifPresent(other -> {
            throw Refusal.of(new MallRefusal.RedemptionDiffers(other));
        });
    }

    private static void requireSame(RedemptionView view, boolean same) {
        if (!same) {
            throw Refusal.of(new MallRefusal.RedemptionDiffers(view.id()));
        }
    }

    /** Words that were erased since could have been any. */
    private static boolean same(@Nullable String kept, @Nullable String said) {
        return "".equals(kept) || Objects.equals(kept, said);
    }

    /** Gives anew what came back to lots that are no longer valid, if the rules say so; how much. */
    private long giveAgain(Stored order, Receipt back) {
        long expired = 0;
        for (var entry : back.entries()) {
            for (var part : entry.parts()) {
                var expiresOn = part.expiresOn();
                boolean returned =
                        part.amount() > 0 && (part.contra() == Contra.HELD || part.contra() == Contra.REDEEMED);
                if (returned && expiresOn != null && !expiresOn.isAfter(time.today())) {
                    expired = Math.addExact(expired, part.amount());
                }
            }
        }
        var rules = value.rules(order);
        if (expired == 0 || rules.policy().expired() == RedemptionPolicy.ExpiredPoints.LAPSE) {
            return 0;
        }
        var validUntil = time.today().plusDays(rules.policy().givenAgainDays() + 1L);
        value.ledger.post(List.of(new Posting(
                CauseKey.of("redemption-again|" + order.view().id()),
                order.view().member(),
                "restoration",
                null,
                MallExplanations.CAUSE,
                order.view().id(),
                List.of(new Movement.Grant(Asset.POINTS, expired, validUntil)),
                null,
                rules.version())));
        return expired;
    }

    private RedemptionStore.End end(Wish wish, State state, @Nullable UUID use, long givenAgain) {
        return new RedemptionStore.End(
                state,
                time.now(),
                value.access.actor().reference(),
                wish.store,
                wish.reason,
                wish.key,
                use,
                givenAgain);
    }

    private void giveBack(RedemptionView order) {
        if (order.cash() != null) {
            var actor = value.access.actor().reference();
            value.cash.giveBack(order.id(), new CashStore.Turn(time.today(), time.now(), actor));
        }
    }

    private void move(RedemptionView order, StockMovement.Kind kind) {
        var actor = value.access.actor().reference();
        shelf.move(order, kind, new ShelfStore.Mover(Ids.next(time.clock()), actor, time.now()));
    }

    private void audit(RedemptionView order, String act, Wish wish) {
        audit.record(AuditEntry.of(
                        act,
                        "redemption",
                        order.id(),
                        "reward",
                        order.reward().code(),
                        "quantity",
                        order.quantity(),
                        "points",
                        order.points(),
                        "cash",
                        order.cash(),
                        "reason",
                        wish.reason)
                .about(order.member())
                .in(wish.store == null ? order.store() : wish.store));
    }

    private RedemptionView find(UUID id) {
        return store.find(id).orElseThrow().view();
    }
}
