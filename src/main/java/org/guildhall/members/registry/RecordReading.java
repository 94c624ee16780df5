package org.guildhall.members.registry;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.guildhall.access.Access;
import org.guildhall.access.Permission;
import org.guildhall.access.PersonalVault;
import org.guildhall.access.Scope;
import org.guildhall.access.Scopes;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.members.MemberField;
import org.guildhall.members.MemberPermissions;
import org.guildhall.members.MemberProfile;
import org.guildhall.members.MemberRefusal.Erased;
import org.guildhall.members.MemberRefusal.NotFound;
import org.guildhall.members.MemberView;
import org.guildhall.members.registry.ChangeStore.Change;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads single records, as they are or as they were known, and reveals clear values with the act remembered. */
@Component
class RecordReading {

    private final Access access;
    private final MemberStore members;
    private final IdentityStore identities;
    private final ChangeStore changes;
    private final MemberTree tree;
    private final PersonalVault vault;
    private final Views views;
    private final BusinessTime time;

    RecordReading(
            Access access,
            MemberStore members,
            IdentityStore identities,
            ChangeStore changes,
            MemberTree tree,
            PersonalVault vault,
            Views views,
            BusinessTime time) {
        this.access = access;
        this.members = members;
        this.identities = identities;
        this.changes = changes;
        this.tree = tree;
        this.vault = vault;
        this.views = views;
        this.time = time;
    }

    MemberView get(MemberId id, @Nullable Instant knownAt) {
        var state = opened(inScope(id, access.require(MemberPermissions.READ)));
        var shown = knownAt == null ? state : asKnown(state, knownAt);
        return views.view(shown, identities.externals(id), knownAt);
    }

    /** What an act has made of a member, for whoever carried it out, even if it handed the member out of reach. */
    MemberView afterAct(MemberId id) {
        var state = Objects.requireNonNull(members.find(List.of(id)).get(id));
        return views.view(opened(state), identities.externals(id), null);
    }

    void requireVisible(MemberId id, Permission permission) {
        var scope = access.require(permission);
        var where = members.whereabouts(id);
        if (where == null || !Scopes.includes(scope, where.homeUnit(), where.adviser())) {
            throw Refusal.of(new NotFound(id.toString()));
        }
    }

    MemberState inScope(MemberId id, Scope scope) {
        var state = members.find(List.of(id)).get(id);
        if (state == null || state.annulled() || !Scopes.includes(scope, state.homeUnit(), state.adviser())) {
            throw Refusal.of(new NotFound(id.toString()));
        }
        return state;
    }

    private MemberState opened(MemberState state) {
        return state.document() == null
                ? state
                : MemberWriter.opened(
                        state, vault.open(state.id(), state.document().number()));
    }

    /** The record with every act taken back that was recorded later. */
    private MemberState asKnown(MemberState state, Instant knownAt) {
        if (state.registeredAt().isAfter(knownAt)) {
            throw Refusal.of(new NotFound(state.id().toString()));
        }
        var former = new HashMap<String, JsonNode>();
        int version = state.version();
        for (var change : changes.recordedAfter(state.id(), knownAt)) {
            change.values().forEach((path, pair) -> former.put(path, pair.before()));
            version = change.values().isEmpty() ? version : Math.min(version, change.version() - 1);
        }
        var then = tree.with(state, former);
        return new MemberState(
                then.id(),
                then.kind(),
                then.number(),
                version,
                then.status(),
                then.profile(),
                then.tags(),
                then.homeUnit(),
                then.adviser(),
                then.joinedOn(),
                then.contactConfirmedOn(),
                then.document(),
                then.registeredAt(),
                then.erasedAt(),
                then.annulled());
    }

    MemberProfile reveal(MemberId id, Set<MemberField> fields, String reason) {
        var state = opened(inScope(id, access.require(MemberPermissions.REVEAL)));
        if (state.erasedAt() != null) {
            throw Refusal.of(new Erased(id));
        }
        remember(state, "revealed", fields.stream().map(Enum::name).sorted().toList(), reason);
        return Views.only(state.profile(), fields);
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
                access.actor().reference(),
                reason,
                paths,
                Map.of())));
    }
}
