package org.guildhall.mall.orders;

import org.guildhall.access.Access;
import org.guildhall.access.Organisation;
import org.guildhall.access.Scope;
import org.guildhall.access.Scopes;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.UnitId;
import org.guildhall.mall.MallPermissions;
import org.guildhall.mall.MallRefusal;
import org.guildhall.mall.Redeem;
import org.guildhall.mall.RedemptionPolicy;
import org.guildhall.mall.RedemptionView;
import org.guildhall.members.Members;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How far somebody's powers over redemptions reach: which orders, which stores. */
@Component
class Reach {

    private final Access access;
    private final Members members;
    private final Organisation organisation;

    Reach(Access access, Members members, Organisation organisation) {
        this.access = access;
        this.members = members;
        this.organisation = organisation;
    }

    /** An order is seen where its store or its member is. */
    void requireReadable(Stored order, Scope scope) {
        if (!Scopes.includes(scope, order.view().store(), null)) {
            members.requireVisible(order.view().member(), MallPermissions.READ);
        }
    }

    /** What was handed out is taken back where that was, or by those whose reach includes the member. */
    void requireTakingBack(Stored order, Scope scope) {
        if (!Scopes.includes(scope, order.view().closedStore(), null)) {
            members.requireVisible(order.view().member(), MallPermissions.TAKE_BACK);
        }
    }

    /** Who orders for a member sends the member to a store of the own reach, or to any, and takes money at one of them. */
    void requireOrdering(Redeem command) {
        var scope = access.require(MallPermissions.REDEEM);
        if (command.store() != null) {
            requireWithin(scope, command.store());
        }
        var payment = command.payment();
        if (payment != null) {
            requireTill(scope, payment.store());
        }
    }

    private void requireTill(Scope scope, UnitId till) {
        if (organisation.stores().stream().noneMatch(unit -> unit.id().equals(till))) {
            throw InvalidInput.of("payment.store", till, "open-store");
        }
        requireWithin(scope, till);
    }

    /** Money goes back from the till that took it, so by somebody whose reach includes that store. */
    static void requireTill(Scope scope, RedemptionView order) {
        var cash = order.cash();
        for (var payment : order.payments()) {
            if (cash != null && !Scopes.includes(scope, payment.store(), null)) {
                throw Refusal.of(new MallRefusal.MoneyElsewhere(payment.store().value(), cash));
            }
        }
    }

    /** Who stands behind a counter works at that store. */
    void requireCounter(UnitId where) {
        requireWithin(access.require(MallPermissions.HAND_OUT), where);
    }

    private void requireWithin(Scope scope, UnitId where) {
        requireOpen(where);
        if (!Scopes.includes(scope, where, null)) {
            throw Refusal.of(new MallRefusal.StoreOutOfReach(where.value()));
        }
    }

    void requireOpen(UnitId where) {
        if (organisation.stores().stream().noneMatch(unit -> unit.id().equals(where))) {
            throw InvalidInput.of("store", where, "open-store");
        }
    }

    /** The chosen store, or any at which the reward is to be had. */
    static void requireAllowed(RedemptionView order, UnitId where) {
        boolean allowed = order.store() == null
                ? order.stores().isEmpty() || order.stores().contains(where)
                : order.store().equals(where);
        if (!allowed) {
            throw Refusal.of(new MallRefusal.NotAtThisStore(where.value()));
        }
    }

    /** The rules of the order say who cancels: nobody, those entitled everywhere, or also those of its store. */
    void requireCancelling(Scope scope, @Nullable UnitId store, RedemptionPolicy rules) {
        boolean everywhere = Scopes.includes(scope, null, null);
        boolean allowed = switch (rules.cancelling()) {
            case NOBODY -> false;
            case SERVICE -> everywhere;
            case STORES_TOO -> everywhere || Scopes.includes(scope, store, null);
        };
        if (!allowed) {
            throw Refusal.of(new MallRefusal.CancelNotAllowed());
        }
    }
}
