package org.guildhall.coupons.acts;

import static org.guildhall.jooq.coupons.Tables.COUPON;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import java.util.UUID;
import org.guildhall.access.Scope;
import org.guildhall.access.Scopes;
import org.guildhall.coupons.CouponQuery;
import org.guildhall.coupons.CouponView;
import org.guildhall.coupons.codes.CouponCodes;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Slice;
import org.guildhall.platform.Cursors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Finds coupons, the last issued first. */
@Component
class CouponSearch {

    private final DSLContext sql;
    private final CouponStore store;
    private final BusinessTime time;

    CouponSearch(DSLContext sql, CouponStore store, BusinessTime time) {
        this.sql = sql;
        this.store = store;
        this.time = time;
    }

    /** One page; a member's own list is not cut by the scope, others show whom it does not include what their stores used. */
    Slice<CouponView> page(CouponQuery query, Scope scope) {
        var condition = condition(query);
        if (query.member() == null) {
            condition = condition.and(Scopes.condition(scope, COUPON.USED_STORE, val((UUID) null)));
        }
        var now = time.now();
        var after = Cursors.decode(query.cursor(), 2);
        var rows = store
                .all()
                .where(condition)
                .and(
                        after.isEmpty()
                                ? noCondition()
                                : row(COUPON.ISSUED_AT, COUPON.COUPON_ID).lt(val(after.time(0)), val(after.id(1))))
                .orderBy(COUPON.ISSUED_AT.desc(), COUPON.COUPON_ID.desc())
                .limit(query.size() + 1)
                .fetch(store::stored)
                .stream()
                .map(coupon -> coupon.view(now, time))
                .toList();
        long count =
                sql.fetchCount(sql.selectOne().from(COUPON).where(condition).limit(Slice.COUNT_LIMIT + 1));
        return Slice.cut(
                rows, query.size(), last -> Cursors.encode(last.issuedAt(), last.id()), Slice.Total.counted(count));
    }

    private Condition condition(CouponQuery query) {
        var condition = query.state() == null ? noCondition() : state(query.state());
        if (query.member() != null) {
            condition = condition.and(COUPON.MEMBER_ID.eq(query.member()));
        }
        if (query.batch() != null) {
            condition = condition.and(COUPON.BATCH_ID.eq(query.batch()));
        }
        if (query.store() != null) {
            condition = condition.and(COUPON.USED_STORE.eq(query.store()));
        }
        if (query.code() != null && !query.code().isBlank()) {
            condition = condition.and(COUPON.CODE.eq(CouponCodes.normal(query.code())));
        }
        if (query.from() != null) {
            condition = condition.and(COUPON.ISSUED_ON.ge(query.from()));
        }
        if (query.to() != null) {
            condition = condition.and(COUPON.ISSUED_ON.le(query.to()));
        }
        return condition;
    }

    /** As {@link Stored#state} says it of one. */
    private Condition state(CouponView.State state) {
        var living = COUPON.STATE.in("issued", "locked");
        var valid = COUPON.VALID_TO.ge(time.today());
        var locked = COUPON.STATE.eq("locked").and(COUPON.LOCKED_UNTIL.gt(CouponStore.at(time.now())));
        return switch (state) {
            case USED -> COUPON.STATE.eq("used");
            case WITHDRAWN -> COUPON.STATE.eq("withdrawn");
            case EXPIRED -> living.andNot(valid);
            case LOCKED -> locked.and(valid);
            case ISSUED -> living.and(valid).and(COUPON.STATE.eq("issued").orNot(locked));
        };
    }
}
