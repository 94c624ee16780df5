package org.guildhall.checkout.payments;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.guildhall.access.Scope;
import org.guildhall.access.Scopes;
import org.guildhall.checkout.CountTill;
import org.guildhall.checkout.PaymentQuery;
import org.guildhall.checkout.PaymentRow;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Slice;
import org.guildhall.kernel.UnitId;
import org.guildhall.platform.Cursors;
import org.guildhall.prepaid.MoneyTaken;
import org.guildhall.prepaid.PaidFor;
import org.guildhall.prepaid.PaymentMethod;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.springframework.stereotype.Component;

/** Lists all money that changed hands at the stores, whichever module took it, and adds it up. */
@Component
class MoneySearch {

    private static final Field<String> WHAT = column("what", String.class);
    private static final Field<UUID> ID = column("id", UUID.class);
    private static final Field<UUID> ABOUT = column("about", UUID.class);
    private static final Field<String> NAME = column("name", String.class);
    private static final Field<UUID> MEMBER = column("member", UUID.class);
    private static final Field<String> METHOD = column("method", String.class);
    private static final Field<Long> AMOUNT = column("amount", Long.class);
    private static final Field<String> CURRENCY = column("currency", String.class);
    private static final Field<String> REFERENCE = column("reference", String.class);
    private static final Field<UUID> STORE = column("store", UUID.class);
    private static final Field<LocalDate> DAY = column("day", LocalDate.class);
    private static final Field<OffsetDateTime> AT = column("at", OffsetDateTime.class);
    private static final Field<String> ACTOR = column("actor", String.class);

    private final DSLContext sql;
    private final List<MoneyTaken> takers;

    MoneySearch(DSLContext sql, List<MoneyTaken> takers) {
        this.sql = sql;
        this.takers = List.copyOf(takers);
    }

    private Table<?> money() {
        return takers.stream()
                .map(MoneyTaken::rows)
                .sorted(Comparator.comparing(MoneyTaken.Rows::what))
                .map(MoneySearch::rows)
                .reduce(MoneySearch::both)
                .orElseThrow()
                .asTable("money");
    }

    private static <T> Field<T> column(String named, Class<T> type) {
        return field(name("money", named), type);
    }

    private static Select<Record> rows(MoneyTaken.Rows rows) {
        var of = rows.of();
        var paid = rows.paid();
        return select(List.of(
                        inline(rows.what().code()).as(WHAT),
                        of.id().as(ID),
                        of.about().as(ABOUT),
                        of.name().as(NAME),
                        of.member().as(MEMBER),
                        paid.method().as(METHOD),
                        paid.amount().as(AMOUNT),
                        paid.currency().as(CURRENCY),
                        paid.reference().as(REFERENCE),
                        paid.store().as(STORE),
                        paid.day().as(DAY),
                        paid.at().as(AT),
                        paid.actor().as(ACTOR)))
                .from(rows.from())
                .where(rows.which());
    }

    private static Select<Record> both(Select<Record> some, Select<Record> more) {
        return some.unionAll(more);
    }

    Slice<PaymentRow> page(PaymentQuery query, Scope scope) {
        var condition = condition(query).and(Scopes.condition(scope, STORE, val((UUID) null)));
        var after = Cursors.decode(query.cursor(), 2);
        var rows = sql.select()
                .from(money())
                .where(condition.and(
                        after.isEmpty() ? noCondition() : row(AT, ID).lt(val(after.time(0)), val(after.id(1)))))
                .orderBy(AT.desc(), ID.desc())
                .limit(query.size() + 1)
                .fetch(MoneySearch::shown);
        long total =
                sql.fetchCount(sql.selectOne().from(money()).where(condition).limit(Slice.COUNT_LIMIT + 1));
        return Slice.cut(
                rows, query.size(), last -> Cursors.encode(last.occurredAt(), last.id()), Slice.Total.counted(total));
    }

    private static PaymentRow shown(Record found) {
        var member = found.get(MEMBER);
        return new PaymentRow(
                found.get(ID),
                PaidFor.of(found.get(WHAT)),
                found.get(ABOUT),
                found.get(NAME),
                member == null ? null : new MemberId(member),
                PaymentMethod.of(found.get(METHOD)),
                Money.of(found.get(AMOUNT), found.get(CURRENCY)),
                found.get(REFERENCE),
                new UnitId(found.get(STORE)),
                found.get(AT).toInstant(),
                found.get(ACTOR),
                null);
    }

    private static Condition condition(PaymentQuery query) {
        var condition = noCondition();
        if (query.store() != null) {
            condition = condition.and(STORE.eq(query.store()));
        }
        if (query.method() != null) {
            condition = condition.and(METHOD.eq(query.method().code()));
        }
        if (query.what() != null) {
            condition = condition.and(WHAT.eq(query.what().code()));
        }
        if (query.from() != null) {
            condition = condition.and(DAY.ge(query.from()));
        }
        if (query.to() != null) {
            condition = condition.and(DAY.le(query.to()));
        }
        return condition;
    }

    /** One store's day by one method in one currency. */
    record Sum(UUID store, String method, Money in, Money out, int times) {}

    List<Sum> sums(LocalDate day, Scope scope) {
        var in = sum(greatest(AMOUNT, inline(0L)));
        var out = sum(least(AMOUNT, inline(0L)));
        return sql.select(STORE, METHOD, CURRENCY, in, out, count())
                .from(money())
                .where(DAY.eq(day))
                .and(Scopes.condition(scope, STORE, val((UUID) null)))
                .groupBy(STORE, METHOD, CURRENCY)
                .orderBy(STORE, METHOD, CURRENCY)
                .fetch(found -> new Sum(
                        found.value1(),
                        found.value2(),
                        Money.of(found.value4().longValueExact(), found.value3()),
                        Money.of(-found.value5().longValueExact(), found.value3()),
                        found.value6()));
    }

    /** What the payments of a store, day and method make, in the currency that was counted. */
    long expected(CountTill of) {
        return sql.select(coalesce(sum(AMOUNT), inline(BigDecimal.ZERO)))
                .from(money())
                .where(DAY.eq(of.day()))
                .and(STORE.eq(of.store().value()))
                .and(METHOD.eq(of.method().code()))
                .and(CURRENCY.eq(of.counted().currency().getCurrencyCode()))
                .fetchSingle()
                .value1()
                .longValueExact();
    }
}
