package org.guildhall.members.registry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.guildhall.kernel.MemberId;
import org.guildhall.members.ConsentView;
import org.guildhall.members.Participant;
import org.guildhall.members.TimelineEntry;
import org.guildhall.members.TimelineQuery;
import org.guildhall.members.consents.ConsentStore;
import org.guildhall.members.registry.ChangeStore.Change;
import org.springframework.stereotype.Component;

/** The registry's own part of the timeline: life cycle, changes, consents, reveals. */
@Component
class RegistryParticipant implements Participant {

    private static final String PREFIX = "members.";
    private static final String CONSENTED = PREFIX + "consented";
    private static final Set<String> ACTS = Set.of(
            "registered",
            "updated",
            "transitioned",
            "assigned",
            "contacts-confirmed",
            "revealed",
            "undone",
            "annulled",
            "erased");

    private final ChangeStore changes;
    private final ConsentStore consents;
    private final Views views;

    RegistryParticipant(ChangeStore changes, ConsentStore consents, Views views) {
        this.changes = changes;
        this.consents = consents;
        this.views = views;
    }

    @Override
    public String module() {
        return "members";
    }

    @Override
    public Set<String> kinds() {
        var kinds = ACTS.stream().map(PREFIX::concat).collect(Collectors.toSet());
        kinds.add(CONSENTED);
        return kinds;
    }

    @Override
    public List<TimelineEntry> timeline(MemberId member, TimelineQuery query) {
        var entries = new ArrayList<TimelineEntry>();
        var acts = ACTS.stream().filter(act -> query.wants(PREFIX + act)).collect(Collectors.toSet());
        if (!acts.isEmpty()) {
            changes.timeline(member, acts, query).forEach(change -> entries.add(entry(change)));
        }
        if (query.wants(CONSENTED)) {
            consents.timeline(member, query).forEach(consent -> entries.add(entry(consent)));
        }
        return entries;
    }

    private TimelineEntry entry(Change change) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("paths", change.paths());
        facts.put("version", change.version());
        if (change.reason() != null) {
            facts.put("reason", change.reason());
        }
        if (change.batch() != null) {
            facts.put("batch", change.batch());
        }
        if (!change.values().isEmpty()) {
            var values = new ArrayList<Map<String, Object>>();
            change.values().forEach((path, pair) -> {
                var value = new LinkedHashMap<String, Object>();
                value.put("path", path);
                putIfKnown(value, "before", views.shown(path, pair.before()));
                putIfKnown(value, "after", views.shown(path, pair.after()));
                values.add(value);
            });
            facts.put("values", values);
        }
        return new TimelineEntry(
                change.id(), PREFIX + change.act(), change.occurredAt(), change.recordedAt(), change.actor(), facts);
    }

    private static void putIfKnown(
            Map<String, Object> value, String name, @org.jspecify.annotations.Nullable String text) {
        if (text != null) {
            value.put(name, text);
        }
    }

    private static TimelineEntry entry(ConsentView consent) {
        Map<String, Object> facts = Map.of(
                "purpose", consent.purpose(),
                "channel", consent.channel(),
                "granted", consent.granted(),
                "version", consent.version(),
                "evidence", consent.evidence());
        return new TimelineEntry(
                consent.id(), CONSENTED, consent.occurredAt(), consent.recordedAt(), consent.actor(), facts);
    }
}
