package org.guildhall.checkout.simulation;

import static org.guildhall.jooq.checkout.Tables.LINE;
import static org.guildhall.jooq.checkout.Tables.RETURN;
import static org.guildhall.jooq.checkout.Tables.RETURN_LINE;
import static org.guildhall.jooq.checkout.Tables.SALE;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.sum;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.checkout.pricing.Customer;
import org.guildhall.checkout.pricing.Item;
import org.guildhall.checkout.simulation.Sold.SoldLine;
import org.guildhall.jooq.checkout.tables.records.LineRecord;
import org.guildhall.jooq.checkout.tables.records.SaleRecord;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.UnitId;
import org.guildhall.loyalty.SimulatedPeriod;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads what was sold in a period and what of it had come back by its end. */
@Component
class SoldSearch {

    private final DSLContext sql;
    private final JsonMapper json;

    SoldSearch(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** Members who bought in the period, after the given one. */
    List<MemberId> buyers(SimulatedPeriod period, UUID after, int limit) {
        return sql.selectDistinct(SALE.MEMBER_ID)
                .from(SALE)
                .where(within(period))
                .and(SALE.MEMBER_ID.gt(after))
                .orderBy(SALE.MEMBER_ID)
                .limit(limit)
                .fetch(row -> new MemberId(row.value1()));
    }

    /** What these members bought in the period, each by time. */
    List<Sold> of(Collection<MemberId> buyers, SimulatedPeriod period) {
        var sales = sql.selectFrom(SALE)
                .where(within(period))
                .and(SALE.MEMBER_ID.eq(any(buyers.stream().map(MemberId::value).toArray(UUID[]::new))))
                .orderBy(SALE.MEMBER_ID, SALE.OCCURRED_AT, SALE.CHECKOUT_ID)
                .fetch();
        var ids = sales.stream().map(SaleRecord::getCheckoutId).toArray(UUID[]::new);
        var back = back(ids, period);
        var lines = sql.selectFrom(LINE)
                .where(LINE.CHECKOUT_ID.eq(any(ids)))
                .orderBy(LINE.CHECKOUT_ID, LINE.LINE_NUMBER)
                .fetchGroups(LINE.CHECKOUT_ID, line -> line(line, back));
        return sales.stream()
                .map(sale -> sold(sale, lines.getOrDefault(sale.getCheckoutId(), List.of())))
                .toList();
    }

    /** So many sales to nobody known that came to the same before any deduction, under one version, in one currency. */
    record Unknown(int version, String currency, long listed, int sales) {}

    /** Sales of the period to nobody known. */
    List<Unknown> toNobodyKnown(SimulatedPeriod period) {
        return sql.select(SALE.POLICY_VERSION, SALE.CURRENCY, SALE.LIST_AMOUNT, count())
                .from(SALE)
                .where(within(period))
                .and(SALE.MEMBER_ID.isNull())
                .groupBy(SALE.POLICY_VERSION, SALE.CURRENCY, SALE.LIST_AMOUNT)
                .fetch(row -> new Unknown(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    /** How much of each line had come back by the end of the period, as known then. */
    private Map<UUID, Map<Integer, Long>> back(UUID[] checkouts, SimulatedPeriod period) {
        var quantity = sum(RETURN_LINE.QUANTITY);
        var back = new HashMap<UUID, Map<Integer, Long>>();
        sql.select(RETURN_LINE.CHECKOUT_ID, RETURN_LINE.LINE_NUMBER, quantity)
                .from(RETURN_LINE)
                .join(RETURN)
                .on(RETURN.RETURN_ID.eq(RETURN_LINE.RETURN_ID))
                .where(RETURN_LINE.CHECKOUT_ID.eq(any(checkouts)))
                .and(RETURN.OCCURRED_AT.lt(utc(period.end())))
                .and(RETURN.RECORDED_AT.le(utc(period.knownAt())))
                .groupBy(RETURN_LINE.CHECKOUT_ID, RETURN_LINE.LINE_NUMBER)
                .forEach(row -> back.computeIfAbsent(row.value1(), id -> new HashMap<>(4))
                        .put(row.value2(), row.value3().longValueExact()));
        return back;
    }

    private static Condition within(SimulatedPeriod period) {
        return SALE.OCCURRED_AT
                .ge(utc(period.start()))
                .and(SALE.OCCURRED_AT.lt(utc(period.end())))
                .and(SALE.RECORDED_AT.le(utc(period.knownAt())));
    }

    private static SoldLine line(LineRecord line, Map<UUID, Map<Integer, Long>> back) {
        var item = new Item(
                line.getLineNumber(), line.getProduct(), line.getCategory(), line.getQuantity(), line.getListAmount());
        var taken = new Sold.Taken(
                line.getDiscount(), line.getBenefitAmount(), line.getCouponAmount(), line.getPointsAmount());
        long returned = back.getOrDefault(line.getCheckoutId(), Map.of()).getOrDefault(line.getLineNumber(), 0L);
        return new SoldLine(item, taken, returned);
    }

    private Sold sold(SaleRecord sale, List<SoldLine> lines) {
        return new Sold(
                new MemberId(sale.getMemberId()),
                new UnitId(sale.getStoreId()),
                sale.getOccurredOn(),
                Currency.getInstance(sale.getCurrency()),
                sale.getPolicyVersion(),
                json.readValue(sale.getInputs().data(), Customer.class),
                lines,
                sale.getPoints());
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
