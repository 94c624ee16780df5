package org.guildhall.members.registry;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import org.guildhall.kernel.Refusal;
import org.guildhall.members.MemberRefusal.Conflict;
import org.guildhall.members.MemberRefusal.StaleVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Refuses a change of a field that somebody else changed meanwhile, with both values. */
@Component
class Staleness {

    private final ChangeStore changes;
    private final MemberTree tree;
    private final Views views;

    Staleness(ChangeStore changes, MemberTree tree, Views views) {
        this.changes = changes;
        this.tree = tree;
        this.views = views;
    }

    void refuse(@Nullable Integer expected, MemberState state, Map<String, JsonNode> wanted) {
        if (expected == null || expected == state.version()) {
            return;
        }
        var meanwhile = new HashSet<String>();
        changes.sinceVersion(state.id(), expected).forEach(change -> meanwhile.addAll(change.paths()));
        var conflicts = new ArrayList<Conflict>();
        boolean clear = views.clear(state.homeUnit(), state.adviser());
        tree.differences(state, wanted).forEach((path, pair) -> {
            if (meanwhile.contains(path)) {
                conflicts.add(new Conflict(
                        path, Views.shown(path, pair.after(), clear), Views.shown(path, pair.before(), clear)));
            }
        });
        if (!conflicts.isEmpty() || expected > state.version()) {
            throw Refusal.of(new StaleVersion(expected, state.version(), conflicts));
        }
    }
}
