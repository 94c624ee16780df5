package org.guildhall.prepaid.acts;

import java.util.UUID;
import org.guildhall.access.Access;
import org.guildhall.access.Organisation;
import org.guildhall.access.Permission;
import org.guildhall.access.Scope;
import org.guildhall.access.Scopes;
import org.guildhall.jooq.prepaid.tables.records.MovementRecord;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.UnitId;
import org.guildhall.members.Members;
import org.guildhall.members.Serving;
import org.guildhall.prepaid.PrepaidRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How far somebody's powers over stored value reach: which members, which stores. */
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

    /** The member is within reach. */
    void require(MemberId member, Permission permission) {
        members.requireVisible(member, permission);
    }

    /** The member is within reach, and the store is an open one of the own; only who reaches everything acts without a store. */
    void require(MemberId member, @Nullable UnitId store, Permission permission) {
        require(member, permission);
        require(store, permission);
    }

    /** The member is within reach or served at the counter. */
    void requireServed(MemberId member, Permission permission) {
        serving.require(member, permission);
    }

    /** The same, and the store is an open one of the own. */
    void requireServed(MemberId member, @Nullable UnitId store, Permission permission) {
        requireServed(member, permission);
        require(store, permission);
    }

    /** The store is an open one of the own. */
    void require(@Nullable UnitId store, Permission permission) {
        var scope = access.require(permission);
        if (store != null
                && organisation.stores().stream().noneMatch(unit -> unit.id().equals(store))) {
            throw InvalidInput.of("store", store, "open-store");
        }
        if (!Scopes.includes(scope, store, null)) {
            throw Refusal.of(new PrepaidRefusal.StoreOutOfReach(store == null ? "" : store.toString()));
        }
    }

    /** A movement is within reach where its store or its member is. */
    void require(MovementRecord movement, Permission permission) {
        var scope = access.require(permission);
        if (!Scopes.includes(scope, unit(movement.getStoreId()), null)) {
            require(new MemberId(movement.getMemberId()), permission);
        }
    }

    boolean may(Permission permission) {
        return access.may(permission);
    }

    Scope scope(Permission permission) {
        return access.require(permission);
    }

    static @Nullable UnitId unit(@Nullable UUID id) {
        return id == null ? null : new UnitId(id);
    }
}
