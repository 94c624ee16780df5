package org.guildhall.members.registry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.guildhall.access.Scope;
import org.guildhall.access.Scopes;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.members.MemberRefusal.Erased;
import org.guildhall.members.MemberRefusal.NotFound;
import org.guildhall.members.RowOutcome;
import org.guildhall.members.registry.ChangeStore.Change;
import org.guildhall.members.registry.MemberTree.Pair;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Changes records, one or a hundred thousand: locks them, decides row by row, writes set by set, remembers each act. */
@Component
class MemberWriter {

    private final Records records;
    private final Identities identities;
    private final MemberTree tree;

    MemberWriter(Records records, Identities identities, MemberTree tree) {
        this.records = records;
        this.identities = identities;
        this.tree = tree;
    }

    /** What became of an edit, and which values it changed. */
    record Written(RowOutcome outcome, Map<String, Pair> values) {

        /** This act and the one before it on the same record as one. */
        Written after(Written earlier) {
            var both = new HashMap<>(earlier.values);
            both.putAll(values);
            return new Written(outcome, both);
        }
    }

    private record Decided(int row, Edit edit, MemberState before, MemberState after, Map<String, Pair> values) {}

    /** Applies the edits in order, in the caller's transaction; members out of scope are not found. */
    List<Written> apply(List<Edit> edits, Scope scope) {
        var written = new Written[edits.size()];
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < edits.size(); i++) {
            open.add(i);
        }
        while (!open.isEmpty()) {
            var round = new LinkedHashMap<MemberId, Integer>();
            var later = new ArrayList<Integer>();
            for (int row : open) {
                if (round.putIfAbsent(edits.get(row).id(), row) != null) {
                    later.add(row);
                }
            }
            applyRound(edits, round, scope, written);
            open = later;
        }
        return List.of(written);
    }

    private void applyRound(List<Edit> edits, Map<MemberId, Integer> round, Scope scope, Written[] written) {
        var states = records.lock(round.keySet(), state -> {
            var touches =
                    edits.get(Objects.requireNonNull(round.get(state.id()))).touches();
            return touches.contains("document") || touches.contains("status");
        });
        var decided = new ArrayList<Decided>();
        round.forEach((id, row) -> {
            var edit = edits.get(row);
            try {
                decide(row, edit, states.get(id), scope, written).ifPresent(decided::add);
            } catch (Refusal refusal) {
                written[row] = new Written(new RowOutcome.Refused(refusal.reason()), Map.of());
            }
        });
        var refused = identities.move(decided.stream()
                .map(d -> new Identities.Move(
                        d.before,
                        d.after,
                        Claims.touched(d.values.keySet()),
                        d.edit.terms().shareMobile()))
                .toList());
        var kept = new ArrayList<Decided>();
        for (var one : decided) {
            var reason = refused.get(one.after.id());
            if (reason == null) {
                kept.add(one);
                written[one.row] = new Written(new RowOutcome.Done(one.after.id()), one.values);
            } else {
                written[one.row] = new Written(new RowOutcome.Refused(reason), Map.of());
            }
        }
        store(kept, records.now());
    }

    private java.util.Optional<Decided> decide(
            int row, Edit edit, @org.jspecify.annotations.Nullable MemberState state, Scope scope, Written[] written) {
        if (state == null || !Scopes.includes(scope, state.homeUnit(), state.adviser())) {
            throw Refusal.of(new NotFound(edit.id().toString()));
        }
        boolean counterAct = edit.terms().undoes() != null;
        if (state.annulled() && !counterAct) {
            throw Refusal.of(new NotFound(edit.id().toString()));
        }
        Map<String, JsonNode> wanted =
                state.annulled() ? Map.of() : edit.intent().wanted(state);
        if (state.erasedAt() != null && wanted.keySet().stream().anyMatch(MemberTree::personal)) {
            throw Refusal.of(new Erased(edit.id()));
        }
        var values = tree.differences(state, wanted);
        if (values.isEmpty() && !counterAct) {
            written[row] = new Written(new RowOutcome.Unchanged(edit.id()), Map.of());
            return java.util.Optional.empty();
        }
        var changed = new HashMap<String, JsonNode>();
        values.forEach((path, pair) -> changed.put(path, pair.after()));
        return java.util.Optional.of(new Decided(row, edit, state, next(tree.with(state, changed)), values));
    }

    private static MemberState next(MemberState state) {
        return new MemberState(
                state.id(),
                state.kind(),
                state.number(),
                state.version() + 1,
                state.status(),
                state.profile(),
                state.tags(),
                state.homeUnit(),
                state.adviser(),
                state.joinedOn(),
                state.contactConfirmedOn(),
                state.document(),
                state.registeredAt(),
                state.erasedAt(),
                state.annulled());
    }

    private void store(List<Decided> kept, Instant now) {
        if (kept.isEmpty()) {
            return;
        }
        var documented = kept.stream()
                .filter(one -> one.values.containsKey("document"))
                .map(one -> one.after.id())
                .collect(Collectors.toSet());
        var actor = records.actor();
        records.change(
                kept.stream()
                        .map(one -> new Records.Step(one.before, one.after))
                        .toList(),
                documented,
                kept.stream().map(one -> act(one, actor, now)).toList(),
                now);
    }

    private Change act(Decided one, String actor, Instant now) {
        var terms = one.edit.terms();
        var effectiveOn =
                Objects.requireNonNullElse(terms.effectiveOn(), records.time().dateOf(now));
        return new Change(
                one.after.id(),
                Ids.at(now.toEpochMilli()),
                one.edit.act(),
                one.after.version(),
                terms.batch(),
                terms.undoes(),
                effectiveOn,
                ChangeStore.occurred(effectiveOn, now, records.time()),
                now,
                actor,
                terms.reason(),
                List.copyOf(one.values.keySet()),
                one.values);
    }
}
