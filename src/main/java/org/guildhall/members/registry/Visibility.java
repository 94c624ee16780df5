package org.guildhall.members.registry;

import org.guildhall.access.Access;
import org.guildhall.access.Scopes;
import org.guildhall.kernel.MemberId;
import org.guildhall.members.MemberPermissions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says whether the actor may know of a member. */
@Component
class Visibility {

    private final MemberStore members;
    private final Access access;

    Visibility(MemberStore members, Access access) {
        this.members = members;
        this.access = access;
    }

    /** The member if the actor may read it, else null. */
    @Nullable
    MemberId ifVisible(MemberId member) {
        if (!access.may(MemberPermissions.READ)) {
            return null;
        }
        var where = members.whereabouts(member);
        return where != null
                        && Scopes.includes(access.require(MemberPermissions.READ), where.homeUnit(), where.adviser())
                ? member
                : null;
    }
}
