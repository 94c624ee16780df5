package org.guildhall.loyalty.insight;

import static org.guildhall.insights.Column.Type.DATE;
import static org.guildhall.insights.Column.Type.ID;
import static org.guildhall.insights.Column.Type.INSTANT;
import static org.guildhall.insights.Column.Type.NUMBER;
import static org.guildhall.insights.Column.Type.TEXT;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.guildhall.insights.Column;
import org.guildhall.insights.FactSource;
import org.guildhall.insights.Feed;
import org.guildhall.kernel.BusinessTime;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Purchases, their lines, returns, voidings and tier steps; facts are never rewritten, so rows are only added. */
@Configuration(proxyBeanMethods = false)
class LoyaltyFactStore {

    private static final int FETCH = 10_000;

    private final DSLContext sql;
    private final BusinessTime time;

    LoyaltyFactStore(DSLContext sql, BusinessTime time) {
        this.sql = sql;
        this.time = time;
    }

    @Bean
    FactSource purchaseFacts() {
        var columns = List.of(
                Column.key("id"),
                Column.member("member"),
                Column.of("day", DATE),
                Column.unit("unit"),
                Column.of("currency", TEXT),
                Column.of("amount", NUMBER),
                Column.of("source", TEXT),
                Column.of("number", TEXT));
        return new Rows("purchase", columns, """
                select purchase_id, member_id, occurred_at, store_id, currency, total_minor, source, number
                from loyalty.purchase
                where changed_xid >= ? and changed_xid < ?
                """, row -> new @Nullable Object[] {
            id(row, 0), id(row, 1), day(row, 2), id(row, 3), text(row, 4), number(row, 5), text(row, 6), text(row, 7)
        });
    }

    @Bean
    FactSource purchaseLineFacts() {
        var columns = List.of(
                Column.key("purchase"),
                Column.member("member"),
                Column.of("day", DATE),
                Column.unit("unit"),
                Column.of("currency", TEXT),
                Column.of("amount", NUMBER),
                Column.of("category", TEXT));
        return new Rows("purchase_line", columns, """
                select p.purchase_id, p.member_id, p.occurred_at, p.store_id, p.currency, l.amount, l.category
                from loyalty.purchase p
                cross join lateral unnest(p.line_amounts_minor, p.line_categories) as l (amount, category)
                where p.changed_xid >= ? and p.changed_xid < ?
                """, row -> new @Nullable Object[] {
            id(row, 0), id(row, 1), day(row, 2), id(row, 3), text(row, 4), number(row, 5), text(row, 6)
        });
    }

    @Bean
    FactSource returnFacts() {
        var columns = List.of(
                Column.key("id"),
                Column.of("member", ID),
                Column.of("day", DATE),
                Column.of("source", TEXT),
                Column.of("purchase_number", TEXT),
                Column.of("amount", NUMBER));
        return new Rows(
                "returned", columns, """
                select return_id, member_id, occurred_at, source, purchase_number,
                       coalesce(amount_minor, (
                         select sum((line -> 'amount' ->> 'minor')::bigint)::bigint
                         from jsonb_array_elements(lines) line))
                from loyalty.return
                where changed_xid >= ? and changed_xid < ?
                """, row -> new @Nullable Object[] {
                    id(row, 0), id(row, 1), day(row, 2), text(row, 3), text(row, 4), number(row, 5)
                });
    }

    @Bean
    FactSource voidingFacts() {
        return new Rows("voiding", List.of(Column.key("fact")), """
                select fact_id
                from loyalty.voiding
                where changed_xid >= ? and changed_xid < ?
                """, row -> new @Nullable Object[] {id(row, 0)});
    }

    @Bean
    FactSource tierFacts() {
        var columns = List.of(
                Column.member("member"),
                Column.of("effective_at", INSTANT),
                Column.of("ordinal", NUMBER),
                Column.of("day", DATE),
                Column.of("tier", TEXT),
                Column.of("withdraws", NUMBER));
        return new Rows("tier_step", columns, """
                select member_id, effective_at, seq::bigint, to_tier, withdraws::bigint
                from loyalty.tier_change
                where changed_xid >= ? and changed_xid < ?
                """, row -> new @Nullable Object[] {
            id(row, 0), instant(row, 1), number(row, 2), day(row, 1), text(row, 3), number(row, 4)
        });
    }

    /** A source given by one statement whose parameters are the feed's transactions. */
    private final class Rows implements FactSource {

        private final String name;
        private final List<Column> columns;
        private final String statement;
        private final Function<Record, @Nullable Object[]> values;

        Rows(String name, List<Column> columns, String statement, Function<Record, @Nullable Object[]> values) {
            this.name = name;
            this.columns = columns;
            this.statement = statement;
            this.values = values;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public List<Column> columns() {
            return columns;
        }

        @Override
        public boolean amends() {
            return false;
        }

        @Override
        public void read(Feed feed) {
            var query = sql.resultQuery(statement, feed.fromTransaction(), feed.beforeTransaction());
            try (var cursor = query.fetchSize(FETCH).fetchLazy()) {
                cursor.forEach(row -> feed.sink().row(values.apply(row)));
            }
        }
    }

    private static @Nullable UUID id(Record row, int column) {
        return row.get(column, UUID.class);
    }

    private static @Nullable String text(Record row, int column) {
        return row.get(column, String.class);
    }

    private static @Nullable Long number(Record row, int column) {
        return row.get(column, Long.class);
    }

    private static Instant instant(Record row, int column) {
        return row.get(column, OffsetDateTime.class).toInstant();
    }

    private LocalDate day(Record row, int column) {
        return time.dateOf(instant(row, column));
    }
}
