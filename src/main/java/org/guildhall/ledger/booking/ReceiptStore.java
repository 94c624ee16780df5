package org.guildhall.ledger.booking;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.Contra;
import org.guildhall.ledger.EntryView;
import org.guildhall.ledger.Receipt;
import org.guildhall.ledger.allocation.Lots;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Finds what postings booked earlier, for callers that send a key again. */
@Component
class ReceiptStore {

    private static final String ENTRIES = """
            select e.posting_id, e.about, e.asset, p.kind, e.amount, e.contra, e.expires_on::text,
              e.occurred_at, e.recorded_at, p.cause_type, p.cause_id, p.reason_code, p.policy_version
            from ledger.posting p
            join ledger.entry e
              on e.member_id = p.member_id
              and e.posting_id = p.posting_id
            where p.posting_id = any(?)
            order by e.posting_id, e.line
            """;

    private static final String BALANCES = """
            select p.posting_id, a.asset, a.balance
            from ledger.posting p
            join ledger.account a
              on a.member_id = p.member_id
            where p.posting_id = any(?)
              and p.movements ~ ('(^|\\n)[a-z]+ ' || a.asset || ' ')
            """;

    private final DSLContext sql;

    ReceiptStore(DSLContext sql) {
        this.sql = sql;
    }

    Map<UUID, Receipt> find(Collection<UUID> postings) {
        var ids = postings.toArray(UUID[]::new);
        var groups = new LinkedHashMap<Group, List<Record>>();
        for (var row : sql.fetch(ENTRIES, (Object) ids)) {
            var group = new Group(
                    row.get(0, UUID.class),
                    row.get(1, UUID.class),
                    row.get(2, String.class),
                    row.get(7, OffsetDateTime.class));
            groups.computeIfAbsent(group, key -> new ArrayList<>(2)).add(row);
        }
        var views = new HashMap<UUID, List<EntryView>>();
        groups.forEach((group, rows) ->
                views.computeIfAbsent(group.posting, id -> new ArrayList<>()).add(view(group, rows)));
        var balances = new HashMap<UUID, Map<Asset, Long>>();
        for (var row : sql.fetch(BALANCES, (Object) ids)) {
            balances.computeIfAbsent(row.get(0, UUID.class), id -> new TreeMap<>())
                    .put(Asset.of(row.get(1, String.class)), row.get(2, Long.class));
        }
        var receipts = new HashMap<UUID, Receipt>();
        for (var id : postings) {
            receipts.put(
                    id, new Receipt(id, true, views.getOrDefault(id, List.of()), balances.getOrDefault(id, Map.of())));
        }
        return receipts;
    }

    private static EntryView view(Group group, List<Record> rows) {
        var first = rows.getFirst();
        var parts = rows.stream().map(ReceiptStore::part).toList();
        return new EntryView(
                group.posting,
                group.about,
                Asset.of(group.asset),
                first.get(3, String.class),
                parts.stream().mapToLong(EntryView.Part::amount).sum(),
                parts,
                group.occurredAt.toInstant(),
                first.get(8, OffsetDateTime.class).toInstant(),
                first.get(9, String.class),
                first.get(10, UUID.class),
                first.get(11, String.class),
                first.get(12, Integer.class),
                null,
                null);
    }

    private static EntryView.Part part(Record row) {
        var lot = LotDates.lot(row.get(6, String.class));
        return new EntryView.Part(
                row.get(4, Long.class),
                Contra.of(row.get(5, String.class)),
                LotDates.expiry(lot),
                lot.equals(Lots.DEBT));
    }

    private record Group(UUID posting, UUID about, String asset, OffsetDateTime occurredAt) {}
}
