package org.guildhall.prepaid.acts;

import static org.guildhall.jooq.prepaid.Tables.MOVEMENT;
import static org.guildhall.jooq.prepaid.Tables.PAYMENT;
import static org.jooq.impl.DSL.cardinality;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.access.Scope;
import org.guildhall.access.Scopes;
import org.guildhall.jooq.prepaid.tables.records.MovementRecord;
import org.guildhall.jooq.prepaid.tables.records.PaymentRecord;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Slice;
import org.guildhall.platform.Cursors;
import org.guildhall.prepaid.KeptPayment;
import org.guildhall.prepaid.MovementKind;
import org.guildhall.prepaid.MovementQuery;
import org.guildhall.prepaid.MovementView;
import org.guildhall.prepaid.PaymentMethod;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds movements, newest first, as readers see them. */
@Component
class MovementSearch {

    private static final org.guildhall.jooq.prepaid.tables.Movement UNDO = MOVEMENT.as("undo");

    private final DSLContext sql;

    MovementSearch(DSLContext sql) {
        this.sql = sql;
    }

    /** What these movements changed, both pots together. */
    Map<UUID, Long> moved(Collection<UUID> movements) {
        return sql.select(MOVEMENT.MOVEMENT_ID, MOVEMENT.PRINCIPAL.plus(MOVEMENT.BONUS))
                .from(MOVEMENT)
                .where(MOVEMENT.MOVEMENT_ID.eq(org.jooq.impl.DSL.any(movements.toArray(UUID[]::new))))
                .fetchMap(row -> row.value1(), row -> row.value2());
    }

    /** One page; a member's own list is not cut by the scope of stores. */
    Slice<MovementView> page(MovementQuery query, Scope scope, Currency currency) {
        var condition = condition(query);
        if (query.member() == null) {
            condition = condition.and(Scopes.condition(scope, MOVEMENT.STORE_ID, val((UUID) null)));
        }
        var after = Cursors.decode(query.cursor(), 3);
        var rows = rows(
                condition.and(
                        after.isEmpty()
                                ? noCondition()
                                : row(MOVEMENT.OCCURRED_AT, MOVEMENT.NUMBER, MOVEMENT.MOVEMENT_ID)
                                        .lt(val(after.time(0)), val(after.number(1)), val(after.id(2)))),
                query.size() + 1,
                currency);
        long count =
                sql.fetchCount(sql.selectOne().from(MOVEMENT).where(condition).limit(Slice.COUNT_LIMIT + 1));
        return Slice.cut(
                rows,
                query.size(),
                last -> Cursors.encode(last.occurredAt(), last.number(), last.id()),
                Slice.Total.counted(count));
    }

    /** One movement. */
    MovementView get(UUID movement, Currency currency) {
        return rows(MOVEMENT.MOVEMENT_ID.eq(movement), 1, currency).getFirst();
    }

    private List<MovementView> rows(Condition condition, int limit, Currency currency) {
        Field<Boolean> undone = DSL.field(DSL.exists(DSL.selectOne()
                .from(UNDO)
                .where(UNDO.ABOUT_ID.eq(MOVEMENT.MOVEMENT_ID))
                .and(UNDO.KIND.eq(MovementKind.UNDO.code()))));
        return sql.select(MOVEMENT, PAYMENT, undone)
                .from(MOVEMENT)
                .leftJoin(PAYMENT)
                .on(PAYMENT.MEMBER_ID.eq(MOVEMENT.MEMBER_ID))
                .and(PAYMENT.PAYMENT_ID.eq(MOVEMENT.MOVEMENT_ID))
                .where(condition)
                .orderBy(MOVEMENT.OCCURRED_AT.desc(), MOVEMENT.NUMBER.desc(), MOVEMENT.MOVEMENT_ID.desc())
                .limit(limit)
                .fetch(found -> view(found.value1(), found.value2(), found.value3(), currency));
    }

    private static Condition condition(MovementQuery query) {
        var condition = noCondition();
        if (query.kind() != null) {
            condition = condition.and(MOVEMENT.KIND.eq(query.kind().code()));
        }
        if (query.method() != null) {
            condition = condition.and(MOVEMENT.METHOD.eq(query.method().code()));
        }
        if (query.member() != null) {
            condition = condition.and(MOVEMENT.MEMBER_ID.eq(query.member()));
        }
        if (query.store() != null) {
            condition = condition.and(MOVEMENT.STORE_ID.eq(query.store()));
        }
        if (Boolean.TRUE.equals(query.noticed())) {
            condition = condition.and(cardinality(MOVEMENT.NOTICES).gt(0));
        }
        if (query.from() != null) {
            condition = condition.and(MOVEMENT.OCCURRED_ON.ge(query.from()));
        }
        if (query.to() != null) {
            condition = condition.and(MOVEMENT.OCCURRED_ON.le(query.to()));
        }
        return condition;
    }

    private static MovementView view(
            MovementRecord row, @Nullable PaymentRecord payment, boolean undone, Currency currency) {
        var returnable = payment == null ? null : returnable(payment);
        return new MovementView(
                row.getMovementId(),
                new MemberId(row.getMemberId()),
                row.getNumber(),
                MovementKind.of(row.getKind()),
                new Money(row.getPrincipal(), currency),
                new Money(row.getBonus(), currency),
                new Money(row.getMoney(), currency),
                row.getMethod() == null ? null : PaymentMethod.of(row.getMethod()),
                row.getAboutId(),
                row.getOtherMember() == null ? null : new MemberId(row.getOtherMember()),
                Reach.unit(row.getStoreId()),
                returnable == null ? null : new Money(returnable, currency),
                payment == null ? null : payment.getState(),
                payment == null ? null : kept(payment),
                undone,
                List.of(row.getNotices()),
                row.getReason(),
                row.getReference(),
                row.getOccurredAt().toInstant(),
                row.getActor());
    }

    /** Whose sale the payment was made for. */
    static @Nullable KeptPayment kept(PaymentRecord payment) {
        return payment.getKeptBy() == null
                ? null
                : new KeptPayment(payment.getKeptBy(), payment.getKeptAbout(), payment.getKeptName());
    }

    private static @Nullable Long returnable(PaymentRecord payment) {
        return !"paid".equals(payment.getState())
                ? null
                : payment.getPrincipal() + payment.getBonus() - payment.getPrincipalBack() - payment.getBonusBack();
    }
}
