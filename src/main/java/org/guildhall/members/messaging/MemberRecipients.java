package org.guildhall.members.messaging;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.guildhall.access.Access;
import org.guildhall.access.Permission;
import org.guildhall.access.Scope;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.members.MemberRefusal;
import org.guildhall.members.masking.Masks;
import org.guildhall.members.masking.Unmasked;
import org.guildhall.messages.Recipient;
import org.guildhall.messages.Recipients;
import org.jooq.Condition;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/** Members as {@link Recipients}. */
@Component
class MemberRecipients implements Recipients {

    private final RecipientStore store;
    private final Access access;
    private final BusinessTime time;

    MemberRecipients(RecipientStore store, Access access, BusinessTime time) {
        this.store = store;
        this.access = access;
        this.time = time;
    }

    @Override
    public Map<MemberId, Recipient> of(Collection<MemberId> members, Instant at) {
        return store.find(members, at);
    }

    @Override
    public Map<MemberId, Recipient> shown(Collection<MemberId> members) {
        var shown = new LinkedHashMap<>(store.find(members, time.now()));
        var scope = Unmasked.of(access).scope();
        var clear = scope == null ? Set.<MemberId>of() : store.within(shown.keySet(), scope);
        shown.replaceAll((member, one) -> shown(one, clear.contains(member)));
        return shown;
    }

    private static Recipient shown(Recipient one, boolean clear) {
        return new Recipient(
                one.member(),
                one.number(),
                clear ? one.name() : Masks.name(one.name()),
                one.language(),
                clear ? one.mobile() : Masks.mobile(one.mobile()),
                clear ? one.email() : Masks.email(one.email()),
                one.reach(),
                one.tags(),
                one.consents(),
                one.erased());
    }

    @Override
    public void requireVisible(MemberId member, Permission permission) {
        if (!sees(member, access.require(permission))) {
            throw Refusal.of(new MemberRefusal.NotFound(member.toString()));
        }
    }

    @Override
    public boolean sees(MemberId member, Scope scope) {
        return store.sees(member, scope);
    }

    @Override
    public Condition visible(Scope scope, Field<UUID> member) {
        return RecipientStore.visible(scope, member);
    }

    @Override
    public Map<MemberId, String> numbers(Collection<MemberId> members) {
        return store.numbers(members);
    }

    @Override
    public List<Claim> unfounded(Collection<Claim> claims) {
        var unfounded = store.unfounded(claims);
        return claims.stream()
                .filter(claim -> unfounded.contains(claim.message()))
                .toList();
    }
}
