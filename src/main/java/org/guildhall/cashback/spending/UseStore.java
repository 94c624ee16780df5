package org.guildhall.cashback.spending;

import static org.guildhall.jooq.cashback.Tables.GIVEN_BACK;
import static org.guildhall.jooq.cashback.Tables.TAKING_BACK;
import static org.guildhall.jooq.cashback.Tables.USE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guildhall.access.Scope;
import org.guildhall.access.Scopes;
import org.guildhall.cashback.CashbackUseQuery;
import org.guildhall.cashback.CashbackUseView;
import org.guildhall.jooq.cashback.tables.records.GivenBackRecord;
import org.guildhall.jooq.cashback.tables.records.TakingBackRecord;
import org.guildhall.jooq.cashback.tables.records.UseRecord;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Slice;
import org.guildhall.kernel.UnitId;
import org.guildhall.members.TimelineEntry;
import org.guildhall.members.TimelineQuery;
import org.guildhall.platform.Cursors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record3;
import org.jooq.SelectOnConditionStep;
import org.jooq.TableRecord;
import org.springframework.stereotype.Component;

/** Keeps what members paid with cashback, and what of it was taken back. */
@Component
class UseStore {

    private final DSLContext sql;

    UseStore(DSLContext sql) {
        this.sql = sql;
    }

    Optional<UseRecord> find(UUID id) {
        return sql.selectFrom(USE).where(USE.USE_ID.eq(id)).fetchOptional();
    }

    /** The same, held until the transaction ends. */
    Optional<UseRecord> lock(UUID id) {
        return sql.selectFrom(USE).where(USE.USE_ID.eq(id)).forUpdate().fetchOptional();
    }

    Optional<TakingBackRecord> takenBack(UUID use) {
        return sql.selectFrom(TAKING_BACK).where(TAKING_BACK.USE_ID.eq(use)).fetchOptional();
    }

    /** The last part of it that went back, if any did. */
    Optional<GivenBackRecord> givenBack(UUID use) {
        return sql.selectFrom(GIVEN_BACK)
                .where(GIVEN_BACK.USE_ID.eq(use))
                .orderBy(GIVEN_BACK.STEP.desc())
                .limit(1)
                .fetchOptional();
    }

    void insert(TableRecord<?> row) {
        sql.executeInsert(row);
    }

    CashbackUseView view(UUID id) {
        return all().where(USE.USE_ID.eq(id)).fetchSingle(UseStore::view);
    }

    /** One page; a member's own list is not cut by the scope, others show what the stores in it took. */
    Slice<CashbackUseView> page(CashbackUseQuery query, Scope scope) {
        var condition = query.member() == null
                ? Scopes.condition(scope, USE.STORE_ID, val((UUID) null))
                : USE.MEMBER_ID.eq(query.member());
        if (query.store() != null) {
            condition = condition.and(USE.STORE_ID.eq(query.store()));
        }
        var after = Cursors.decode(query.cursor(), 1);
        var rows = all().where(condition)
                .and(after.isEmpty() ? noCondition() : USE.NUMBER.lt(after.number(0)))
                .orderBy(USE.NUMBER.desc())
                .limit(query.size() + 1)
                .fetch();
        long count = sql.fetchCount(sql.selectOne().from(USE).where(condition).limit(Slice.COUNT_LIMIT + 1));
        return Slice.cut(
                        rows,
                        query.size(),
                        last -> Cursors.encode(last.value1().getNumber()),
                        Slice.Total.counted(count))
                .map(UseStore::view);
    }

    private SelectOnConditionStep<Record3<UseRecord, TakingBackRecord, Long>> all() {
        var back = field(select(coalesce(max(GIVEN_BACK.TOTAL), inline(0L)))
                .from(GIVEN_BACK)
                .where(GIVEN_BACK.USE_ID.eq(USE.USE_ID)));
        return sql.select(USE, TAKING_BACK, back)
                .from(USE)
                .leftJoin(TAKING_BACK)
                .on(TAKING_BACK.USE_ID.eq(USE.USE_ID));
    }

    private static CashbackUseView view(Record3<UseRecord, TakingBackRecord, Long> row) {
        var use = row.value1();
        var back = row.value2();
        return new CashbackUseView(
                use.getUseId(),
                new MemberId(use.getMemberId()),
                new UnitId(use.getStoreId()),
                Money.of(use.getAmount(), use.getCurrency()),
                use.getReceipt(),
                use.getPostingId(),
                use.getOccurredAt().toInstant(),
                use.getActor(),
                use.getCheckoutId(),
                Money.of(row.value3(), use.getCurrency()),
                back.getUseId() == null
                        ? null
                        : new CashbackUseView.TakenBack(
                                back.getReason(), back.getOccurredAt().toInstant(), back.getActor()));
    }

    List<TimelineEntry> used(MemberId member, TimelineQuery query) {
        return sql.selectFrom(USE)
                .where(USE.MEMBER_ID.eq(member.value()))
                .and(window(query, USE.OCCURRED_AT, USE.RECORDED_AT, USE.USE_ID))
                .orderBy(USE.OCCURRED_AT.desc(), USE.USE_ID.desc())
                .limit(query.limit())
                .fetch(use -> new TimelineEntry(
                        use.getUseId(),
                        Uses.USED,
                        use.getOccurredAt().toInstant(),
                        use.getRecordedAt().toInstant(),
                        use.getActor(),
                        Map.of("amount", Money.of(use.getAmount(), use.getCurrency()), "number", use.getReceipt())));
    }

    List<TimelineEntry> takenBack(MemberId member, TimelineQuery query) {
        return sql.select(USE, TAKING_BACK)
                .from(TAKING_BACK)
                .join(USE)
                .on(USE.USE_ID.eq(TAKING_BACK.USE_ID))
                .where(USE.MEMBER_ID.eq(member.value()))
                .and(window(query, TAKING_BACK.OCCURRED_AT, TAKING_BACK.RECORDED_AT, TAKING_BACK.USE_ID))
                .orderBy(TAKING_BACK.OCCURRED_AT.desc(), TAKING_BACK.USE_ID.desc())
                .limit(query.limit())
                .fetch(found -> {
                    var use = found.value1();
                    var back = found.value2();
                    return new TimelineEntry(
                            use.getUseId(),
                            Uses.TAKEN_BACK,
                            back.getOccurredAt().toInstant(),
                            back.getRecordedAt().toInstant(),
                            back.getActor(),
                            Map.of(
                                    "amount",
                                    Money.of(use.getAmount(), use.getCurrency()),
                                    "number",
                                    use.getReceipt(),
                                    "reason",
                                    back.getReason()));
                });
    }

    private static Condition window(
            TimelineQuery query,
            org.jooq.Field<OffsetDateTime> occurred,
            org.jooq.Field<OffsetDateTime> recorded,
            org.jooq.Field<UUID> id) {
        var known = query.knownAt();
        var before = query.before();
        return (known == null ? noCondition() : recorded.le(at(known)))
                .and(
                        before == null
                                ? noCondition()
                                : row(occurred, id).lt(val(at(before.occurredAt())), val(before.id())));
    }

    List<TimelineEntry> partlyBack(MemberId member, TimelineQuery query) {
        return sql.select(USE, GIVEN_BACK)
                .from(GIVEN_BACK)
                .join(USE)
                .on(USE.USE_ID.eq(GIVEN_BACK.USE_ID))
                .where(USE.MEMBER_ID.eq(member.value()))
                .and(window(query, GIVEN_BACK.OCCURRED_AT, GIVEN_BACK.RECORDED_AT, GIVEN_BACK.CAUSE))
                .orderBy(GIVEN_BACK.OCCURRED_AT.desc(), GIVEN_BACK.CAUSE.desc())
                .limit(query.limit())
                .fetch(found -> {
                    var use = found.value1();
                    var back = found.value2();
                    return new TimelineEntry(
                            back.getCause(),
                            Uses.GIVEN_BACK,
                            back.getOccurredAt().toInstant(),
                            back.getRecordedAt().toInstant(),
                            back.getActor(),
                            Map.of(
                                    "amount",
                                    Money.of(back.getTotal() - back.getBefore(), use.getCurrency()),
                                    "number",
                                    use.getReceipt()));
                });
    }

    /** Removes what staff wrote about this member. */
    void erase(MemberId member) {
        sql.update(GIVEN_BACK)
                .set(GIVEN_BACK.REASON, "")
                .where(GIVEN_BACK.USE_ID.in(sql.select(USE.USE_ID).from(USE).where(USE.MEMBER_ID.eq(member.value()))))
                .execute();
        sql.update(TAKING_BACK)
                .set(TAKING_BACK.REASON, "")
                .where(TAKING_BACK.USE_ID.in(sql.select(USE.USE_ID).from(USE).where(USE.MEMBER_ID.eq(member.value()))))
                .execute();
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
