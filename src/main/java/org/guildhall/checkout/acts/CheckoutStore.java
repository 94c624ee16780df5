package org.guildhall.checkout.acts;

import static org.guildhall.jooq.checkout.Tables.COUPON;
import static org.guildhall.jooq.checkout.Tables.COUPON_LINE;
import static org.guildhall.jooq.checkout.Tables.LINE;
import static org.guildhall.jooq.checkout.Tables.PAYMENT;
import static org.guildhall.jooq.checkout.Tables.SALE;
import static org.jooq.impl.DSL.any;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.guildhall.access.Access;
import org.guildhall.checkout.CheckoutRefusal;
import org.guildhall.checkout.pricing.Priced;
import org.guildhall.jooq.checkout.tables.records.LineRecord;
import org.guildhall.jooq.checkout.tables.records.PaymentRecord;
import org.guildhall.jooq.checkout.tables.records.SaleRecord;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.Refusal;
import org.guildhall.platform.FixedStatement;
import org.guildhall.platform.RowInsert;
import org.guildhall.prepaid.PaymentMethod;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.TableRecord;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps checkouts with their lines and payments. */
@Component
class CheckoutStore {

    private static final RowInsert.Together SALES =
            RowInsert.together(RowInsert.into(SALE), RowInsert.into(LINE), RowInsert.into(PAYMENT));

    private static final FixedStatement HURRY = FixedStatement.of(
            "select set_config('lock_timeout', ?, true), set_config('plan_cache_mode', 'force_generic_plan', true)");

    private static final FixedStatement DONE =
            FixedStatement.of("select checkout_id from checkout.sale where checkout_id = any(?)");

    private final DSLContext sql;
    private final JsonMapper json;
    private final Access access;
    private final BusinessTime time;

    CheckoutStore(DSLContext sql, JsonMapper json, Access access, BusinessTime time) {
        this.sql = sql;
        this.json = json;
        this.access = access;
        this.time = time;
    }

    /** Whether the key did this before; refused if it did something else. */
    boolean done(UUID id, UUID hash) {
        var earlier = sql.select(SALE.CONTENT_HASH)
                .from(SALE)
                .where(SALE.CHECKOUT_ID.eq(id))
                .fetchOne(SALE.CONTENT_HASH);
        if (earlier != null && !earlier.equals(hash)) {
            throw Refusal.of(new CheckoutRefusal.CheckoutDiffers(id));
        }
        return earlier != null;
    }

    Optional<SaleRecord> find(UUID id) {
        return sql.selectFrom(SALE).where(SALE.CHECKOUT_ID.eq(id)).fetchOptional();
    }

    /** The checkout, held until the transaction ends. */
    SaleRecord lock(UUID id) {
        return sql.selectFrom(SALE).where(SALE.CHECKOUT_ID.eq(id)).forUpdate().fetchSingle();
    }

    List<LineRecord> lines(UUID id) {
        return sql.selectFrom(LINE)
                .where(LINE.CHECKOUT_ID.eq(id))
                .orderBy(LINE.LINE_NUMBER)
                .fetch();
    }

    /** These checkouts, in their order. */
    List<SaleRecord> find(Collection<UUID> ids) {
        return sql.selectFrom(SALE)
                .where(SALE.CHECKOUT_ID.eq(any(ids.toArray(UUID[]::new))))
                .orderBy(SALE.CHECKOUT_ID)
                .fetch();
    }

    /** The lines of these checkouts. */
    Map<UUID, List<LineRecord>> lines(Collection<UUID> ids) {
        return sql.selectFrom(LINE)
                .where(LINE.CHECKOUT_ID.eq(any(ids.toArray(UUID[]::new))))
                .orderBy(LINE.CHECKOUT_ID, LINE.LINE_NUMBER)
                .fetchGroups(LINE.CHECKOUT_ID, line -> line);
    }

    /** The coupons used, in the order in which they were taken. */
    List<Parts.Coupon> coupons(UUID id) {
        var lines = sql.selectFrom(COUPON_LINE)
                .where(COUPON_LINE.CHECKOUT_ID.eq(id))
                .fetchGroups(COUPON_LINE.COUPON_ID, COUPON_LINE.LINE_NUMBER);
        return sql.selectFrom(COUPON)
                .where(COUPON.CHECKOUT_ID.eq(id))
                .orderBy(COUPON.PLACE)
                .fetch(row -> new Parts.Coupon(row, lines.getOrDefault(row.getCouponId(), List.of())));
    }

    /** The payments taken in, in their order. */
    List<PaymentRecord> payments(UUID id) {
        return sql.selectFrom(PAYMENT)
                .where(PAYMENT.CHECKOUT_ID.eq(id))
                .and(PAYMENT.RETURN_ID.isNull())
                .orderBy(PAYMENT.PLACE)
                .fetch();
    }

    /**
     * From here to its end the transaction fails rather than wait longer for a lock, and takes the plan that it made for a
     * statement once for each of its values: all it does is look up keys.
     */
    void hurry(Duration patience) {
        HURRY.single(sql, row -> row.getString(1), Long.toString(patience.toMillis()));
    }

    /** Which of these keys did something before; what that was, each has to be asked for by itself. */
    Set<UUID> done(Collection<UUID> ids) {
        return Set.copyOf(DONE.list(sql, row -> row.getObject(1, UUID.class), (Object) ids.toArray(UUID[]::new)));
    }

    /** A sale with what it moved, to be kept. */
    record Booked(Sale sale, Sale.Moved moved, UUID hash) {}

    /** Keeps sales and gives what was kept, as reading them would. */
    List<Parts.Whole> insert(List<Booked> booked) {
        var kept = new ArrayList<Parts.Whole>();
        var coupons = new ArrayList<TableRecord<?>>();
        for (var one : booked) {
            var sale = one.sale;
            var lines = sale.offer().priced().lines().stream()
                    .map(line -> line(sale.id(), line))
                    .toList();
            var payments = IntStream.range(0, sale.command().payments().size())
                    .mapToObj(place -> payment(sale, place))
                    .toList();
            var used = CouponRows.of(sale);
            used.stream().flatMap(CouponRows.Kept::rows).forEach(coupons::add);
            kept.add(new Parts.Whole(
                    row(one),
                    lines,
                    payments,
                    used.stream().map(CouponRows.Kept::view).toList()));
        }
        SALES.all(
                sql,
                List.of(
                        kept.stream().map(Parts.Whole::checkout).toList(),
                        kept.stream().flatMap(one -> one.lines().stream()).toList(),
                        kept.stream().flatMap(one -> one.payments().stream()).toList()));
        if (!coupons.isEmpty()) {
            sql.batchInsert(coupons).execute();
        }
        return kept;
    }

    private SaleRecord row(Booked booked) {
        var sale = booked.sale;
        var moved = booked.moved;
        var command = sale.command();
        var offer = sale.offer();
        var figures = sale.figures();
        var member = command.basket().member();
        var purchase = moved.purchase();
        var row = new SaleRecord();
        row.setCheckoutId(sale.id());
        row.setNumber(sale.number());
        row.setMemberId(member == null ? null : member.value());
        row.setStoreId(command.basket().store().value());
        row.setCurrency(offer.currency().getCurrencyCode());
        row.setListAmount(offer.priced().total());
        row.setDiscount(figures.discount().minor());
        row.setBenefitAmount(figures.benefitAmount().minor());
        row.setBenefit(
                offer.priced().benefit().map(used -> used.discount().benefit()).orElse(null));
        row.setBenefitUse(moved.benefit());
        row.setCouponAmount(figures.couponAmount().minor());
        row.setPoints(figures.points());
        row.setPointsAmount(figures.pointsAmount().minor());
        row.setStored(figures.stored().minor());
        row.setCashback(sale.cashback());
        row.setCashbackBack(0L);
        row.setCashbackPosting(moved.cashback());
        row.setTendered(figures.due().minor() - sale.cashback());
        row.setPointsBack(0L);
        row.setStoredBack(0L);
        row.setTenderedBack(0L);
        row.setPointsPosting(moved.points());
        row.setStoredMovement(moved.stored());
        row.setPurchaseId(purchase == null ? null : purchase.id());
        row.setPointsEarned(purchase == null ? 0 : purchase.points().value());
        row.setInputs(JSONB.jsonb(json.writeValueAsString(offer.customer())));
        row.setPolicyVersion(offer.rules().version());
        row.setContentHash(booked.hash);
        row.setOccurredOn(time.dateOf(sale.at()));
        row.setOccurredAt(at(sale.at()));
        row.setRecordedAt(at(time.now()));
        row.setActor(access.actor().reference());
        return row;
    }

    private static LineRecord line(UUID id, Priced.Line line) {
        var row = new LineRecord();
        row.setCheckoutId(id);
        row.setLineNumber(line.item().number());
        row.setProduct(line.item().product());
        row.setCategory(line.item().category());
        row.setQuantity(line.item().quantity());
        row.setListAmount(line.item().amount());
        row.setDiscount(line.discount());
        row.setBenefitAmount(line.benefitAmount());
        row.setCouponAmount(line.couponAmount());
        row.setPointsAmount(line.pointsAmount());
        row.setPaid(line.paid());
        row.setQuantityBack(0L);
        return row;
    }

    private PaymentRecord payment(Sale sale, int place) {
        var command = sale.command();
        var tender = command.payments().get(place);
        var row = new PaymentRecord();
        row.setPaymentId(Ids.derived(sale.id() + "|payment|" + place));
        row.setCheckoutId(sale.id());
        row.setPlace(place + 1);
        row.setMethod(tender.method().code());
        row.setAmount(tender.amount().minor());
        row.setBack(0L);
        row.setReference(tender.reference());
        row.setStoreId(command.basket().store().value());
        row.setOccurredOn(time.dateOf(sale.at()));
        row.setOccurredAt(at(sale.at()));
        row.setActor(access.actor().reference());
        return row;
    }

    static PaymentMethod method(PaymentRecord row) {
        return PaymentMethod.of(row.getMethod());
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
