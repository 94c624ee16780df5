package org.guildhall.intake.runs;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.guildhall.access.Permission;
import org.guildhall.intake.ImportId;
import org.guildhall.intake.ImportPermissions;
import org.guildhall.kernel.MemberId;
import org.guildhall.members.Participant;
import org.guildhall.members.TimelineEntry;
import org.guildhall.members.TimelineQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The intake's part of a member's timeline: which files told of the member, and which of them were undone. */
@Component
class ImportTimeline implements Participant {

    private static final String IMPORTED = "intake.imported";
    private static final String UNDONE = "intake.undone";
    private static final Comparator<TimelineEntry> NEWEST = Comparator.comparing(TimelineEntry::occurredAt)
            .thenComparing(TimelineEntry::id)
            .reversed();

    private final BatchStore batches;
    private final ImportStore imports;

    ImportTimeline(BatchStore batches, ImportStore imports) {
        this.batches = batches;
        this.imports = imports;
    }

    @Override
    public String module() {
        return "intake";
    }

    @Override
    public Set<String> kinds() {
        return Set.of(IMPORTED, UNDONE);
    }

    @Override
    public Permission permission(String kind) {
        return ImportPermissions.READ;
    }

    @Override
    public List<TimelineEntry> timeline(MemberId member, TimelineQuery query) {
        return batches.importsOf(member).entrySet().stream()
                .flatMap(touch -> entries(touch.getKey(), touch.getValue()))
                .filter(entry -> query.wants(entry.kind()))
                .filter(entry -> query.knownAt() == null || !entry.recordedAt().isAfter(query.knownAt()))
                .filter(entry -> isBefore(entry, query.before()))
                .sorted(NEWEST)
                .limit(query.limit())
                .toList();
    }

    private Stream<TimelineEntry> entries(UUID id, String act) {
        var stored = imports.get(ImportId.of(id));
        var at = stored.finishedAt() == null ? stored.createdAt() : stored.finishedAt();
        Map<String, Object> facts = Map.of("importId", id, "fileName", stored.fileName(), "act", act);
        var imported = new TimelineEntry(id, IMPORTED, at, at, stored.actor(), facts);
        var undoneAt = stored.undoneAt();
        return undoneAt == null
                ? Stream.of(imported)
                : Stream.of(imported, undone(id, undoneAt, facts, imports.undo(ImportId.of(id))));
    }

    private static TimelineEntry undone(
            UUID id, Instant at, Map<String, Object> facts, ImportStore.@Nullable Undo undo) {
        var told = new HashMap<>(facts);
        if (undo != null) {
            told.put("reason", undo.reason());
        }
        return new TimelineEntry(id, UNDONE, at, at, undo == null ? null : undo.actor(), told);
    }

    private static boolean isBefore(TimelineEntry entry, TimelineQuery.@Nullable Before before) {
        if (before == null) {
            return true;
        }
        int byTime = entry.occurredAt().compareTo(before.occurredAt());
        return byTime < 0 || (byTime == 0 && entry.id().compareTo(before.id()) < 0);
    }
}
