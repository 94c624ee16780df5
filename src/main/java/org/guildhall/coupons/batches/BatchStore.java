package org.guildhall.coupons.batches;

import static org.guildhall.jooq.coupons.Tables.BATCH;
import static org.guildhall.jooq.coupons.Tables.COUPON;
import static org.guildhall.jooq.coupons.Tables.TERMS;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guildhall.coupons.BatchDetails;
import org.guildhall.coupons.BatchQuery;
import org.guildhall.coupons.BatchRevision;
import org.guildhall.coupons.BatchView;
import org.guildhall.coupons.Validity;
import org.guildhall.jooq.coupons.tables.records.BatchRecord;
import org.guildhall.jooq.coupons.tables.records.TermsRecord;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Slice;
import org.guildhall.platform.Cursors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps batches and every revision of their terms. */
@Component
class BatchStore {

    private static final List<String> LIVING = List.of("issued", "locked");

    private final DSLContext sql;
    private final JsonMapper json;

    BatchStore(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** Who enters terms, and when. */
    record Entered(Instant at, String actor) {}

    Optional<BatchView> find(UUID id, LocalDate today) {
        return sql.select(BATCH, TERMS)
                .from(BATCH)
                .join(TERMS)
                .on(TERMS.BATCH_ID.eq(BATCH.BATCH_ID), TERMS.REVISION.eq(BATCH.REVISION))
                .where(BATCH.BATCH_ID.eq(id))
                .fetchOptional(found -> view(found.value1(), found.value2(), used(List.of(id), today)));
    }

    /** The batch, held until the transaction ends. */
    Optional<BatchRecord> lock(UUID id) {
        return sql.selectFrom(BATCH).where(BATCH.BATCH_ID.eq(id)).forUpdate().fetchOptional();
    }

    Slice<BatchView> page(BatchQuery query, LocalDate today) {
        var condition = condition(query);
        var after = Cursors.decode(query.cursor(), 2);
        var rows = sql.select(BATCH, TERMS)
                .from(BATCH)
                .join(TERMS)
                .on(TERMS.BATCH_ID.eq(BATCH.BATCH_ID), TERMS.REVISION.eq(BATCH.REVISION))
                .where(condition)
                .and(
                        after.isEmpty()
                                ? noCondition()
                                : row(BATCH.CREATED_AT, BATCH.BATCH_ID).lt(val(after.time(0)), val(after.id(1))))
                .orderBy(BATCH.CREATED_AT.desc(), BATCH.BATCH_ID.desc())
                .limit(query.size() + 1)
                .fetch();
        var used = used(rows.map(found -> found.value1().getBatchId()), today);
        long count = sql.fetchCount(sql.selectOne()
                .from(BATCH)
                .join(TERMS)
                .on(TERMS.BATCH_ID.eq(BATCH.BATCH_ID), TERMS.REVISION.eq(BATCH.REVISION))
                .where(condition)
                .limit(Slice.COUNT_LIMIT + 1));
        return Slice.cut(
                        rows,
                        query.size(),
                        last -> Cursors.encode(
                                last.value1().getCreatedAt(), last.value1().getBatchId()),
                        Slice.Total.counted(count))
                .map(found -> view(found.value1(), found.value2(), used));
    }

    List<BatchRevision> revisions(UUID id) {
        var issued = selectCount()
                .from(COUPON)
                .where(COUPON.BATCH_ID.eq(TERMS.BATCH_ID))
                .and(COUPON.REVISION.eq(TERMS.REVISION))
                .<Integer>asField();
        return sql.select(TERMS, issued)
                .from(TERMS)
                .where(TERMS.BATCH_ID.eq(id))
                .orderBy(TERMS.REVISION.desc())
                .fetch(found -> new BatchRevision(
                        found.value1().getRevision(),
                        details(found.value1()),
                        found.value2(),
                        found.value1().getRecordedAt().toInstant(),
                        found.value1().getActor()));
    }

    /** Adds a draft with its first terms; false if the code is taken. */
    boolean insert(UUID id, BatchDetails details, Entered entered) {
        int added = sql.insertInto(BATCH)
                .set(BATCH.BATCH_ID, id)
                .set(BATCH.CODE, details.code())
                .set(BATCH.STATE, BatchView.State.DRAFT.code())
                .set(BATCH.REVISION, 1)
                .set(BATCH.VERSION, 1)
                .set(BATCH.QUANTITY, details.quantity())
                .set(BATCH.CREATED_AT, at(entered.at))
                .set(BATCH.CHANGED_AT, at(entered.at))
                .onConflict(BATCH.CODE)
                .doNothing()
                .execute();
        if (added == 0) {
            return false;
        }
        sql.executeInsert(terms(id, 1, details, entered));
        return true;
    }

    /** Adds the next terms of a locked batch. */
    void revise(BatchRecord batch, BatchDetails details, Entered entered) {
        int revision = batch.getRevision() + 1;
        sql.executeInsert(terms(batch.getBatchId(), revision, details, entered));
        sql.update(BATCH)
                .set(BATCH.REVISION, revision)
                .set(BATCH.VERSION, batch.getVersion() + 1)
                .set(BATCH.QUANTITY, details.quantity())
                .set(BATCH.CHANGED_AT, at(entered.at))
                .where(BATCH.BATCH_ID.eq(batch.getBatchId()))
                .execute();
    }

    /** Moves a locked batch. */
    void move(BatchRecord batch, BatchView.State state, Instant now) {
        sql.update(BATCH)
                .set(BATCH.STATE, state.code())
                .set(BATCH.VERSION, batch.getVersion() + 1)
                .set(BATCH.CHANGED_AT, at(now))
                .where(BATCH.BATCH_ID.eq(batch.getBatchId()))
                .execute();
    }

    private static Condition condition(BatchQuery query) {
        var condition = noCondition();
        if (query.state() != null) {
            condition = condition.and(BATCH.STATE.eq(query.state().code()));
        }
        if (query.kind() != null) {
            condition = condition.and(TERMS.KIND.eq(query.kind().code()));
        }
        if (query.text() != null && !query.text().isBlank()) {
            var text = query.text().strip();
            condition = condition.and(BATCH.CODE.containsIgnoreCase(text).or(TERMS.NAME.containsIgnoreCase(text)));
        }
        return condition;
    }

    /** What became of a batch's coupons. */
    private record Used(
            long open, long used, long expired, @Nullable Money cost) {
        static final Used NONE = new Used(0, 0, 0, null);
    }

    private Map<UUID, Used> used(Collection<UUID> batches, LocalDate today) {
        var living = COUPON.STATE.in(LIVING);
        return sql.select(
                        COUPON.BATCH_ID,
                        count().filterWhere(living.and(COUPON.VALID_TO.ge(today))),
                        count().filterWhere(COUPON.STATE.eq("used")),
                        count().filterWhere(living.and(COUPON.VALID_TO.lt(today))),
                        sum(COUPON.USED_AMOUNT),
                        min(COUPON.USED_CURRENCY))
                .from(COUPON)
                .where(COUPON.BATCH_ID.in(batches))
                .groupBy(COUPON.BATCH_ID)
                .fetchMap(
                        COUPON.BATCH_ID,
                        found -> new Used(
                                found.value2(),
                                found.value3(),
                                found.value4(),
                                found.value5() == null
                                        ? null
                                        : Money.of(found.value5().longValueExact(), found.value6())));
    }

    private TermsRecord terms(UUID id, int revision, BatchDetails details, Entered entered) {
        var record = new TermsRecord();
        record.setBatchId(id);
        record.setRevision(revision);
        record.setName(details.name().strip());
        record.setKind(details.benefit().code());
        switch (details.validity()) {
            case Validity.FixedDays(var from, var to) -> {
                record.setValidFrom(from);
                record.setValidTo(to);
            }
            case Validity.DaysFromIssue(var days) -> record.setValidDays(days);
        }
        record.setLimitPerMember(details.limitPerMember());
        record.setTransfers(details.transfers());
        record.setDetails(JSONB.valueOf(json.writeValueAsString(details)));
        record.setRecordedAt(at(entered.at));
        record.setActor(entered.actor);
        return record;
    }

    private BatchView view(BatchRecord row, TermsRecord terms, Map<UUID, Used> found) {
        var used = found.getOrDefault(row.getBatchId(), Used.NONE);
        var counts = new BatchView.Counts(
                row.getIssued(),
                used.open,
                used.used,
                used.expired,
                row.getWithdrawn(),
                row.getQuantity() - row.getIssued() + row.getWithdrawn(),
                used.cost);
        return new BatchView(
                row.getBatchId(),
                BatchView.State.of(row.getState()),
                details(terms),
                counts,
                row.getRevision(),
                row.getVersion(),
                row.getChangedAt().toInstant());
    }

    private BatchDetails details(TermsRecord terms) {
        return json.readValue(terms.getDetails().data(), BatchDetails.class);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
