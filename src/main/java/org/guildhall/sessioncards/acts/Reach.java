package org.guildhall.sessioncards.acts;

import org.guildhall.access.Access;
import org.guildhall.access.Organisation;
import org.guildhall.access.Permission;
import org.guildhall.access.Scope;
import org.guildhall.access.Scopes;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.UnitId;
import org.guildhall.members.Members;
import org.guildhall.sessioncards.SessionCardRefusal;
import org.springframework.stereotype.Component;

/** How far somebody's powers over cards and bookings reach: which members, which stores. */
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

    Access access() {
        return access;
    }

    Scope require(Permission permission) {
        return access.require(permission);
    }

    void requireMember(MemberId member, Permission permission) {
        members.requireVisible(member, permission);
    }

    /** Who acts at a store works at that open store. */
    void requireStore(UnitId store, Permission permission) {
        var scope = access.require(permission);
        if (organisation.stores().stream().noneMatch(unit -> unit.id().equals(store))) {
            throw InvalidInput.of("store", store, "open-store");
        }
        if (!Scopes.includes(scope, store, null)) {
            throw Refusal.of(new SessionCardRefusal.StoreOutOfReach(store.value()));
        }
    }

    /** What is of a store is for whom that store is in reach, and for whom the member is. */
    void requireEither(UnitId store, MemberId member, Permission permission) {
        if (!Scopes.includes(access.require(permission), store, null)) {
            members.requireVisible(member, permission);
        }
    }
}
