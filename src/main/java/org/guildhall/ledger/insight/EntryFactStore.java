package org.guildhall.ledger.insight;

import static org.guildhall.insights.Column.Type.DATE;
import static org.guildhall.insights.Column.Type.NUMBER;
import static org.guildhall.insights.Column.Type.TEXT;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.guildhall.insights.Column;
import org.guildhall.insights.FactSource;
import org.guildhall.insights.Feed;
import org.guildhall.kernel.BusinessTime;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The ledger's entries, each with the company day on which its act occurred; never amended. */
@Component
final class EntryFactStore implements FactSource {

    private static final int FETCH = 10_000;

    private final DSLContext sql;
    private final BusinessTime time;

    EntryFactStore(DSLContext sql, BusinessTime time) {
        this.sql = sql;
        this.time = time;
    }

    @Override
    public String name() {
        return "ledger_entry";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.member("member"),
                Column.of("asset", TEXT),
                Column.of("contra", TEXT),
                Column.of("day", DATE),
                Column.of("amount", NUMBER));
    }

    @Override
    public boolean amends() {
        return false;
    }

    @Override
    public void read(Feed feed) {
        var rows = sql.resultQuery("""
                        select member_id, asset, contra, occurred_at, amount
                        from ledger.entry
                        where changed_xid >= ? and changed_xid < ?
                        """, feed.fromTransaction(), feed.beforeTransaction())
                .fetchSize(FETCH);
        try (var cursor = rows.fetchLazy()) {
            for (var row : cursor) {
                var day = time.dateOf(row.get(3, OffsetDateTime.class).toInstant());
                feed.sink()
                        .row(
                                row.get(0, UUID.class),
                                row.get(1, String.class),
                                row.get(2, String.class),
                                day,
                                row.get(4, Long.class));
            }
        }
    }
}
