package org.guildhall.members.serving;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.guildhall.access.AuditEntry;
import org.guildhall.access.Permission;
import org.guildhall.access.Witness;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.UnitId;
import org.guildhall.members.MemberRefusal;
import org.guildhall.members.ServedMember;
import org.guildhall.members.Serving;
import org.guildhall.members.registry.Holders;
import org.guildhall.members.registry.MemberStore;
import org.guildhall.members.search.MemberLists;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Says whom the counter may act for: those within reach, and those whom the same actor has identified there lately. */
@Component
class CounterServing implements Serving {

    /** Long enough for a full basket and a queue, short enough that nobody is served who has left. */
    private static final Duration SERVED = Duration.ofMinutes(20);

    private final ServingStore store;
    private final Attempts attempts;
    private final Registry registry;
    private final Witness witness;
    private final TransactionTemplate transaction;

    CounterServing(
            ServingStore store,
            Attempts attempts,
            Registry registry,
            Witness witness,
            TransactionTemplate transaction) {
        this.store = store;
        this.attempts = attempts;
        this.registry = registry;
        this.witness = witness;
        this.transaction = transaction;
    }

    /** Who the members are, where they belong and how they are shown. */
    @Component
    record Registry(Holders holders, MemberStore members, MemberLists lists) {}

    @Override
    public List<ServedMember> identify(String shown, UnitId at, Permission counter) {
        witness.access().require(counter);
        return attempts.seeking(actor(), () -> {
            var found = store.named(shown);
            found.stream()
                    .filter(member -> !registry.holders.reaches(member, counter))
                    .forEach(member -> serve(member, at));
            return found.stream().map(member -> get(member, counter)).toList();
        });
    }

    private void serve(MemberId member, UnitId at) {
        var now = witness.time().now();
        var until = now.plus(SERVED);
        boolean served =
                store.until(actor(), member).filter(end -> end.isAfter(now)).isPresent();
        if (!served) {
            attempts.requireFew(actor());
        }
        transaction.executeWithoutResult(status -> {
            store.serve(actor(), member, at, now, until);
            witness.audit()
                    .record(AuditEntry.of("members.identified", "member", member, "until", until)
                            .about(member)
                            .in(at));
        });
    }

    @Override
    public ServedMember get(MemberId member, Permission counter) {
        var until = servedUntil(member, counter);
        var row = registry.lists.rows(List.of(member), List.of()).getFirst();
        return new ServedMember(row.id(), row.number(), row.status(), row.name(), row.mobile(), row.homeUnit(), until);
    }

    @Override
    public void require(MemberId member, Permission permission) {
        servedUntil(member, permission);
    }

    /** Nothing for a member within reach. */
    private @Nullable Instant servedUntil(MemberId member, Permission permission) {
        if (registry.holders.reaches(member, permission)) {
            return null;
        }
        var until = store.until(actor(), member)
                .filter(end -> registry.members.whereabouts(member) != null)
                .orElseThrow(() -> Refusal.of(new MemberRefusal.NotFound(member.toString())));
        if (!until.isAfter(witness.time().now())) {
            throw Refusal.of(new MemberRefusal.ServingOver(member));
        }
        return until;
    }

    private String actor() {
        return witness.access().actor().reference();
    }
}
