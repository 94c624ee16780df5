package org.guildhall.checkout.payments;

import static org.guildhall.jooq.checkout.Tables.COUNT;
import static org.guildhall.jooq.checkout.Tables.PAYMENT;
import static org.guildhall.jooq.checkout.Tables.SALE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guildhall.access.Scope;
import org.guildhall.access.Scopes;
import org.guildhall.checkout.CountTill;
import org.guildhall.checkout.PaymentDay;
import org.guildhall.checkout.PaymentQuery;
import org.guildhall.checkout.PaymentRow;
import org.guildhall.jooq.checkout.tables.records.CountRecord;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Slice;
import org.guildhall.kernel.UnitId;
import org.guildhall.platform.Cursors;
import org.guildhall.prepaid.PaymentMethod;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists payments, adds up a day's, and keeps what was counted. */
@Component
class PaymentStore {

    private final DSLContext sql;

    PaymentStore(DSLContext sql) {
        this.sql = sql;
    }

    Slice<PaymentRow> page(PaymentQuery query, Scope scope) {
        var condition = condition(query).and(Scopes.condition(scope, PAYMENT.STORE_ID, val((UUID) null)));
        var after = Cursors.decode(query.cursor(), 2);
        var rows = sql.select(PAYMENT, SALE.NUMBER, SALE.CURRENCY)
                .from(PAYMENT)
                .join(SALE)
                .on(SALE.CHECKOUT_ID.eq(PAYMENT.CHECKOUT_ID))
                .where(condition.and(
                        after.isEmpty()
                                ? noCondition()
                                : row(PAYMENT.OCCURRED_AT, PAYMENT.PAYMENT_ID)
                                        .lt(
                                                val(OffsetDateTime.parse(after.getFirst())),
                                                val(UUID.fromString(after.getLast())))))
                .orderBy(PAYMENT.OCCURRED_AT.desc(), PAYMENT.PAYMENT_ID.desc())
                .limit(query.size() + 1)
                .fetch(found -> new PaymentRow(
                        found.value1().getPaymentId(),
                        found.value1().getCheckoutId(),
                        found.value2(),
                        PaymentMethod.of(found.value1().getMethod()),
                        Money.of(found.value1().getAmount(), found.value3()),
                        found.value1().getReference(),
                        new UnitId(found.value1().getStoreId()),
                        found.value1().getOccurredAt().toInstant(),
                        found.value1().getActor()));
        long total =
                sql.fetchCount(sql.selectOne().from(PAYMENT).where(condition).limit(Slice.COUNT_LIMIT + 1));
        return Slice.cut(
                rows, query.size(), last -> Cursors.encode(last.occurredAt(), last.id()), Slice.Total.counted(total));
    }

    private static Condition condition(PaymentQuery query) {
        var condition = noCondition();
        if (query.store() != null) {
            condition = condition.and(PAYMENT.STORE_ID.eq(query.store()));
        }
        if (query.method() != null) {
            condition = condition.and(PAYMENT.METHOD.eq(query.method().code()));
        }
        if (query.from() != null) {
            condition = condition.and(PAYMENT.OCCURRED_ON.ge(query.from()));
        }
        if (query.to() != null) {
            condition = condition.and(PAYMENT.OCCURRED_ON.le(query.to()));
        }
        return condition;
    }

    private record Place(UUID store, String method) {}

    /** The day by store and method, with what was counted last. */
    List<PaymentDay.Till> tills(LocalDate day, Scope scope, Currency currency) {
        var counts = counts(day);
        var in = sum(greatest(PAYMENT.AMOUNT, inline(0L)));
        var out = sum(least(PAYMENT.AMOUNT, inline(0L)));
        return sql.select(PAYMENT.STORE_ID, PAYMENT.METHOD, in, out, count())
                .from(PAYMENT)
                .where(PAYMENT.OCCURRED_ON.eq(day))
                .and(Scopes.condition(scope, PAYMENT.STORE_ID, val((UUID) null)))
                .groupBy(PAYMENT.STORE_ID, PAYMENT.METHOD)
                .orderBy(PAYMENT.STORE_ID, PAYMENT.METHOD)
                .fetch(found -> {
                    long taken = found.value3().longValueExact();
                    long given = -found.value4().longValueExact();
                    var expected = new Money(taken - given, currency);
                    return new PaymentDay.Till(
                            new UnitId(found.value1()),
                            PaymentMethod.of(found.value2()),
                            new Money(taken, currency),
                            new Money(given, currency),
                            expected,
                            found.value5(),
                            counted(counts.get(new Place(found.value1(), found.value2())), expected));
                });
    }

    private static PaymentDay.@Nullable Counted counted(@Nullable CountRecord row, Money expected) {
        if (row == null) {
            return null;
        }
        var amount = Money.of(row.getCounted(), row.getCurrency());
        return new PaymentDay.Counted(amount, amount.minus(expected), row.getReason(), row.getActor());
    }

    private Map<Place, CountRecord> counts(LocalDate day) {
        var counts = new HashMap<Place, CountRecord>();
        sql.selectFrom(COUNT)
                .where(COUNT.COUNTED_FOR.eq(day))
                .orderBy(COUNT.RECORDED_AT, COUNT.COUNT_ID)
                .forEach(row -> counts.put(new Place(row.getStoreId(), row.getMethod()), row));
        return counts;
    }

    /** What the payments of a store, day and method make. */
    long expected(CountTill of) {
        return sql.select(coalesce(sum(PAYMENT.AMOUNT), inline(BigDecimal.ZERO)))
                .from(PAYMENT)
                .where(PAYMENT.OCCURRED_ON.eq(of.day()))
                .and(PAYMENT.STORE_ID.eq(of.store().value()))
                .and(PAYMENT.METHOD.eq(of.method().code()))
                .fetchSingle()
                .value1()
                .longValueExact();
    }

    /** What the key told before. */
    Optional<UUID> counted(UUID id) {
        return sql.select(COUNT.CONTENT_HASH)
                .from(COUNT)
                .where(COUNT.COUNT_ID.eq(id))
                .fetchOptional(COUNT.CONTENT_HASH);
    }

    /** What is kept of a count beside what was told. */
    record Count(UUID id, UUID hash, long expected, Instant at) {}

    void insert(CountTill told, Count kept, Actor by) {
        var row = new CountRecord();
        row.setCountId(kept.id);
        row.setStoreId(told.store().value());
        row.setMethod(told.method().code());
        row.setCountedFor(told.day());
        row.setExpected(kept.expected);
        row.setCounted(told.counted().minor());
        row.setCurrency(told.counted().currency().getCurrencyCode());
        row.setReason(told.reason());
        row.setContentHash(kept.hash);
        row.setRecordedAt(kept.at.atOffset(ZoneOffset.UTC));
        row.setActor(by.reference());
        sql.executeInsert(row);
    }
}
