package org.guildhall.members.registry;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guildhall.access.Access;
import org.guildhall.kernel.MemberId;
import org.guildhall.members.Duplicate;
import org.guildhall.members.ExternalKey;
import org.guildhall.members.MemberFacts;
import org.guildhall.members.MemberField;
import org.guildhall.members.MemberPermissions;
import org.guildhall.members.MemberProfile;
import org.guildhall.members.MemberRefusal.IdentityKind;
import org.guildhall.members.identification.MemberNumbers;
import org.guildhall.members.identification.Mobiles;
import org.springframework.stereotype.Component;

/** Finds members by what identifies them, and gives what rules need of them. */
@Component
class Lookups {

    private final Access access;
    private final MemberStore members;
    private final IdentityStore identities;
    private final Claims claims;
    private final Duplicates duplicates;

    Lookups(Access access, MemberStore members, IdentityStore identities, Claims claims, Duplicates duplicates) {
        this.access = access;
        this.members = members;
        this.identities = identities;
        this.claims = claims;
        this.duplicates = duplicates;
    }

    List<Duplicate> duplicatesOf(MemberId id) {
        return duplicates.of(id);
    }

    List<Duplicate> duplicatesOf(MemberProfile profile) {
        access.require(MemberPermissions.READ);
        return duplicates.of(profile);
    }

    Map<MemberId, MemberFacts> facts(Collection<MemberId> ids) {
        return ids.isEmpty() ? Map.of() : members.facts(ids);
    }

    Map<MemberId, Set<MemberField>> known(Collection<MemberId> ids) {
        return ids.isEmpty() ? Map.of() : members.known(ids);
    }

    Map<String, MemberId> byNumber(Collection<String> numbers) {
        var keys = new LinkedHashMap<String, String>();
        numbers.forEach(number -> keys.put(number, Claims.number(MemberNumbers.normalise(number))));
        return find(IdentityKind.NUMBER, keys);
    }

    Map<String, MemberId> byMobile(Collection<String> mobiles) {
        var keys = new LinkedHashMap<String, String>();
        mobiles.forEach(mobile -> Mobiles.normalise(mobile)
                .ifPresent(stored -> keys.put(mobile, claims.personal(IdentityKind.MOBILE, stored))));
        return find(IdentityKind.MOBILE, keys);
    }

    Map<String, MemberId> byExternal(String system, Collection<String> ids) {
        var keys = new LinkedHashMap<String, String>();
        ids.forEach(id -> keys.put(id, Claims.external(new ExternalKey(system, id))));
        return find(IdentityKind.EXTERNAL, keys);
    }

    private Map<String, MemberId> find(IdentityKind kind, Map<String, String> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        var holders = identities.holders(kind, Set.copyOf(keys.values()));
        var found = new LinkedHashMap<String, MemberId>();
        keys.forEach((given, key) -> {
            var holder = holders.get(key);
            if (holder != null) {
                found.put(given, holder);
            }
        });
        return found;
    }
}
