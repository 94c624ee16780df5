package org.guildhall.members.registry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.guildhall.access.Permission;
import org.guildhall.kernel.MemberId;
import org.guildhall.members.ConsentView;
import org.guildhall.members.MemberPermissions;
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
    private final MemberStore members;
    private final Views views;

    RegistryParticipant(ChangeStore changes, ConsentStore consents, MemberStore members, Views views) {
        this.changes = changes;
        this.consents = consents;
        this.members = members;
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
    public Permission permission(String kind) {
        return MemberPermissions.READ;
    }

    @Override
    public List<TimelineEntry> timeline(MemberId member, TimelineQuery query) {
        var entries = new ArrayList<TimelineEntry>();
        var acts = ACTS.stream().filter(act -> query.wants(PREFIX + act)).collect(Collectors.toSet());
        if (!acts.isEmpty()) {
            boolean clear = clear(member);
            changes.timeline(member, acts, query).forEach(change -> entries.add(entry(change, clear)));
        }
        if (query.wants(CONSENTED)) {
            consents.timeline(member, query).forEach(consent -> entries.add(entry(consent)));
        }
        return entries;
    }

    /** Asks where the member is at home only of readers for whom that decides. */
    private boolean clear(MemberId member) {
        var unmasked = views.unmasked();
        if (unmasked.everywhere() || unmasked.scope() == null) {
            return unmasked.everywhere();
        }
        var where = members.whereabouts(member);
        return where != null && unmasked.includes(where.homeUnit(), where.adviser());
    }

    private static TimelineEntry entry(Change change, boolean clear) {
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
                putIfKnown(value, "before", Views.shown(path, pair.before(), clear));
                putIfKnown(value, "after", Views.shown(path, pair.after(), clear));
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
