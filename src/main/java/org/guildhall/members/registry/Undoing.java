package org.guildhall.members.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.guildhall.access.Scope;
import org.guildhall.access.Scopes;
import org.guildhall.kernel.Refusal;
import org.guildhall.members.MemberRefusal.NotFound;
import org.guildhall.members.RowOutcome;
import org.guildhall.members.UndoPreview;
import org.guildhall.members.registry.ChangeStore.Change;
import org.guildhall.members.registry.Edit.Terms;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.NullNode;

/** Undoes batches by counter-acts: what the batch entered is annulled, what it set is set back unless changed since. */
@Component
class Undoing {

    private final ChangeStore changes;
    private final MemberWriter writer;
    private final MemberTree tree;

    Undoing(ChangeStore changes, MemberWriter writer, MemberTree tree) {
        this.changes = changes;
        this.writer = writer;
        this.tree = tree;
    }

    UndoPreview preview(UUID batch) {
        var counted = changes.countOfBatch(batch);
        return new UndoPreview(counted[0], counted[1], counted[2], changes.changedSince(batch, UndoPreview.NAMED));
    }

    /** The acts dealt with; what may no longer be set back, as somebody else holds the identity now, is noted and stays. */
    List<Change> undo(UUID batch, int limit, String reason, Scope scope) {
        var acts = changes.ofBatch(batch, limit);
        var written = writer.apply(
                acts.stream().map(act -> counterAct(act, reason, scope)).toList(), new Scope.All());
        var impossible = new ArrayList<Edit>();
        for (int i = 0; i < acts.size(); i++) {
            if (written.get(i).outcome() instanceof RowOutcome.Refused) {
                impossible.add(without(counterAct(acts.get(i), reason, scope)));
            }
        }
        writer.apply(impossible, new Scope.All());
        return acts;
    }

    private static Edit without(Edit counterAct) {
        return new Edit(counterAct.id(), counterAct.act(), Set.of(), state -> Map.of(), counterAct.terms());
    }

    private Edit counterAct(Change act, String reason, Scope scope) {
        var terms = new Terms(null, act.id(), reason, null, true);
        if (act.act().equals("registered")) {
            return new Edit(
                            act.member(),
                            "annulled",
                            Set.of("annulled"),
                            state -> Map.of("annulled", BooleanNode.TRUE),
                            terms)
                    .within(scope);
        }
        return new Edit(act.member(), "undone", new HashSet<>(act.paths()), state -> reached(act, state, scope), terms);
    }

    /** The values before the act, for whoever reaches the member as it is or as it would be again. */
    private Map<String, JsonNode> reached(Change act, MemberState state, Scope scope) {
        var former = former(act, state);
        var again = tree.with(state, former);
        if (!Scopes.includes(scope, state.homeUnit(), state.adviser())
                && !Scopes.includes(scope, again.homeUnit(), again.adviser())) {
            throw Refusal.of(new NotFound(act.member().toString()));
        }
        return former;
    }

    private Map<String, JsonNode> former(Change act, MemberState state) {
        var present = tree.flat(state);
        var wanted = new HashMap<String, JsonNode>();
        act.values().forEach((path, pair) -> {
            if (MemberTree.same(present.getOrDefault(path, NullNode.getInstance()), pair.after())
                    && !(state.erasedAt() != null && MemberTree.personal(path))) {
                wanted.put(path, pair.before());
            }
        });
        return wanted;
    }
}
