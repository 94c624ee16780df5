package org.guildhall.lottery.drawing;

import java.util.List;
import org.guildhall.access.Access;
import org.guildhall.access.Organisation;
import org.guildhall.access.Permission;
import org.guildhall.access.Scope;
import org.guildhall.access.Scopes;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.UnitId;
import org.guildhall.lottery.LotteryRefusal;
import org.guildhall.members.Members;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How far somebody's powers over draws reach: which members, which stores. */
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

    void requireMember(MemberId member, Permission permission) {
        members.requireVisible(member, permission);
    }

    /** Who draws is a present member within reach. */
    void requireDrawer(MemberId member, Permission permission) {
        requireMember(member, permission);
        var known = members.facts(List.of(member)).get(member);
        if (known == null || known.erased() || !known.status().living()) {
            throw InvalidInput.of("member", member, "living-member");
        }
    }

    /** Who stands behind a counter works at that open store. */
    void requireCounter(@Nullable UnitId store, Scope scope) {
        if (store == null) {
            return;
        }
        if (organisation.stores().stream().noneMatch(unit -> unit.id().equals(store))) {
            throw InvalidInput.of("store", store, "open-store");
        }
        if (!Scopes.includes(scope, store, null)) {
            throw Refusal.of(new LotteryRefusal.StoreOutOfReach(store.value()));
        }
    }

    /** A draw is seen where it was drawn, or where its member is. */
    void requireDraw(Stored draw, Scope scope, Permission permission) {
        var store = draw.store();
        if (store == null || !Scopes.includes(scope, store, null)) {
            requireMember(draw.member(), permission);
        }
    }
}
