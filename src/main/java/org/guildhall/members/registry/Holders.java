package org.guildhall.members.registry;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.Optional;
import org.guildhall.access.Access;
import org.guildhall.access.Permission;
import org.guildhall.access.Scope;
import org.guildhall.access.Scopes;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.ledger.AccountHolders;
import org.guildhall.members.MemberEvent;
import org.guildhall.members.MemberRefusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Tells the ledger who may own accounts, from memory for members seen within the last minutes; whatever changes a member here
 * makes it forget, so that the time limits only what another process on the same database does.
 */
@Component
class Holders implements AccountHolders {

    private static final int REMEMBERED = 50_000;

    private final LoadingCache<MemberId, Optional<MemberStore.Whereabouts>> whereabouts;
    private final Access access;

    Holders(MemberStore store, Access access) {
        this.access = access;
        this.whereabouts = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterWrite(Duration.ofMinutes(5))
                .build(member -> Optional.ofNullable(store.whereabouts(member)));
    }

    @Override
    public void require(MemberId member, Permission permission) {
        var scope = access.require(permission);
        var place = whereabouts.get(member);
        if (place.isEmpty()) {
            whereabouts.invalidate(member);
        }
        boolean within = place.filter(found ->
                        scope instanceof Scope.All || Scopes.includes(scope, found.homeUnit(), found.adviser()))
                .isPresent();
        if (!within) {
            throw Refusal.of(new MemberRefusal.NotFound(member.toString()));
        }
    }

    @TransactionalEventListener(fallbackExecution = true)
    void forget(MemberEvent event) {
        switch (event) {
            case MemberEvent.MemberRegistered(var member, var status) -> whereabouts.invalidate(member);
            case MemberEvent.MemberUpdated(var member, var fields) -> whereabouts.invalidate(member);
            case MemberEvent.MemberStatusChanged(var member, var from, var to) -> whereabouts.invalidate(member);
            case MemberEvent.MemberErased(var member) -> whereabouts.invalidate(member);
            case MemberEvent.MemberFactsChanged(var members) -> {}
            case MemberEvent.MembersChanged(var batch, var members) -> whereabouts.invalidateAll(members);
        }
    }
}
