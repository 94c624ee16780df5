package org.guildhall.members.registry;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.guildhall.access.Access;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.MemberId;
import org.guildhall.members.registry.ChangeStore.Change;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads and writes records with their tags and documents, and remembers who did what to them. */
@Component
class Records {

    private final MemberStore members;
    private final ChangeStore changes;
    private final Documents documents;
    private final Access access;
    private final BusinessTime time;

    Records(MemberStore members, ChangeStore changes, Documents documents, Access access, BusinessTime time) {
        this.members = members;
        this.changes = changes;
        this.documents = documents;
        this.access = access;
        this.time = time;
    }

    /** A record before and after an act. */
    record Step(MemberState before, MemberState after) {}

    Instant now() {
        return time.now();
    }

    BusinessTime time() {
        return time;
    }

    String actor() {
        return access.actor().reference();
    }

    /** Locks these records until the transaction ends, with the documents open where wanted. */
    Map<MemberId, MemberState> lock(Collection<MemberId> ids, Predicate<MemberState> opened) {
        var states = members.lock(ids);
        documents.open(states, opened);
        return states;
    }

    /** The record, if there is one. */
    Optional<MemberState> find(MemberId id) {
        return Optional.ofNullable(members.find(List.of(id)).get(id));
    }

    /** The record with its document open. */
    MemberState open(MemberState state) {
        return documents.open(state);
    }

    /** Where a member belongs, if there is one. */
    MemberStore.@Nullable Whereabouts whereabouts(MemberId id) {
        return members.whereabouts(id);
    }

    /** Stores new records and the acts that entered them. */
    void enter(List<MemberState> states, List<Change> acts, Instant now) {
        var tags = new TreeSet<String>();
        states.forEach(state -> tags.addAll(state.tags()));
        members.ensureTags(tags, now);
        members.insert(documents.seal(states, state -> state.profile().document() != null));
        changes.insert(acts);
    }

    /** Stores changed records and the acts that changed them; {@code documented} are those given another document or none. */
    void change(List<Step> steps, Set<MemberId> documented, List<Change> acts, Instant now) {
        storeTags(steps, now);
        members.update(
                documents.seal(steps.stream().map(Step::after).toList(), state -> documented.contains(state.id())));
        changes.insert(acts);
    }

    /** Stores a record as it is, without an act. */
    void overwrite(MemberState state) {
        members.update(List.of(state));
    }

    /** Remembers an act that changes no value. */
    void remember(MemberState state, String act, List<String> paths, String reason) {
        var now = time.now();
        changes.insert(List.of(new Change(
                state.id(),
                Ids.at(now.toEpochMilli()),
                act,
                state.version(),
                null,
                null,
                time.dateOf(now),
                now,
                now,
                actor(),
                reason,
                paths,
                Map.of())));
    }

    private void storeTags(List<Step> steps, Instant now) {
        var added = new LinkedHashMap<MemberId, Set<String>>();
        var removed = new HashMap<String, Set<MemberId>>();
        for (var one : steps) {
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
