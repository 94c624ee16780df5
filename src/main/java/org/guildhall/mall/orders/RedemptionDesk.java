package org.guildhall.mall.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.guildhall.access.Access;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.access.Organisation;
import org.guildhall.access.Scope;
import org.guildhall.access.Scopes;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Explanation;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.Slice;
import org.guildhall.kernel.UnitId;
import org.guildhall.mall.CancelMany;
import org.guildhall.mall.CancelOutcome;
import org.guildhall.mall.EndRedemption;
import org.guildhall.mall.ExportRedemptions;
import org.guildhall.mall.MallPermissions;
import org.guildhall.mall.MallRefusal;
import org.guildhall.mall.PickUp;
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
import org.guildhall.platform.Jobs;
import org.guildhall.policies.InForce;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets those entitled order, hand out, cancel and take back, each within their reach. */
@Component
class RedemptionDesk implements Redemptions {

    private static final int AT_ONCE = 200;

    private final RedemptionStore store;
    private final RedemptionSearch search;
    private final Counters counters;
    private final Rights rights;
    private final TransactionTemplate transaction;

    RedemptionDesk(
            RedemptionStore store,
            RedemptionSearch search,
            Counters counters,
            Rights rights,
            TransactionTemplate transaction) {
        this.store = store;
        this.search = search;
        this.counters = counters;
        this.rights = rights;
        this.transaction = transaction;
    }

    /** Where redemptions begin and end. */
    @Component
    record Counters(Redeeming redeeming, Ending ending, Attempts attempts, PickUpCodes codes, Jobs jobs) {}

    /** Who may what, where and when. */
    @Component
    record Rights(Access access, Members members, Organisation organisation, Audit audit, BusinessTime time) {}

    @Override
    public Redeemed redeem(Redeem command, String key) {
        rights.access.require(MallPermissions.REDEEM);
        var where = command.store();
        if (where != null) {
            requireOpen(where);
        }
        var placed = counters.redeeming.redeem(command, key);
        return new Redeemed(find(placed.order()).view(), placed.code(), placed.code() == null);
    }

    @Override
    public Slice<RedemptionView> list(RedemptionQuery query) {
        var scope = rights.access.require(MallPermissions.READ);
        if (query.member() != null) {
            rights.members.requireVisible(query.member(), MallPermissions.READ);
        }
        return search.page(query, scope);
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
        requireCounter(command.store());
        var order = find(byCode(command));
        requireAllowed(order, command.store());
        return order.view();
    }

    @Override
    public RedemptionView handOut(PickUp command, String key) {
        requireCounter(command.store());
        return inTransaction(byCode(command), order -> {
            requireAllowed(order, command.store());
            return counters.ending.handOut(order, new Ending.Wish(keyed("hand-out", key), command.store(), null));
        });
    }

    @Override
    public RedemptionView cancel(UUID id, EndRedemption command, String key) {
        var scope = rights.access.require(MallPermissions.CANCEL);
        return inTransaction(id, order -> {
            requireCancelling(order, scope);
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
            if (!Scopes.includes(scope, order.view().closedStore(), null)) {
                rights.members.requireVisible(order.view().member(), MallPermissions.TAKE_BACK);
            }
            return counters.ending.takeBack(order, new Ending.Wish(keyed("take-back", key), null, command.reason()));
        });
    }

    @Override
    public int giveUpOverdue() {
        return rights.access.runAs(new Actor.Machine("mall-clock"), () -> {
            counters.attempts.tidy();
            int given = 0;
            List<UUID> due;
            do {
                due = store.overdue(rights.time.now(), AT_ONCE);
                for (var id : due) {
                    given += inTransaction(id, this::giveUp) ? 1 : 0;
                }
            } while (due.size() == AT_ONCE);
            return given;
        });
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
        rights.access.require(MallPermissions.EXPORT);
        return counters.jobs.get(counters.jobs.start(ExportJob.CODE, command, rights.access.actor(), null));
    }

    private void requireCounter(UnitId where) {
        var scope = rights.access.require(MallPermissions.HAND_OUT);
        requireOpen(where);
        if (!Scopes.includes(scope, where, null)) {
            throw Refusal.of(new MallRefusal.StoreOutOfReach(where.value()));
        }
    }

    private void requireOpen(UnitId where) {
        if (rights.organisation.stores().stream().noneMatch(unit -> unit.id().equals(where))) {
            throw InvalidInput.of("store", where, "open-store");
        }
    }

    private UUID byCode(PickUp command) {
        return counters.attempts.find(
                () -> store.byCode(counters.codes.hash(command.digits())).orElse(null));
    }

    /** The chosen store, or any at which the reward is to be had. */
    private static void requireAllowed(Stored order, UnitId where) {
        var view = order.view();
        boolean allowed = view.store() == null
                ? view.stores().isEmpty() || view.stores().contains(where)
                : view.store().equals(where);
        if (!allowed) {
            throw Refusal.of(new MallRefusal.NotAtThisStore(where.value()));
        }
    }

    private void requireCancelling(Stored order, Scope scope) {
        boolean everywhere = Scopes.includes(scope, null, null);
        boolean here = Scopes.includes(scope, order.view().store(), null);
        boolean allowed = switch (rules(order).policy().cancelling()) {
            case NOBODY -> false;
            case SERVICE -> everywhere;
            case STORES_TOO -> everywhere || here;
        };
        if (!allowed) {
            throw Refusal.of(new MallRefusal.CancelNotAllowed());
        }
    }

    private Stored readable(UUID id) {
        var scope = rights.access.require(MallPermissions.READ);
        var order = find(id);
        if (!Scopes.includes(scope, order.view().store(), null)) {
            rights.members.requireVisible(order.view().member(), MallPermissions.READ);
        }
        return order;
    }

    private Stored find(UUID id) {
        return known(store.find(id).orElse(null), id);
    }

    private <T> T inTransaction(UUID id, Function<Stored, T> work) {
        return Objects.requireNonNull(
                transaction.execute(status -> work.apply(known(store.lock(id).orElse(null), id))));
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
