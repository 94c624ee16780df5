package org.guildhall.cashback.acts;

import org.guildhall.access.Access;
import org.guildhall.access.AccessRefusal;
import org.guildhall.access.Permission;
import org.guildhall.access.Scope;
import org.guildhall.access.Scopes;
import org.guildhall.cashback.CashbackRefusal;
import org.guildhall.jooq.cashback.tables.records.RebateRecord;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.UnitId;
import org.guildhall.members.Members;
import org.springframework.stereotype.Component;

/** How far somebody's powers over rebates reach: which members, which stores. */
@Component
class Reach {

    private final Access access;
    private final Members members;

    Reach(Access access, Members members) {
        this.access = access;
        this.members = members;
    }

    Actor actor() {
        return access.actor();
    }

    Scope require(Permission permission) {
        return access.require(permission);
    }

    void requireMember(MemberId member, Permission permission) {
        members.requireVisible(member, permission);
    }

    /** What concerns the whole company is for whom all of it is in reach. */
    void requireEverywhere(Permission permission) {
        if (!(access.require(permission) instanceof Scope.All)) {
            throw Refusal.of(new AccessRefusal.OutOfScope(permission.code(), "runs"));
        }
    }

    /** What was bought at a store is for whom that store is in reach, and for whom the member is. */
    void requireEither(RebateRecord row, Permission permission) {
        var store = row.getStoreId() == null ? null : new UnitId(row.getStoreId());
        if (!Scopes.includes(access.require(permission), store, null)) {
            members.requireVisible(new MemberId(row.getMemberId()), permission);
        }
    }

    static Refusal unknown(java.util.UUID rebate) {
        return Refusal.of(new CashbackRefusal.UnknownRebate(rebate));
    }
}
