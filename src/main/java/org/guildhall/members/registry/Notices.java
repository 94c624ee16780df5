package org.guildhall.members.registry;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.kernel.MemberId;
import org.guildhall.members.Batch;
import org.guildhall.members.MemberEvent;
import org.guildhall.members.MemberEvent.MemberFactsChanged;
import org.guildhall.members.MemberEvent.MemberRegistered;
import org.guildhall.members.MemberEvent.MemberStatusChanged;
import org.guildhall.members.MemberEvent.MemberUpdated;
import org.guildhall.members.MemberEvent.MembersChanged;
import org.guildhall.members.MemberField;
import org.guildhall.members.MemberStatus;
import org.guildhall.members.RowOutcome;
import org.guildhall.members.registry.ChangeStore.Change;
import org.guildhall.members.registry.MemberTree.Pair;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Tells of acts: to the audit log and to listening modules, within the act's transaction. */
@Component
class Notices {

    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final MemberStore members;

    Notices(Audit audit, ApplicationEventPublisher events, MemberStore members) {
        this.audit = audit;
        this.events = events;
        this.members = members;
    }

    void registered(MemberId id) {
        var facts = java.util.Objects.requireNonNull(members.facts(List.of(id)).get(id));
        tell("members.registered", id, Map.of("status", facts.status()), new MemberRegistered(id, facts.status()));
    }

    void changed(Edit edit, Map<String, Pair> values) {
        var paths = values.keySet();
        var facts = new LinkedHashMap<String, Object>();
        facts.put("paths", paths);
        if (edit.terms().reason() != null) {
            facts.put("reason", edit.terms().reason());
        }
        values.forEach((path, pair) -> {
            if (!MemberTree.personal(path)) {
                facts.put(path, pair.after().isNull() ? "" : pair.after().asString());
            }
        });
        if (values.keySet().stream().anyMatch(Notices::ofRules)) {
            events.publishEvent(new MemberFactsChanged(List.of(edit.id())));
        }
        var status = values.get("status");
        tell(
                "members." + edit.act(),
                edit.id(),
                facts,
                status == null
                        ? new MemberUpdated(edit.id(), fields(paths))
                        : new MemberStatusChanged(edit.id(), status(status.before()), status(status.after())));
    }

    private static MemberStatus status(JsonNode value) {
        return MemberStatus.valueOf(value.asString());
    }

    void tell(String act, MemberId id, Map<String, Object> facts, @Nullable MemberEvent event) {
        var where = members.whereabouts(id);
        audit.record(new AuditEntry(act, "member", id.toString(), id, where == null ? null : where.homeUnit(), facts));
        if (event != null) {
            events.publishEvent(event);
        }
    }

    void batch(String act, Batch batch, List<RowOutcome> outcomes) {
        var changed = outcomes.stream()
                .filter(RowOutcome.Done.class::isInstance)
                .map(o -> ((RowOutcome.Done) o).member())
                .toList();
        if (!changed.isEmpty()) {
            audit.record(AuditEntry.of(act, "batch", batch.id(), "members", changed.size(), "rows", outcomes.size()));
            events.publishEvent(new MembersChanged(batch.id(), changed));
        }
    }

    /** Tells of those whose facts for rules were corrected by a batch. */
    void factsChanged(List<MemberWriter.Written> written) {
        var members = new ArrayList<MemberId>();
        for (var one : written) {
            if (one.outcome() instanceof RowOutcome.Done(var member)
                    && one.values().keySet().stream().anyMatch(Notices::ofRules)) {
                members.add(member);
            }
        }
        if (!members.isEmpty()) {
            events.publishEvent(new MemberFactsChanged(members));
        }
    }

    void undone(UUID batch, List<Change> acts, String reason) {
        var changed = acts.stream().map(Change::member).toList();
        var corrected = acts.stream()
                .filter(act -> act.paths().stream().anyMatch(Notices::ofRules))
                .map(Change::member)
                .distinct()
                .toList();
        if (!corrected.isEmpty()) {
            events.publishEvent(new MemberFactsChanged(corrected));
        }
        if (!changed.isEmpty()) {
            audit.record(
                    AuditEntry.of("members.batch-undone", "batch", batch, "members", changed.size(), "reason", reason));
            events.publishEvent(new MembersChanged(batch, changed));
        }
    }

    private static boolean ofRules(String path) {
        return path.equals("birthday") || path.equals("joinedOn");
    }

    private static Set<MemberField> fields(Set<String> paths) {
        return paths.stream()
                .map(Edits::field)
                .filter(java.util.Objects::nonNull)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(MemberField.class)));
    }
}
