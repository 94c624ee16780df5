package org.guildhall.checkout.acts;

import org.guildhall.access.Access;
import org.guildhall.access.Organisation;
import org.guildhall.access.Permission;
import org.guildhall.access.Scope;
import org.guildhall.access.Scopes;
import org.guildhall.checkout.CheckoutPermissions;
import org.guildhall.checkout.CheckoutRefusal;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.UnitId;
import org.guildhall.loyalty.LoyaltyPermissions;
import org.guildhall.members.Members;
import org.guildhall.members.Serving;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How far somebody's powers at the counter reach: which stores, which members. */
@Component
class Reach {

    private final Access access;
    private final Members members;
    private final Serving serving;
    private final Organisation organisation;

    Reach(Access access, Members members, Serving serving, Organisation organisation) {
        this.access = access;
        this.members = members;
        this.serving = serving;
        this.organisation = organisation;
    }

    /** Who stands behind the counter works at that open store, and the member, if there is one, is within reach or served there. */
    void require(UnitId store, @Nullable MemberId member, Permission permission) {
        var scope = access.require(permission);
        if (organisation.stores().stream().noneMatch(unit -> unit.id().equals(store))) {
            throw InvalidInput.of("store", store, "open-store");
        }
        if (!Scopes.includes(scope, store, null)) {
            throw Refusal.of(new CheckoutRefusal.StoreOutOfReach(store.value()));
        }
        if (member != null) {
            serving.require(member, permission);
        }
    }

    /** Whether what the actor sells there would be recorded as a purchase; who may not is refused when it comes to that. */
    boolean mayRecord(UnitId store) {
        return access.may(LoyaltyPermissions.RECORD)
                && Scopes.includes(access.require(LoyaltyPermissions.RECORD), store, null);
    }

    /** Whether the actor makes large sales at that store. */
    boolean maySellLarge(UnitId store) {
        return access.may(CheckoutPermissions.SELL_LARGE)
                && Scopes.includes(access.require(CheckoutPermissions.SELL_LARGE), store, null);
    }

    /** A checkout is seen where its store or its member is. */
    void requireReadable(UnitId store, @Nullable MemberId member, Permission permission) {
        var scope = access.require(permission);
        if (Scopes.includes(scope, store, null)) {
            return;
        }
        if (member == null) {
            throw Refusal.of(new CheckoutRefusal.StoreOutOfReach(store.value()));
        }
        members.requireVisible(member, permission);
    }

    Scope scope() {
        return access.require(CheckoutPermissions.READ);
    }

    void requireVisible(MemberId member) {
        members.requireVisible(member, CheckoutPermissions.READ);
    }

    Access access() {
        return access;
    }
}
