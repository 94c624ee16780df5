package org.guildhall.members.registry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.guildhall.access.Access;
import org.guildhall.access.PersonalVault;
import org.guildhall.access.Scope;
import org.guildhall.access.Scopes;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.members.IdentityDocument;
import org.guildhall.members.MemberProfile;
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

    private final MemberStore members;
    private final ChangeStore changes;
    private final Identities identities;
    private final MemberTree tree;
    private final PersonalVault vault;
    private final Access access;
    private final BusinessTime time;

    MemberWriter(
            MemberStore members,
            ChangeStore changes,
            Identities identities,
            MemberTree tree,
            PersonalVault vault,
            Access access,
            BusinessTime time) {
        this.members = members;
        this.changes = changes;
        this.identities = identities;
        this.tree = tree;
        this.vault = vault;
        this.access = access;
        this.time = time;
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
        var states = members.lock(round.keySet());
        openDocuments(states, edits, round);
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
        store(kept, time.now());
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

    private void openDocuments(Map<MemberId, MemberState> states, List<Edit> edits, Map<MemberId, Integer> round) {
        var sealed = new ArrayList<PersonalVault.Sealed>();
        for (var state : states.values()) {
            var edit = edits.get(Objects.requireNonNull(round.get(state.id())));
            if (state.document() != null
                    && (edit.touches().contains("document") || edit.touches().contains("status"))) {
                sealed.add(new PersonalVault.Sealed(state.id(), state.document().number()));
            }
        }
        if (sealed.isEmpty()) {
            return;
        }
        var opened = vault.openAll(sealed);
        for (int i = 0; i < sealed.size(); i++) {
            var state = Objects.requireNonNull(states.get(sealed.get(i).member()));
            states.put(state.id(), opened(state, opened.get(i)));
        }
    }

    /** The state with its document's number in the profile. */
    static MemberState opened(MemberState state, @org.jspecify.annotations.Nullable String number) {
        var document = state.document();
        var p = state.profile();
        return number == null || document == null
                ? state
                : state.with(
                        new MemberProfile(
                                p.name(),
                                p.gender(),
                                p.birthday(),
                                p.mobile(),
                                p.email(),
                                p.address(),
                                new IdentityDocument(document.kind(), number),
                                p.organisation(),
                                p.preferences(),
                                p.deliveryAddresses(),
                                p.attributes()),
                        document);
    }

    private void store(List<Decided> kept, Instant now) {
        if (kept.isEmpty()) {
            return;
        }
        var states = sealDocuments(kept);
        storeTags(kept, now);
        members.update(states);
        var actor = access.actor().reference();
        changes.insert(kept.stream().map(one -> act(one, actor, now)).toList());
    }

    private Change act(Decided one, String actor, Instant now) {
        var terms = one.edit.terms();
        var effectiveOn = Objects.requireNonNullElse(terms.effectiveOn(), time.dateOf(now));
        return new Change(
                one.after.id(),
                Ids.at(now.toEpochMilli()),
                one.edit.act(),
                one.after.version(),
                terms.batch(),
                terms.undoes(),
                effectiveOn,
                ChangeStore.occurred(effectiveOn, now, time),
                now,
                actor,
                terms.reason(),
                List.copyOf(one.values.keySet()),
                one.values);
    }

    private List<MemberState> sealDocuments(List<Decided> kept) {
        var given = kept.stream()
                .filter(d ->
                        d.values.containsKey("document") && d.after.profile().document() != null)
                .toList();
        var numbers = given.stream()
                .map(d -> new PersonalVault.Plain(
                        d.after.id(),
                        Objects.requireNonNull(d.after.profile().document()).number()))
                .toList();
        var sealed = numbers.isEmpty() ? List.<byte[]>of() : vault.sealAll(numbers);
        var byMember = new HashMap<MemberId, byte[]>();
        for (int i = 0; i < given.size(); i++) {
            byMember.put(given.get(i).after.id(), sealed.get(i));
        }
        var states = new ArrayList<MemberState>();
        for (var one : kept) {
            var document = one.after.profile().document();
            if (!one.values.containsKey("document")) {
                states.add(one.after);
            } else if (document == null) {
                states.add(one.after.with(one.after.profile(), null));
            } else {
                var number = Objects.requireNonNull(byMember.get(one.after.id()));
                states.add(
                        one.after.with(one.after.profile(), new MemberState.SealedDocument(document.kind(), number)));
            }
        }
        return states;
    }

    private void storeTags(List<Decided> kept, Instant now) {
        var added = new LinkedHashMap<MemberId, Set<String>>();
        var removed = new HashMap<String, Set<MemberId>>();
        for (var one : kept) {
            var gained = new TreeSet<>(one.after.tags());
            gained.removeAll(one.before.tags());
            if (!gained.isEmpty()) {
                added.put(one.after.id(), gained);
            }
            var lost = new HashSet<>(one.before.tags());
            lost.removeAll(one.after.tags());
            lost.forEach(tag ->
                    removed.computeIfAbsent(tag, t -> new LinkedHashSet<>()).add(one.after.id()));
        }
        removed.forEach((tag, ids) -> members.removeTag(ids, tag));
        var names = new TreeSet<String>();
        added.values().forEach(names::addAll);
        members.ensureTags(names, now);
        members.addTags(added);
    }
}
