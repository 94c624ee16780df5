package org.guildhall.members.registry;

import java.time.Instant;
import java.util.Set;
import java.util.function.Predicate;
import org.guildhall.access.Access;
import org.guildhall.access.Permission;
import org.guildhall.access.Scope;
import org.guildhall.access.Scopes;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.members.MemberField;
import org.guildhall.members.MemberPermissions;
import org.guildhall.members.MemberProfile;
import org.guildhall.members.MemberRefusal.Erased;
import org.guildhall.members.MemberRefusal.NotFound;
import org.guildhall.members.MemberView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads single records, as they are or as they were known, and reveals clear values with the act remembered. */
@Component
class RecordReading {

    private final Access access;
    private final Records records;
    private final IdentityStore identities;
    private final Former former;
    private final Views views;

    RecordReading(Access access, Records records, IdentityStore identities, Former former, Views views) {
        this.access = access;
        this.records = records;
        this.identities = identities;
        this.former = former;
        this.views = views;
    }

    MemberView get(MemberId id, @Nullable Instant knownAt) {
        var state = inScope(id, access.require(MemberPermissions.READ));
        var shown = knownAt == null ? state : former.asKnown(state, knownAt);
        return views.view(shown, identities.externals(id), knownAt);
    }

    /** What an act has made of a member, for whoever carried it out, even if it handed the member out of reach. */
    MemberView afterAct(MemberId id) {
        var state = records.find(id).map(records::open).orElseThrow();
        return views.view(state, identities.externals(id), null);
    }

    void requireVisible(MemberId id, Permission permission) {
        sight(id, permission);
    }

    /** Which permissions open this member to the actor, who must hold this one for the member. */
    Predicate<Permission> sight(MemberId id, Permission permission) {
        var scope = access.require(permission);
        var where = records.whereabouts(id);
        if (where == null || !Scopes.includes(scope, where.homeUnit(), where.adviser())) {
            throw Refusal.of(new NotFound(id.toString()));
        }
        return other -> access.may(other) && Scopes.includes(access.require(other), where.homeUnit(), where.adviser());
    }

    private MemberState inScope(MemberId id, Scope scope) {
        return records.find(id)
                .filter(state -> !state.annulled() && Scopes.includes(scope, state.homeUnit(), state.adviser()))
                .map(records::open)
                .orElseThrow(() -> Refusal.of(new NotFound(id.toString())));
    }

    MemberProfile reveal(MemberId id, Set<MemberField> fields, String reason) {
        var state = inScope(id, access.require(MemberPermissions.REVEAL));
        if (state.erasedAt() != null) {
            throw Refusal.of(new Erased(id));
        }
        records.remember(
                state, "revealed", fields.stream().map(Enum::name).sorted().toList(), reason);
        return Views.only(state.profile(), fields);
    }
}
