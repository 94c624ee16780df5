package org.guildhall.members.registry;

import java.time.Instant;
import java.util.HashMap;
import org.guildhall.kernel.Refusal;
import org.guildhall.members.MemberRefusal.NotFound;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Rebuilds records as they were known at an earlier instant, by taking back what was recorded since. */
@Component
class Former {

    private final ChangeStore changes;
    private final MemberTree tree;

    Former(ChangeStore changes, MemberTree tree) {
        this.changes = changes;
        this.tree = tree;
    }

    /** The record with every act taken back that was recorded later. */
    MemberState asKnown(MemberState state, Instant knownAt) {
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
}
