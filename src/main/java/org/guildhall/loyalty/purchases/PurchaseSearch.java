package org.guildhall.loyalty.purchases;

import static org.guildhall.jooq.loyalty.Tables.PURCHASE;
import static org.guildhall.jooq.loyalty.Tables.VOIDING;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import java.util.UUID;
import org.guildhall.access.Scope;
import org.guildhall.access.Scopes;
import org.guildhall.jooq.loyalty.tables.records.PurchaseRecord;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Slice;
import org.guildhall.kernel.StaffId;
import org.guildhall.kernel.UnitId;
import org.guildhall.loyalty.PurchaseQuery;
import org.guildhall.loyalty.PurchaseRow;
import org.guildhall.platform.Cursors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds purchases: a page of a list, or one. */
@Component
class PurchaseSearch {

    private static final Field<Boolean> VOIDED = field(exists(selectOne()
                    .from(VOIDING)
                    .where(VOIDING.MEMBER_ID.eq(PURCHASE.MEMBER_ID))
                    .and(VOIDING.FACT_ID.eq(PURCHASE.PURCHASE_ID))))
            .as("voided");

    private final DSLContext sql;
    private final BusinessTime time;

    PurchaseSearch(DSLContext sql, BusinessTime time) {
        this.sql = sql;
        this.time = time;
    }

    /** A stored purchase and whether it was voided. */
    record Found(PurchaseRecord record, PurchaseRow row) {}

    /** One page, newest first; a member's own list is not cut by the scope of stores. */
    Slice<PurchaseRow> page(PurchaseQuery query, Scope scope) {
        var condition = condition(query);
        if (query.member() == null) {
            condition = condition.and(Scopes.condition(scope, PURCHASE.STORE_ID, PURCHASE.STAFF_ID));
        }
        var after = Cursors.decode(query.cursor(), 2);
        var rows = sql.select(PURCHASE, VOIDED)
                .from(PURCHASE)
                .where(condition)
                .and(after.isEmpty() ? noCondition() : before(after))
                .orderBy(PURCHASE.OCCURRED_AT.desc(), PURCHASE.PURCHASE_ID.desc())
                .limit(query.size() + 1)
                .fetch(row -> view(row.value1(), row.value2()));
        var total = after.isEmpty()
                ? Slice.Total.counted(sql.fetchCount(
                        sql.selectOne().from(PURCHASE).where(condition).limit(Slice.COUNT_LIMIT + 1)))
                : null;
        return Slice.cut(rows, query.size(), last -> Cursors.encode(last.occurredAt(), last.id()), total);
    }

    /** One purchase. */
    @Nullable
    Found find(UUID id) {
        var found = sql.select(PURCHASE, VOIDED)
                .from(PURCHASE)
                .where(PURCHASE.PURCHASE_ID.eq(id))
                .fetchOne();
        return found == null ? null : new Found(found.value1(), view(found.value1(), found.value2()));
    }

    private static Condition before(Cursors.Place after) {
        return row(PURCHASE.OCCURRED_AT, PURCHASE.PURCHASE_ID).lt(val(after.time(0)), val(after.id(1)));
    }

    private Condition condition(PurchaseQuery query) {
        var condition = noCondition();
        if (query.member() != null) {
            condition = condition.and(PURCHASE.MEMBER_ID.eq(query.member().value()));
        }
        if (query.store() != null) {
            condition = condition.and(PURCHASE.STORE_ID.eq(query.store().value()));
        }
        if (query.number() != null && !query.number().isBlank()) {
            condition =
                    condition.and(PURCHASE.NUMBER.like(beginning(query.number().strip())));
        }
        if (query.from() != null) {
            condition = condition.and(PURCHASE.OCCURRED_AT.ge(FactStore.utc(time.startOf(query.from()))));
        }
        if (query.to() != null) {
            condition = condition.and(PURCHASE.OCCURRED_AT.lt(
                    FactStore.utc(time.startOf(query.to().plusDays(1)))));
        }
        return condition;
    }

    /** What begins with the text as it is written; signs that LIKE reads otherwise mean themselves. */
    private static String beginning(String text) {
        return text.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }

    private static PurchaseRow view(PurchaseRecord row, boolean voided) {
        return new PurchaseRow(
                row.getPurchaseId(),
                new MemberId(row.getMemberId()),
                row.getSource(),
                row.getNumber(),
                row.getOccurredAt().toInstant(),
                row.getStoreId() == null ? null : new UnitId(row.getStoreId()),
                row.getStaffId() == null ? null : new StaffId(row.getStaffId()),
                Money.of(row.getTotalMinor(), row.getCurrency()),
                voided);
    }
}
