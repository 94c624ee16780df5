package org.guildhall.members.timeline;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.guildhall.access.Permission;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Slice;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.EntryView;
import org.guildhall.ledger.KeptAssets;
import org.guildhall.ledger.Ledger;
import org.guildhall.ledger.LedgerPermissions;
import org.guildhall.ledger.StatementQuery;
import org.guildhall.members.Participant;
import org.guildhall.members.TimelineEntry;
import org.guildhall.members.TimelineQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Tells of postings on behalf of the ledger, which lies below members: one entry a posting, with what each asset
 * gained. Of some assets that a module keeps by rules of its own, that module tells.
 */
@Component
class LedgerParticipant implements Participant {

    private static final String POSTED = "ledger.posted";

    private final Ledger ledger;
    private final Set<Asset> toldElsewhere;

    LedgerParticipant(Ledger ledger, ObjectProvider<KeptAssets> kept) {
        this.ledger = ledger;
        this.toldElsewhere = kept.stream()
                .filter(KeptAssets::tells)
                .flatMap(keeper -> keeper.assets().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String module() {
        return "ledger";
    }

    @Override
    public Set<String> kinds() {
        return Set.of(POSTED);
    }

    @Override
    public Permission permission(String kind) {
        return LedgerPermissions.READ;
    }

    @Override
    public List<TimelineEntry> timeline(MemberId member, TimelineQuery query) {
        var postings = new LinkedHashMap<UUID, List<EntryView>>();
        String cursor = null;
        do {
            var page = page(member, query, cursor);
            for (var line : page.items()) {
                if (!toldElsewhere.contains(line.asset()) && follows(line, query.before())) {
                    postings.computeIfAbsent(line.postingId(), id -> new ArrayList<>())
                            .add(line);
                }
            }
            cursor = page.next();
        } while (cursor != null && postings.size() <= query.limit());
        return postings.values().stream()
                .map(LedgerParticipant::entry)
                .limit(query.limit())
                .toList();
    }

    private Slice<EntryView> page(MemberId member, TimelineQuery query, @Nullable String cursor) {
        var before = query.before();
        var to = before == null ? null : before.occurredAt().plus(1, ChronoUnit.MICROS);
        return ledger.statement(new StatementQuery(member, null, null, to, query.knownAt(), cursor, Slice.PAGE_LIMIT));
    }

    private static boolean follows(EntryView line, TimelineQuery.@Nullable Before before) {
        return before == null
                || line.occurredAt().isBefore(before.occurredAt())
                || Timelines.asStored(line.postingId(), before.id()) < 0;
    }

    private static TimelineEntry entry(List<EntryView> lines) {
        var first = lines.getFirst();
        var amounts = new TreeMap<String, Long>();
        lines.forEach(line -> amounts.merge(line.asset().code(), line.amount(), Math::addExact));
        var facts = new LinkedHashMap<String, Object>();
        facts.put("posting", first.kind());
        facts.put("amounts", amounts);
        facts.put("causeType", first.causeType());
        facts.put("causeId", first.causeId());
        if (first.reasonCode() != null) {
            facts.put("reason", first.reasonCode());
        }
        return new TimelineEntry(
                first.postingId(), POSTED, first.occurredAt(), first.recordedAt(), actor(first), Map.copyOf(facts));
    }

    /** A person who asked for it; of programs nothing is said, as the cause says it. */
    private static @Nullable String actor(EntryView line) {
        return line.actor() != null && line.actor().startsWith("staff:") ? line.actor() : null;
    }
}
