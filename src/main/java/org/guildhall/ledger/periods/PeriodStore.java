package org.guildhall.ledger.periods;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.Closing;
import org.guildhall.ledger.PeriodFigure;
import org.guildhall.ledger.PeriodPreview;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The closings with their figures, and what the entries make of a month. */
@Component
class PeriodStore {

    private static final String FIGURES = """
            select a.asset,
              coalesce(sum(e.amount) filter (where e.at < s.starts_at), 0)::bigint as opening,
              coalesce(sum(e.amount) filter (where e.at >= s.starts_at and e.contra = 'issued'), 0)::bigint,
              coalesce(sum(e.amount) filter (where e.at >= s.starts_at and e.contra = 'redeemed'), 0)::bigint,
              coalesce(sum(e.amount) filter (where e.at >= s.starts_at and e.contra = 'adjusted'), 0)::bigint,
              coalesce(sum(e.amount) filter (where e.at >= s.starts_at and e.contra = 'expired'), 0)::bigint,
              coalesce(sum(e.amount) filter (where e.at >= s.starts_at and e.contra = 'lost'), 0)::bigint,
              coalesce(sum(e.amount) filter (where e.at >= s.starts_at and e.contra = 'held'), 0)::bigint,
              coalesce(sum(e.amount), 0)::bigint as closing
            from ledger.asset a
            cross join (select ?::timestamptz as starts_at, ?::timestamptz as ends_at) s
            left join (
              select asset, contra, amount, coalesce(booked_at, occurred_at) as at
              from ledger.entry
            ) e
              on e.asset = a.asset
              and e.at < s.ends_at
            group by a.asset
            order by a.asset
            """;

    private final DSLContext sql;

    PeriodStore(DSLContext sql) {
        this.sql = sql;
    }

    /** A month with its first instant and the first after it. */
    record Span(LocalDate month, Instant starts, Instant ends) {}

    /** Who acts, why and when. */
    record Said(String reason, String actor, String actorName, Instant at) {}

    /** Waits for the bookings under way and keeps others waiting until the end of the transaction. */
    void lockAlone() {
        sql.execute("select pg_advisory_xact_lock(7305214860215)");
    }

    /** The month closed last and not opened again. */
    Optional<LocalDate> lastClosed() {
        return sql.resultQuery("""
                        select max(c.period)::text
                        from ledger.closing c
                        where c.act = 'close'
                          and not exists (select from ledger.closing u where u.undoes = c.closing_no)
                        """)
                .fetchOptional(row -> row.get(0, String.class))
                .map(LocalDate::parse);
    }

    /** The first month that was ever closed, opened again or not. */
    Optional<LocalDate> firstClosed() {
        return sql.resultQuery("select min(period)::text from ledger.closing")
                .fetchOptional(row -> row.get(0, String.class))
                .map(LocalDate::parse);
    }

    Closing close(Span span, Said said) {
        long number = insert("close", span, null, said);
        var figures = figures(span);
        for (var figure : figures) {
            sql.execute(
                    "insert into ledger.closing_figure values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    number,
                    figure.asset().code(),
                    figure.opening(),
                    figure.issued(),
                    figure.redeemed(),
                    figure.adjusted(),
                    figure.expired(),
                    figure.lost(),
                    figure.held(),
                    figure.closing());
        }
        openFrom(span.ends);
        return new Closing(
                number,
                Closing.Act.CLOSE,
                span.month,
                null,
                null,
                said.reason,
                said.actor,
                said.actorName,
                said.at,
                figures);
    }

    /** The books are open again from the start of the month, or from ever if no month before it is closed. */
    Closing reopen(Span span, Said said) {
        long undone = sql.fetchSingle("""
                        select max(c.closing_no)
                        from ledger.closing c
                        where c.act = 'close'
                          and c.period = ?::date
                        """, span.month.toString()).get(0, Long.class);
        long number = insert("reopen", span, undone, said);
        boolean earlier = lastClosed().isPresent();
        openFrom(earlier ? span.starts : Instant.parse("1900-01-01T00:00:00Z"));
        return new Closing(
                number,
                Closing.Act.REOPEN,
                span.month,
                undone,
                null,
                said.reason,
                said.actor,
                said.actorName,
                said.at,
                List.of());
    }

    List<Closing> closings() {
        var figures = sql.resultQuery("""
                        select asset, opening, issued, redeemed, adjusted, expired, lost, held, closing, closing_no
                        from ledger.closing_figure
                        order by closing_no, asset
                        """).fetchGroups(row -> row.get(9, Long.class), PeriodStore::figure);
        return sql.resultQuery("""
                        select c.closing_no, c.act, c.period::text, c.undoes, u.closing_no as undone_by, c.reason, c.actor,
                          c.actor_name, c.recorded_at
                        from ledger.closing c
                        left join ledger.closing u
                          on u.undoes = c.closing_no
                        order by c.closing_no desc
                        """)
                .fetch(row -> new Closing(
                        row.get(0, Long.class),
                        Closing.Act.valueOf(row.get(1, String.class).toUpperCase(Locale.ROOT)),
                        LocalDate.parse(row.get(2, String.class)),
                        row.get(3, Long.class),
                        row.get(4, Long.class),
                        row.get(5, String.class),
                        row.get(6, String.class),
                        row.get(7, String.class),
                        row.get(8, OffsetDateTime.class).toInstant(),
                        figures.getOrDefault(row.get(0, Long.class), List.of())));
    }

    PeriodPreview preview(Span span, boolean ended) {
        var open = sql.fetchSingle(
                """
                select
                  (select count(*) from ledger.lot where amount > 0 and expires_on > '-infinity' and expires_on <= ?::date),
                  (select count(*) from ledger.hold where state = 'open' and placed_at < ?::timestamptz),
                  (select count(*) from ledger.posting where occurred_at >= ?::timestamptz and occurred_at < ?::timestamptz
                    and recorded_at >= ?::timestamptz),
                  (select max(recorded_at) from ledger.posting where occurred_at >= ?::timestamptz
                    and occurred_at < ?::timestamptz and recorded_at >= ?::timestamptz)
                """,
                span.month.plusMonths(1).toString(),
                span.ends.toString(),
                span.starts.toString(),
                span.ends.toString(),
                span.ends.toString(),
                span.starts.toString(),
                span.ends.toString(),
                span.ends.toString());
        var last = open.get(3, OffsetDateTime.class);
        return new PeriodPreview(
                span.month,
                ended,
                figures(span),
                open.get(0, Long.class),
                open.get(1, Long.class),
                open.get(2, Long.class),
                last == null ? null : last.toInstant());
    }

    private List<PeriodFigure> figures(Span span) {
        return sql.fetch(FIGURES, span.starts.toString(), span.ends.toString()).map(PeriodStore::figure);
    }

    private static PeriodFigure figure(Record row) {
        return new PeriodFigure(
                Asset.of(row.get(0, String.class)),
                row.get(1, Long.class),
                row.get(2, Long.class),
                row.get(3, Long.class),
                row.get(4, Long.class),
                row.get(5, Long.class),
                row.get(6, Long.class),
                row.get(7, Long.class),
                row.get(8, Long.class));
    }

    private long insert(String act, Span span, @Nullable Long undoes, Said said) {
        return sql.fetchSingle(
                        """
                        insert into ledger.closing
                          (act, period, starts_at, ends_at, undoes, reason, actor, actor_name, recorded_at)
                        values (?, ?::date, ?::timestamptz, ?::timestamptz, ?::bigint, ?, ?, ?, ?::timestamptz)
                        returning closing_no
                        """,
                        act,
                        span.month.toString(),
                        span.starts.toString(),
                        span.ends.toString(),
                        undoes,
                        said.reason,
                        said.actor,
                        said.actorName,
                        said.at.toString())
                .get(0, Long.class);
    }

    private void openFrom(Instant at) {
        sql.execute("update ledger.books set open_from = ?::timestamptz", at.toString());
    }
}
