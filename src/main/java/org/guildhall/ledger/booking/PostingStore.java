package org.guildhall.ledger.booking;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.MemberId;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.Contra;
import org.guildhall.ledger.allocation.Act;
import org.guildhall.ledger.allocation.Acts;
import org.guildhall.ledger.allocation.Event;
import org.guildhall.ledger.allocation.Family;
import org.guildhall.ledger.allocation.History;
import org.guildhall.ledger.allocation.Line;
import org.guildhall.platform.BinaryCopy;
import org.guildhall.platform.FixedStatement;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Adds postings with their entries, and finds those booked earlier. */
@Component
class PostingStore {

    private static final String KNOWN = """
            select posting_id, content_hash
            from ledger.posting
            where posting_id = any(?)
            """;

    private static final String EVENTS = """
            select member_id, posting_id, occurred_at, cause_type, cause_id, movements
            from ledger.posting
            where member_id = any(?)
            """;

    private static final String BOOKED = """
            select member_id, asset, about, expires_on::text, contra, sum(amount)::bigint
            from ledger.entry
            where member_id = any(?)
            group by member_id, asset, about, expires_on, contra
            """;

    private static final FixedStatement PROGRAMME = FixedStatement.of("""
            insert into ledger.programme_change (change_id, asset, contra, amount, recorded_at)
            select change_id, asset, contra, amount, ?::timestamptz
            from unnest(?, ?, ?, ?) as d (change_id, asset, contra, amount)
            """);

    private final DSLContext sql;
    private final Clock clock;

    PostingStore(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    Map<UUID, Stored.Known> known(Collection<Request> requests) {
        var ids = requests.stream().map(Request::id).toArray(UUID[]::new);
        var known = new HashMap<UUID, Stored.Known>();
        for (var row : sql.fetch(KNOWN, (Object) ids)) {
            known.put(row.get(0, UUID.class), new Stored.Known(row.get(1, UUID.class)));
        }
        return known;
    }

    /** Everything known and booked about accounts. */
    Map<AccountKey, History> histories(Collection<AccountKey> keys) {
        var members = keys.stream().map(key -> key.member().value()).distinct().toArray(UUID[]::new);
        var events = new HashMap<AccountKey, List<Event>>();
        var byPosting = new HashMap<AccountKey, Map<UUID, List<Event>>>();
        for (var row : sql.fetch(EVENTS, (Object) members)) {
            var member = new MemberId(row.get(0, UUID.class));
            var posting = row.get(1, UUID.class);
            var occurredAt = row.get(2, OffsetDateTime.class).toInstant();
            for (Act act : Acts.read(row.get(5, String.class))) {
                var key = new AccountKey(member, act.asset());
                var event = new Event(posting, occurredAt, row.get(3, String.class), row.get(4, UUID.class), act);
                events.computeIfAbsent(key, wanted -> new ArrayList<>()).add(event);
                byPosting
                        .computeIfAbsent(key, wanted -> new HashMap<>())
                        .computeIfAbsent(posting, id -> new ArrayList<>(1))
                        .add(event);
            }
        }
        var booked = booked(members, byPosting);
        var histories = new HashMap<AccountKey, History>();
        for (var key : keys) {
            histories.put(key, new History(events.getOrDefault(key, List.of()), booked.getOrDefault(key, Map.of())));
        }
        return histories;
    }

    private Map<AccountKey, Map<Line, Long>> booked(UUID[] members, Map<AccountKey, Map<UUID, List<Event>>> events) {
        var booked = new HashMap<AccountKey, Map<Line, Long>>();
        for (var row : sql.fetch(BOOKED, (Object) members)) {
            var key = new AccountKey(new MemberId(row.get(0, UUID.class)), Asset.of(row.get(1, String.class)));
            var about = row.get(2, UUID.class);
            var contra = Contra.of(row.get(4, String.class));
            var ofAbout = events.getOrDefault(key, Map.of()).getOrDefault(about, List.of());
            var line = new Line(Family.of(about, ofAbout, contra), LotDates.lot(row.get(3, String.class)), contra);
            booked.computeIfAbsent(key, wanted -> new HashMap<>()).merge(line, row.get(5, Long.class), Long::sum);
        }
        return booked;
    }

    /** Adds what the plan accepted; what occurred before the books were open is booked when they were opened. */
    void write(List<Plan.Accepted> accepted, Instant recordedAt, OpenBookStore.Bounds bounds) {
        BinaryCopy.copy(
                sql,
                "ledger.posting (member_id, posting_id, content_hash, kind, cause_type, cause_id, movements,"
                        + " occurred_at, recorded_at, actor, reason_code, policy_version, reverses)",
                out -> accepted.forEach(item -> writePosting(out, item, recordedAt)));
        BinaryCopy.copy(
                sql,
                "ledger.entry (member_id, occurred_at, posting_id, line, asset, expires_on, contra, amount, about,"
                        + " recorded_at, booked_at)",
                out -> accepted.forEach(item -> writeEntries(out, item, recordedAt, bounds)));
        writeProgramme(accepted, recordedAt);
    }

    private static void writePosting(BinaryCopy out, Plan.Accepted item, Instant recordedAt) {
        var request = item.request();
        out.row()
                .add(request.member().value())
                .add(request.id())
                .add(request.contentHash())
                .add(request.head().kind())
                .add(request.head().causeType())
                .add(request.head().causeId())
                .add(request.movements())
                .add(item.occurredAt())
                .add(recordedAt)
                .add(request.actor())
                .add(request.head().reasonCode())
                .addInt(request.head().policyVersion())
                .add(request.reverses());
    }

    private static void writeEntries(
            BinaryCopy out, Plan.Accepted item, Instant recordedAt, OpenBookStore.Bounds bounds) {
        int line = 0;
        for (var entry : item.entries()) {
            var part = entry.correction().part();
            out.row()
                    .add(item.request().member().value())
                    .add(entry.correction().occurredAt())
                    .add(item.request().id())
                    .addSmall(line++)
                    .add(entry.asset().code())
                    .add(part.lot())
                    .add(part.contra().code())
                    .addBig(part.amount())
                    .add(entry.correction().about())
                    .add(recordedAt)
                    .add(bounds.precedes(entry.correction().occurredAt()) ? bounds.openFrom() : null);
        }
    }

    private void writeProgramme(List<Plan.Accepted> accepted, Instant recordedAt) {
        var sums = new TreeMap<Asset, Map<Contra, Long>>();
        for (var item : accepted) {
            for (var entry : item.entries()) {
                var part = entry.correction().part();
                sums.computeIfAbsent(entry.asset(), asset -> new EnumMap<>(Contra.class))
                        .merge(part.contra(), -part.amount(), Math::addExact);
            }
        }
        var ids = new ArrayList<UUID>();
        var assets = new ArrayList<String>();
        var contras = new ArrayList<String>();
        var amounts = new ArrayList<Long>();
        sums.forEach((asset, byContra) -> byContra.forEach((contra, amount) -> {
            ids.add(Ids.next(clock));
            assets.add(asset.code());
            contras.add(contra.code());
            amounts.add(amount);
        }));
        if (!ids.isEmpty()) {
            PROGRAMME.execute(
                    sql,
                    recordedAt.toString(),
                    ids.toArray(UUID[]::new),
                    assets.toArray(String[]::new),
                    contras.toArray(String[]::new),
                    amounts.toArray(Long[]::new));
        }
    }
}
