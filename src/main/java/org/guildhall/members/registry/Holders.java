package org.guildhall.members.registry;

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
import org.guildhall.platform.Remembered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Tells the ledger who may own accounts, from memory for members seen within the last minutes; whatever changes a member here
 * makes it forget, so that the time limits only what another process on the same database does.
 */
@Component
public class Holders implements AccountHolders {

    private static final int REMEMBERED = 50_000;

    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Remembered<MemberId, Optional<MemberStore.Whereabouts>> whereabouts =
            new Remembered<>(LONGEST, LONGEST, REMEMBERED);
    private final MemberStore store;
    private final Access access;

    Holders(MemberStore store, Access access) {
        this.store = store;
        this.access = access;
    }

    @Override
    public void require(MemberId member, Permission permission) {
        if (!reaches(member, permission)) {
            throw Refusal.of(new MemberRefusal.NotFound(member.toString()));
        }
    }

    /** Whether there is such a member within the actor's reach; refused without the permission. */
    public boolean reaches(MemberId member, Permission permission) {
        var scope = access.require(permission);
        var place = whereabouts.get(member, id -> Optional.ofNullable(store.whereabouts(id)));
        if (place.isEmpty()) {
            whereabouts.forget(member);
        }
        return place.filter(found ->
                        scope instanceof Scope.All || Scopes.includes(scope, found.homeUnit(), found.adviser()))
                .isPresent();
    }

    @TransactionalEventListener(fallbackExecution = true)
    void forget(MemberEvent event) {
        switch (event) {
            case MemberEvent.MemberRegistered(var member, var status) -> whereabouts.forget(member);
            case MemberEvent.MemberUpdated(var member, var fields) -> whereabouts.forget(member);
            case MemberEvent.MemberStatusChanged(var member, var from, var to) -> whereabouts.forget(member);
            case MemberEvent.MemberErased(var member) -> whereabouts.forget(member);
            case MemberEvent.MemberFactsChanged(var members) -> {}
            case MemberEvent.MembersChanged(var batch, var members) -> whereabouts.forgetAll(members);
        }
    }
}
