package org.guildhall.ledger.statement;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.LotView;
import org.guildhall.ledger.StatementQuery;
import org.guildhall.ledger.StatementSummary;
import org.guildhall.ledger.allocation.Lots;
import org.guildhall.ledger.booking.LotDates;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Adds up a member's entries before, within and up to the end of a period. */
@Component
class SummaryStore {

    private static final String LINES = """
            with line as (
              select coalesce(occurred_at < {2}::timestamptz, false) as earlier, sum(amount)::bigint as amount
              from ledger.entry
              where member_id = {0}
                and asset = {1}
                and ({3}::timestamptz is null or occurred_at < {3}::timestamptz)
                and ({4}::timestamptz is null or recorded_at <= {4}::timestamptz)
              group by occurred_at, posting_id, about
            )
            select coalesce(sum(amount) filter (where earlier), 0)::bigint,
              coalesce(sum(amount) filter (where not earlier and amount > 0), 0)::bigint,
              coalesce(-sum(amount) filter (where not earlier and amount < 0), 0)::bigint
            from line
            """;

    private static final String LOTS = """
            select expires_on::text, sum(amount)::bigint
            from ledger.entry
            where member_id = {0}
              and asset = {1}
              and ({2}::timestamptz is null or occurred_at < {2}::timestamptz)
              and ({3}::timestamptz is null or recorded_at <= {3}::timestamptz)
            group by expires_on
            having sum(amount) <> 0
            order by expires_on
            """;

    private final DSLContext sql;

    SummaryStore(DSLContext sql) {
        this.sql = sql;
    }

    StatementSummary summary(StatementQuery period) {
        var asset = Objects.requireNonNull(period.asset());
        return sql.resultQuery(
                        LINES,
                        DSL.val(period.member().value()),
                        DSL.val(asset.code()),
                        text(period.from()),
                        text(period.to()),
                        text(period.knownAt()))
                .fetchSingle(row -> {
                    long opening = row.get(0, Long.class);
                    long came = row.get(1, Long.class);
                    long went = row.get(2, Long.class);
                    return new StatementSummary(asset, opening, came, went, opening + came - went, lots(period, asset));
                });
    }

    private List<LotView> lots(StatementQuery period, Asset asset) {
        return sql.resultQuery(
                        LOTS,
                        DSL.val(period.member().value()),
                        DSL.val(asset.code()),
                        text(period.to()),
                        text(period.knownAt()))
                .fetch(row -> {
                    var lot = LotDates.lot(row.get(0, String.class));
                    return new LotView(row.get(1, Long.class), LotDates.expiry(lot), lot.equals(Lots.DEBT));
                });
    }

    private static Field<String> text(@Nullable Instant value) {
        return DSL.val(value == null ? null : value.toString(), String.class);
    }
}
