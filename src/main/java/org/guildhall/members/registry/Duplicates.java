package org.guildhall.members.registry;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.guildhall.access.Access;
import org.guildhall.access.Scopes;
import org.guildhall.kernel.MemberId;
import org.guildhall.members.Duplicate;
import org.guildhall.members.Duplicate.Agreement;
import org.guildhall.members.MemberPermissions;
import org.guildhall.members.MemberProfile;
import org.guildhall.members.MemberRefusal.IdentityKind;
import org.guildhall.members.identification.CreditCodes;
import org.guildhall.members.identification.Mobiles;
import org.guildhall.members.identification.ResidentIds;
import org.guildhall.members.search.MemberLists;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds living members within the actor's reach who may be the same as one described: mobile, document, credit code, name with birthday. */
@Component
class Duplicates {

    private final MemberStore members;
    private final IdentityStore identities;
    private final Claims claims;
    private final MemberLists lists;
    private final Access access;

    Duplicates(MemberStore members, IdentityStore identities, Claims claims, MemberLists lists, Access access) {
        this.access = access;
        this.members = members;
        this.identities = identities;
        this.claims = claims;
        this.lists = lists;
    }

    List<Duplicate> of(MemberId id) {
        var state = Objects.requireNonNull(members.find(List.of(id)).get(id));
        return of(state.profile(), id);
    }

    List<Duplicate> of(MemberProfile profile) {
        return of(profile, null);
    }

    private List<Duplicate> of(MemberProfile profile, @Nullable MemberId self) {
        var found = new LinkedHashMap<MemberId, Set<Agreement>>();
        if (profile.mobile() != null) {
            Mobiles.normalise(profile.mobile())
                    .ifPresent(mobile -> held(IdentityKind.MOBILE, mobile, Agreement.MOBILE, found));
        }
        if (profile.document() != null) {
            var number = ResidentIds.normalise(profile.document().number());
            held(IdentityKind.DOCUMENT, number, Agreement.DOCUMENT, found);
        }
        var organisation = profile.organisation();
        if (organisation != null && organisation.creditCode() != null) {
            var code = CreditCodes.normalise(organisation.creditCode());
            held(IdentityKind.CREDIT_CODE, code, Agreement.CREDIT_CODE, found);
        }
        for (var namesake : members.namesakes(profile)) {
            found.computeIfAbsent(namesake, id -> EnumSet.noneOf(Agreement.class))
                    .add(Agreement.NAME_AND_BIRTHDAY);
        }
        if (self != null) {
            found.remove(self);
        }
        var scope = access.require(MemberPermissions.READ);
        return lists.maskedRows(List.copyOf(found.keySet())).stream()
                .filter(row -> Scopes.includes(scope, row.homeUnit(), row.adviser()))
                .map(row -> new Duplicate(row, Objects.requireNonNull(found.get(row.id()))))
                .toList();
    }

    private void held(IdentityKind kind, String value, Agreement agreement, Map<MemberId, Set<Agreement>> found) {
        for (var holder : identities.all(kind, claims.personal(kind, value))) {
            found.computeIfAbsent(holder, id -> EnumSet.noneOf(Agreement.class)).add(agreement);
        }
    }
}
