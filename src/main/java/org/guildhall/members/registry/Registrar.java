package org.guildhall.members.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.guildhall.access.Scope;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.Refusal;
import org.guildhall.members.Batch;
import org.guildhall.members.MemberRefusal.IdentityKind;
import org.guildhall.members.MemberStatus;
import org.guildhall.members.RegisterMember;
import org.guildhall.members.RowOutcome;
import org.guildhall.members.registry.ChangeStore.Change;
import org.guildhall.members.registry.Claims.Claim;
import org.guildhall.members.registry.MemberTree.Pair;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.StringNode;

/** Enters members, one or a hundred thousand, with a handful of statements. */
@Component
class Registrar {

    private final Drafting drafting;
    private final Identities identities;
    private final Records records;

    Registrar(Drafting drafting, Identities identities, Records records) {
        this.drafting = drafting;
        this.identities = identities;
        this.records = records;
    }

    private record Draft(int row, MemberState state, RegisterMember command) {}

    List<RowOutcome> registerAll(List<RegisterMember> rows, @Nullable Batch batch, Scope scope) {
        var definitions = drafting.definitions();
        var now = records.now();
        var outcomes = new RowOutcome[rows.size()];
        var drafts = new ArrayList<Draft>();
        var numbers = drafting.numbers(
                (int) rows.stream().filter(r -> r.number() == null).count());
        for (int i = 0; i < rows.size(); i++) {
            try {
                var row = rows.get(i);
                var number = row.number() == null ? numbers.next() : Drafting.givenNumber(row.number());
                drafts.add(new Draft(i, drafting.draft(row, number, definitions, scope, now), row));
            } catch (Refusal refusal) {
                outcomes[i] = new RowOutcome.Refused(refusal.reason());
            }
        }
        var entered = claim(drafts, outcomes);
        store(entered, batch, now);
        for (var draft : entered) {
            outcomes[draft.row] = new RowOutcome.Done(draft.state.id());
        }
        return List.of(outcomes);
    }

    private List<Draft> claim(List<Draft> drafts, RowOutcome[] outcomes) {
        var wanted = new ArrayList<Identities.Wanted>();
        for (var draft : drafts) {
            var claims = new ArrayList<>(identities.claimsOf(draft.state, EnumSet.allOf(IdentityKind.class)));
            var external = draft.command.external();
            if (external != null) {
                claims.add(new Claim(draft.state.id(), IdentityKind.EXTERNAL, Claims.external(external)));
            }
            wanted.add(new Identities.Wanted(draft.state, claims, Boolean.TRUE.equals(draft.command.shareMobile())));
        }
        var refused = identities.claim(wanted);
        var entered = new ArrayList<Draft>();
        for (var draft : drafts) {
            var reason = refused.get(draft.state.id());
            if (reason == null) {
                entered.add(draft);
            } else {
                outcomes[draft.row] = new RowOutcome.Refused(reason);
            }
        }
        return entered;
    }

    private void store(List<Draft> entered, @Nullable Batch batch, Instant now) {
        if (entered.isEmpty()) {
            return;
        }
        var actor = records.actor();
        records.enter(
                entered.stream().map(Draft::state).toList(),
                entered.stream()
                        .flatMap(draft -> acts(draft, batch, actor, now))
                        .toList(),
                now);
    }

    /** The entry, and the leaving of who had left before being entered here, each true since its day. */
    private Stream<Change> acts(Draft draft, @Nullable Batch batch, String actor, Instant now) {
        var state = draft.state;
        var entered = act(state, new Deed("registered", 1, state.joinedOn(), Map.of()), batch, actor, now);
        var left = draft.command.leftOn();
        if (left == null) {
            return Stream.of(entered);
        }
        var status = new Pair(
                StringNode.valueOf(MemberStatus.ACTIVE.name()),
                StringNode.valueOf(state.status().name()));
        var leaving = act(state, new Deed("transitioned", 2, left, Map.of("status", status)), batch, actor, now);
        return Stream.of(entered, leaving);
    }

    private record Deed(String act, int version, LocalDate on, Map<String, Pair> values) {}

    private Change act(MemberState state, Deed deed, @Nullable Batch batch, String actor, Instant now) {
        return new Change(
                state.id(),
                Ids.at(now.toEpochMilli()),
                deed.act,
                deed.version,
                batch == null ? null : batch.id(),
                null,
                deed.on,
                ChangeStore.occurred(deed.on, now, records.time()),
                now,
                actor,
                batch == null ? null : batch.reason(),
                List.copyOf(deed.values.keySet()),
                deed.values);
    }
}
