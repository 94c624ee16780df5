package org.guildhall.mall.orders;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.guildhall.access.Access;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.access.ListFiles;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Explanation;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.Slice;
import org.guildhall.mall.CancelMany;
import org.guildhall.mall.CancelOutcome;
import org.guildhall.mall.EndRedemption;
import org.guildhall.mall.ExportRedemptions;
import org.guildhall.mall.FoundingRedemptions;
import org.guildhall.mall.MallPermissions;
import org.guildhall.mall.MallRefusal;
import org.guildhall.mall.PickUp;
import org.guildhall.mall.PriceQuery;
import org.guildhall.mall.PricedRedemption;
import org.guildhall.mall.Redeem;
import org.guildhall.mall.Redeemed;
import org.guildhall.mall.RedemptionPolicy;
import org.guildhall.mall.RedemptionQuery;
import org.guildhall.mall.RedemptionView;
import org.guildhall.mall.RedemptionView.State;
import org.guildhall.mall.Redemptions;
import org.guildhall.mall.codes.PickUpCodes;
import org.guildhall.mall.redeeming.Redeeming;
import org.guildhall.members.Members;
import org.guildhall.platform.JobView;
import org.guildhall.platform.OneByOne;
import org.guildhall.platform.RetriedTransaction;
import org.guildhall.policies.InForce;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets those entitled order, hand out, cancel and take back, each within their reach. */
@Component
class RedemptionDesk implements Redemptions, FoundingRedemptions {

    private static final int AT_ONCE = 200;
    private final RedemptionStore store;
    private final Counters counters;
    private final Rights rights;
    private final Reach reach;
    private final RetriedTransaction transaction;

    RedemptionDesk(
            RedemptionStore store, Counters counters, Rights rights, Reach reach, RetriedTransaction transaction) {
        this.store = store;
        this.reach = reach;
        this.counters = counters;
        this.rights = rights;
        this.transaction = transaction;
    }

    /** Where redemptions begin and end. */
    @Component
    record Counters(Redeeming redeeming, Ending ending, Attempts attempts, PickUpCodes codes, ListFiles files) {}

    /** Who acts, what they see, and when. */
    @Component
    record Rights(Access access, Members members, RedemptionSearch search, Audit audit, BusinessTime time) {}

    @Override
    public PricedRedemption price(PriceQuery query) {
        rights.access.require(MallPermissions.REDEEM);
        return counters.redeeming.price(query);
    }

    @Override
    public Redeemed redeem(Redeem command, String key) {
        reach.requireOrdering(command);
        return redeemed(counters.redeeming.redeem(command, key));
    }

    @Override
    public Redeemed place(Redeem command, String key, Instant at) {
        return redeemed(counters.redeeming.redeem(command, key, at));
    }

    private Redeemed redeemed(Redeeming.Placed placed) {
        var order = placed.order();
        return new Redeemed(order == null ? find(placed.id()).view() : order, placed.code(), order == null);
    }

    @Override
    public Slice<RedemptionView> list(RedemptionQuery query) {
        var scope = rights.access.require(MallPermissions.READ);
        if (query.member() != null) {
            rights.members.requireVisible(new MemberId(query.member()), MallPermissions.READ);
        }
        return rights.search.page(query, scope);
    }

    @Override
    public RedemptionView get(UUID id) {
        return readable(id).view();
    }

    @Override
    public Explanation why(UUID id) {
        var order = readable(id);
        return RedemptionExplanation.of(order.view(), rules(order));
    }

    private InForce<RedemptionPolicy> rules(Stored order) {
        return counters.ending.rules(order);
    }

    @Override
    public Redeemed renewCode(UUID id) {
        rights.access.require(MallPermissions.REDEEM);
        var code = counters.codes.next();
        var view = inTransaction(id, order -> {
            rights.members.requireVisible(order.view().member(), MallPermissions.REDEEM);
            if (order.view().state() != State.WAITING) {
                throw Refusal.of(new MallRefusal.NotWaiting(id, order.view().state()));
            }
            store.code(id, counters.codes.hash(code));
            rights.audit.record(AuditEntry.of("mall.code-renewed", "redemption", id)
                    .about(order.view().member()));
            return order.view();
        });
        return new Redeemed(view, code, false);
    }

    @Override
    public RedemptionView lookUp(PickUp command) {
        reach.requireCounter(command.store());
        var order = find(byCode(command));
        Reach.requireAllowed(order.view(), command.store());
        return order.view();
    }

    @Override
    public RedemptionView handOut(PickUp command, String key) {
        reach.requireCounter(command.store());
        return inTransaction(byCode(command), order -> {
            Reach.requireAllowed(order.view(), command.store());
            return counters.ending.handOut(order, new Ending.Wish(keyed("hand-out", key), command.store(), null));
        });
    }

    @Override
    public RedemptionView cancel(UUID id, EndRedemption command, String key) {
        var scope = rights.access.require(MallPermissions.CANCEL);
        return inTransaction(id, order -> {
            reach.requireCancelling(scope, order.view().store(), rules(order).policy());
            Reach.requireTill(scope, order.view());
            return counters.ending.release(
                    order, new Ending.Wish(keyed("cancel", key), null, command.reason()), State.CANCELLED);
        });
    }

    @Override
    public List<CancelOutcome> cancelAll(CancelMany command, String key) {
        rights.access.require(MallPermissions.CANCEL);
        var outcomes = new ArrayList<CancelOutcome>();
        for (var id : command.redemptions()) {
            outcomes.add(cancelOne(id, command.reason(), key + "|" + id));
        }
        return outcomes;
    }

    private CancelOutcome cancelOne(UUID id, String reason, String key) {
        try {
            cancel(id, new EndRedemption(reason), key);
            return new CancelOutcome(id, true, null);
        } catch (Refusal refusal) {
            return new CancelOutcome(id, false, refusal.reason().code());
        }
    }

    @Override
    public RedemptionView takeBack(UUID id, EndRedemption command, String key) {
        var scope = rights.access.require(MallPermissions.TAKE_BACK);
        return inTransaction(id, order -> {
            reach.requireTakingBack(order, scope);
            Reach.requireTill(scope, order.view());
            return counters.ending.takeBack(order, new Ending.Wish(keyed("take-back", key), null, command.reason()));
        });
    }

    @Override
    public int giveUpOverdue() {
        return rights.access.runAs(
                new Actor.Machine("mall-clock"),
                () -> OneByOne.work(
                        AT_ONCE,
                        (Set<UUID> but) -> store.overdue(rights.time.now(), but, AT_ONCE),
                        id -> inTransaction(id, this::giveUp)));
    }

    private boolean giveUp(Stored order) {
        var view = order.view();
        if (view.state() != State.WAITING || rights.time.now().isBefore(view.pickUpBy())) {
            return false;
        }
        var wish = new Ending.Wish(keyed("give-up", view.id().toString()), null, null);
        counters.ending.release(order, wish, State.EXPIRED);
        return true;
    }

    @Override
    public JobView export(ExportRedemptions command) {
        return counters.files.start(RedemptionExport.KIND, command);
    }

    private UUID byCode(PickUp command) {
        return counters.attempts.find(
                () -> store.byCode(counters.codes.hash(command.digits())).orElse(null));
    }

    private Stored readable(UUID id) {
        var scope = rights.access.require(MallPermissions.READ);
        var order = find(id);
        reach.requireReadable(order, scope);
        return order;
    }

    private Stored find(UUID id) {
        return known(store.find(id).orElse(null), id);
    }

    /** Once more after a deadlock, or when the same key just ended another order. */
    private <T> T inTransaction(UUID id, Function<Stored, T> work) {
        return transaction.get(() -> work.apply(known(store.lock(id).orElse(null), id)));
    }

    private static Stored known(@Nullable Stored order, UUID id) {
        if (order == null) {
            throw Refusal.of(new MallRefusal.UnknownRedemption(id));
        }
        return order;
    }

    private static UUID keyed(String act, String key) {
        return Ids.derived(act + "|" + key);
    }
}
