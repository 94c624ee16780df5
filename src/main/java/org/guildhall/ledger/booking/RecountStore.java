package org.guildhall.ledger.booking;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.allocation.Line;
import org.guildhall.ledger.allocation.Replay;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Works accounts out again from their stored movements and compares the result with their stored lots and entries. */
@Component
public class RecountStore {

    private final DSLContext sql;
    private final PostingStore postings;
    private final AccountStore accounts;
    private final BusinessTime time;

    RecountStore(DSLContext sql, PostingStore postings, AccountStore accounts, BusinessTime time) {
        this.sql = sql;
        this.postings = postings;
        this.accounts = accounts;
        this.time = time;
    }

    /** How many movements were replayed, and the first account whose lots or entries differ. */
    public record Comparison(long events, @Nullable String breach) {}

    /** The next members with accounts. */
    public List<UUID> members(UUID after, int limit) {
        return sql.resultQuery("""
                        select distinct member_id
                        from ledger.account
                        where member_id > ?
                        order by member_id
                        limit ?
                        """, after, limit).fetch(0, UUID.class);
    }

    /** Replays all accounts of the members. */
    public Comparison compare(Collection<UUID> members) {
        var lots = lots(members);
        var histories = postings.histories(lots.keySet());
        var mayOwe = accounts.assets();
        long events = 0;
        for (var account : lots.entrySet()) {
            var history = histories.get(account.getKey());
            if (history == null) {
                continue;
            }
            events += history.events().size();
            var replay = Replay.of(
                    history.events(), mayOwe.getOrDefault(account.getKey().asset(), false), time);
            var key = account.getKey();
            var whose = "member " + key.member() + ", " + key.asset();
            if (!replay.lots().equals(account.getValue())) {
                return new Comparison(events, whose + ": lots " + account.getValue() + ", replayed " + replay.lots());
            }
            var line = difference(history.booked(), replay.lines());
            if (line != null) {
                return new Comparison(events, whose + ", " + line);
            }
        }
        return new Comparison(events, null);
    }

    /** The first line, by lot and programme account, that is booked otherwise than the replay has it. */
    private static @Nullable String difference(Map<Line, Long> booked, Map<Line, Long> replayed) {
        var lines = new HashSet<>(booked.keySet());
        lines.addAll(replayed.keySet());
        return lines.stream()
                .filter(line -> !booked.getOrDefault(line, 0L).equals(replayed.getOrDefault(line, 0L)))
                .min(Comparator.comparing(Line::lot).thenComparing(Line::contra))
                .map(line -> "lot " + LotDates.text(line.lot()) + ", "
                        + line.contra().code() + ": booked " + booked.getOrDefault(line, 0L) + ", replayed "
                        + replayed.getOrDefault(line, 0L))
                .orElse(null);
    }

    private Map<AccountKey, Map<LocalDate, Long>> lots(Collection<UUID> members) {
        var lots = new HashMap<AccountKey, Map<LocalDate, Long>>();
        for (var row : sql.fetch("""
                select a.member_id, a.asset, l.expires_on::text, l.amount
                from ledger.account a
                left join ledger.lot l
                  on l.member_id = a.member_id
                  and l.asset = a.asset
                  and l.amount <> 0
                where a.member_id = any(?)
                """, (Object) members.toArray(UUID[]::new))) {
            var key = new AccountKey(new MemberId(row.get(0, UUID.class)), Asset.of(row.get(1, String.class)));
            var account = lots.computeIfAbsent(key, wanted -> new TreeMap<>());
            if (row.get(3) != null) {
                account.put(LotDates.lot(row.get(2, String.class)), row.get(3, Long.class));
            }
        }
        return lots;
    }
}
