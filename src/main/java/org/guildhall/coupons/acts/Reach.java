package org.guildhall.coupons.acts;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.guildhall.access.Access;
import org.guildhall.access.Organisation;
import org.guildhall.access.Permission;
import org.guildhall.access.Scope;
import org.guildhall.access.Scopes;
import org.guildhall.coupons.CouponPermissions;
import org.guildhall.coupons.CouponRefusal;
import org.guildhall.coupons.IssueCoupons;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.UnitId;
import org.guildhall.members.MemberRefusal;
import org.guildhall.members.Members;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How far somebody's powers over coupons reach: which members, which stores. */
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

    /** Whether the member is within reach. */
    boolean sees(MemberId member, Permission permission) {
        try {
            members.requireVisible(member, permission);
            return true;
        } catch (Refusal refusal) {
            if (refusal.reason() instanceof MemberRefusal.NotFound) {
                return false;
            }
            throw refusal;
        }
    }

    /** Who stands behind a counter works at that open store. */
    void requireCounter(UnitId store) {
        var scope = access.require(CouponPermissions.HAND_OVER);
        if (organisation.stores().stream().noneMatch(unit -> unit.id().equals(store))) {
            throw InvalidInput.of("store", store, "open-store");
        }
        if (!Scopes.includes(scope, store, null)) {
            throw Refusal.of(new CouponRefusal.StoreOutOfReach(store.value()));
        }
    }

    /**
     * To whom coupons are to be issued, those named by number last; nobody stands for who is no living member. All of them are
     * within the actor's reach.
     */
    List<@Nullable MemberId> receivers(IssueCoupons command) {
        var scope = access.require(CouponPermissions.ISSUE);
        if (command.members().isEmpty() && command.numbers().isEmpty()) {
            throw InvalidInput.of("members", null, "required");
        }
        var numbered = members.findByNumber(command.numbers());
        var wanted = new ArrayList<@Nullable MemberId>(command.members());
        command.numbers().forEach(number -> wanted.add(numbered.get(number)));
        if (!Scopes.includes(scope, null, null)) {
            Stream.concat(command.members().stream(), numbered.values().stream())
                    .distinct()
                    .forEach(member -> members.requireVisible(member, CouponPermissions.ISSUE));
        }
        var facts = members.facts(
                wanted.stream().filter(Objects::nonNull).distinct().toList());
        wanted.replaceAll(member -> {
            var known = member == null ? null : facts.get(member);
            return known == null || known.erased() || !known.status().living() ? null : member;
        });
        return wanted;
    }

    /** Whether coupons may go to this member: a living one. */
    boolean living(MemberId member) {
        var known = members.facts(List.of(member)).get(member);
        return known != null && !known.erased() && known.status().living();
    }

    boolean erased(MemberId member) {
        var known = members.facts(List.of(member)).get(member);
        return known == null || known.erased();
    }
}
