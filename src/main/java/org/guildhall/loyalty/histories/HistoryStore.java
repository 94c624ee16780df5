package org.guildhall.loyalty.histories;

import static org.guildhall.jooq.loyalty.Tables.POINTS_BOOK;
import static org.guildhall.jooq.loyalty.Tables.POINTS_HISTORY;
import static org.guildhall.jooq.loyalty.Tables.POINTS_OPENING;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guildhall.jooq.loyalty.tables.records.PointsHistoryRecord;
import org.guildhall.jooq.loyalty.tables.records.PointsOpeningRecord;
import org.guildhall.kernel.MemberId;
import org.guildhall.loyalty.HistoryBatch;
import org.guildhall.loyalty.PointsPeriod;
import org.guildhall.platform.CopyWriter;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Keeps the periods that were taken over, and the opening balances that they needed. */
@Component
class HistoryStore {

    private final DSLContext sql;

    HistoryStore(DSLContext sql) {
        this.sql = sql;
    }

    /** Locks these members' books of one system until the transaction ends, in a fixed order; gives how many openings each had. */
    Map<MemberId, Integer> lock(Collection<MemberId> members, String source) {
        var ids = ids(members);
        sql.execute("""
                insert into loyalty.points_book (member_id, source)
                select id, {1} from unnest({0}) as id order by id
                on conflict do nothing
                """, DSL.val(ids), DSL.val(source));
        var openings = new HashMap<MemberId, Integer>();
        sql.select(POINTS_BOOK.MEMBER_ID, POINTS_BOOK.OPENINGS)
                .from(POINTS_BOOK)
                .where(POINTS_BOOK.MEMBER_ID.eq(any(ids)), POINTS_BOOK.SOURCE.eq(source))
                .orderBy(POINTS_BOOK.MEMBER_ID)
                .forUpdate()
                .forEach(row -> openings.put(new MemberId(row.value1()), row.value2()));
        return openings;
    }

    /** The periods that hold for these members. */
    List<Book.Kept> held(Collection<MemberId> members, String source) {
        return periods(POINTS_HISTORY
                .MEMBER_ID
                .eq(any(ids(members)))
                .and(POINTS_HISTORY.SOURCE.eq(source))
                .and(POINTS_HISTORY.VOIDED_AT.isNull()));
    }

    /** What holds of a batch for these members. */
    List<Book.Kept> heldOf(UUID batch, Collection<MemberId> members) {
        return periods(POINTS_HISTORY
                .BATCH_ID
                .eq(batch)
                .and(POINTS_HISTORY.MEMBER_ID.eq(any(ids(members))))
                .and(POINTS_HISTORY.VOIDED_AT.isNull()));
    }

    /** How often each period of these members was voided. */
    Map<MemberId, Map<Instant, Integer>> voidings(Collection<MemberId> members, String source) {
        var voidings = new HashMap<MemberId, Map<Instant, Integer>>();
        sql.select(POINTS_HISTORY.MEMBER_ID, POINTS_HISTORY.OCCURRED_AT, count())
                .from(POINTS_HISTORY)
                .where(POINTS_HISTORY.MEMBER_ID.eq(any(ids(members))), POINTS_HISTORY.SOURCE.eq(source))
                .and(POINTS_HISTORY.VOIDED_AT.isNotNull())
                .groupBy(POINTS_HISTORY.MEMBER_ID, POINTS_HISTORY.OCCURRED_AT)
                .forEach(row -> voidings.computeIfAbsent(new MemberId(row.value1()), id -> new HashMap<>())
                        .put(row.value2().toInstant(), row.value3()));
        return voidings;
    }

    /** The opening balances that hold for these members. */
    Map<MemberId, Book.Opening> openings(Collection<MemberId> members, String source) {
        var openings = new HashMap<MemberId, Book.Opening>();
        sql.selectFrom(POINTS_OPENING)
                .where(POINTS_OPENING.MEMBER_ID.eq(any(ids(members))), POINTS_OPENING.SOURCE.eq(source))
                .and(POINTS_OPENING.ENDED_AT.isNull())
                .forEach(row -> openings.put(new MemberId(row.getMemberId()), opening(row)));
        return openings;
    }

    void add(List<Book.Kept> periods, HistoryBatch batch, Instant now) {
        CopyWriter.copy(
                sql,
                "loyalty.points_history (member_id, history_id, source, occurred_at, earned, redeemed, expired,"
                        + " expires_on, batch_id, recorded_at)",
                out -> periods.forEach(kept -> out.add(kept.period().member())
                        .add(kept.id())
                        .add(batch.source())
                        .add(kept.at())
                        .add(kept.period().earned())
                        .add(kept.period().redeemed())
                        .add(kept.period().expired())
                        .add(kept.expiresOn())
                        .add(batch.id())
                        .add(now)
                        .endRow()));
    }

    void voided(List<Book.Kept> periods, Instant now) {
        sql.update(POINTS_HISTORY)
                .set(POINTS_HISTORY.VOIDED_AT, utc(now))
                .where(POINTS_HISTORY.MEMBER_ID.eq(any(
                        ids(periods.stream().map(kept -> kept.period().member()).toList()))))
                .and(POINTS_HISTORY.HISTORY_ID.eq(
                        any(periods.stream().map(Book.Kept::id).toArray(UUID[]::new))))
                .execute();
    }

    /** Keeps opening balances and counts them. */
    void open(List<Book.Opening> openings, UUID batch, Instant now) {
        CopyWriter.copy(
                sql,
                "loyalty.points_opening (member_id, opening_id, source, occurred_at, amount, expires_on, batch_id,"
                        + " recorded_at)",
                out -> openings.forEach(opening -> out.add(opening.book().member())
                        .add(opening.id())
                        .add(opening.book().source())
                        .add(opening.at())
                        .add(opening.amount())
                        .add(opening.expiresOn())
                        .add(batch)
                        .add(now)
                        .endRow()));
        for (var source :
                openings.stream().map(one -> one.book().source()).distinct().toList()) {
            sql.update(POINTS_BOOK)
                    .set(POINTS_BOOK.OPENINGS, POINTS_BOOK.OPENINGS.plus(1))
                    .where(POINTS_BOOK.SOURCE.eq(source))
                    .and(POINTS_BOOK.MEMBER_ID.eq(any(ids(
                            openings.stream().map(one -> one.book().member()).toList()))))
                    .execute();
        }
    }

    void end(List<Book.Opening> openings, Instant now) {
        sql.update(POINTS_OPENING)
                .set(POINTS_OPENING.ENDED_AT, utc(now))
                .where(POINTS_OPENING.OPENING_ID.eq(
                        any(openings.stream().map(Book.Opening::id).toArray(UUID[]::new))))
                .execute();
    }

    /** When a batch was recorded, member by member. */
    Map<MemberId, Instant> recordedBy(UUID batch, Collection<MemberId> members) {
        return sql.select(POINTS_HISTORY.MEMBER_ID, DSL.max(POINTS_HISTORY.RECORDED_AT))
                .from(POINTS_HISTORY)
                .where(POINTS_HISTORY.BATCH_ID.eq(batch), POINTS_HISTORY.MEMBER_ID.eq(any(ids(members))))
                .groupBy(POINTS_HISTORY.MEMBER_ID)
                .fetchMap(row -> new MemberId(row.value1()), row -> row.value2().toInstant());
    }

    /** A period by its identifier, voided or not. */
    Optional<Book.Kept> period(UUID id) {
        return sql.selectFrom(POINTS_HISTORY)
                .where(POINTS_HISTORY.HISTORY_ID.eq(id))
                .fetchOptional(HistoryStore::kept);
    }

    /** An opening balance by its identifier, ended or not, with when it was recorded. */
    Optional<Recorded> opening(UUID id) {
        return sql.selectFrom(POINTS_OPENING)
                .where(POINTS_OPENING.OPENING_ID.eq(id))
                .fetchOptional(
                        row -> new Recorded(opening(row), row.getRecordedAt().toInstant()));
    }

    /** An opening balance and when it was recorded. */
    record Recorded(Book.Opening opening, Instant at) {}

    /** The periods of a book as they were known then. */
    List<Book.Kept> known(Book book, Instant then) {
        return periods(POINTS_HISTORY
                .MEMBER_ID
                .eq(book.member().value())
                .and(POINTS_HISTORY.SOURCE.eq(book.source()))
                .and(POINTS_HISTORY.RECORDED_AT.le(utc(then)))
                .and(POINTS_HISTORY.VOIDED_AT.isNull().or(POINTS_HISTORY.VOIDED_AT.gt(utc(then)))));
    }

    private List<Book.Kept> periods(Condition condition) {
        return sql.selectFrom(POINTS_HISTORY)
                .where(condition)
                .orderBy(POINTS_HISTORY.MEMBER_ID, POINTS_HISTORY.OCCURRED_AT)
                .fetch(HistoryStore::kept);
    }

    private static Book.Kept kept(PointsHistoryRecord row) {
        var member = new MemberId(row.getMemberId());
        return new Book.Kept(
                row.getHistoryId(),
                new Book(member, row.getSource()),
                new PointsPeriod(
                        member, row.getOccurredAt().toInstant(), row.getEarned(), row.getRedeemed(), row.getExpired()),
                row.getExpiresOn());
    }

    private static Book.Opening opening(PointsOpeningRecord row) {
        return new Book.Opening(
                row.getOpeningId(),
                new Book(new MemberId(row.getMemberId()), row.getSource()),
                row.getOccurredAt().toInstant(),
                row.getAmount(),
                row.getExpiresOn());
    }

    private static UUID[] ids(Collection<MemberId> members) {
        return members.stream().map(MemberId::value).distinct().sorted().toArray(UUID[]::new);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
