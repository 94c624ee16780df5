package org.guildhall.benefits.acts;

import java.util.List;
import org.guildhall.access.Access;
import org.guildhall.access.Organisation;
import org.guildhall.access.Permission;
import org.guildhall.access.Scope;
import org.guildhall.access.Scopes;
import org.guildhall.benefits.BenefitPermissions;
import org.guildhall.benefits.BenefitRefusal;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.UnitId;
import org.guildhall.members.Members;
import org.guildhall.members.Serving;
import org.springframework.stereotype.Component;

/** How far somebody's powers over benefits reach: which members, which stores. */
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

    Access access() {
        return access;
    }

    Scope require(Permission permission) {
        return access.require(permission);
    }

    void requireMember(MemberId member, Permission permission) {
        members.requireVisible(member, permission);
    }

    /** The member is within reach or served at the counter. */
    void requireServed(MemberId member) {
        serving.require(member, BenefitPermissions.USE);
    }

    /** Who stands behind a counter works at that open store. */
    void requireCounter(UnitId store) {
        var scope = access.require(BenefitPermissions.USE);
        if (organisation.stores().stream().noneMatch(unit -> unit.id().equals(store))) {
            throw InvalidInput.of("store", store, "open-store");
        }
        if (!Scopes.includes(scope, store, null)) {
            throw Refusal.of(new BenefitRefusal.StoreOutOfReach(store.value()));
        }
    }

    /** What was done at a store is for whom that store is in reach, and for whom the member is. */
    void requireEither(UnitId store, MemberId member, Permission permission) {
        if (!Scopes.includes(access.require(permission), store, null)) {
            members.requireVisible(member, permission);
        }
    }

    boolean living(MemberId member) {
        var known = members.facts(List.of(member)).get(member);
        return known != null && !known.erased() && known.status().living();
    }
}
