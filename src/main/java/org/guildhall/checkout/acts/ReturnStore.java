package org.guildhall.checkout.acts;

import static org.guildhall.jooq.checkout.Tables.COUPON;
import static org.guildhall.jooq.checkout.Tables.LINE;
import static org.guildhall.jooq.checkout.Tables.PAYMENT;
import static org.guildhall.jooq.checkout.Tables.RETURN;
import static org.guildhall.jooq.checkout.Tables.RETURN_LINE;
import static org.guildhall.jooq.checkout.Tables.SALE;
import static org.jooq.impl.DSL.val;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.guildhall.access.Access;
import org.guildhall.checkout.CheckoutRefusal;
import org.guildhall.jooq.checkout.tables.records.PaymentRecord;
import org.guildhall.jooq.checkout.tables.records.ReturnLineRecord;
import org.guildhall.jooq.checkout.tables.records.ReturnRecord;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.Refusal;
import org.jooq.DSLContext;
import org.jooq.TableRecord;
import org.springframework.stereotype.Component;

/** Keeps what came back, and counts it where it was sold; the checks there refuse what would come back twice. */
@Component
class ReturnStore {

    private final DSLContext sql;
    private final Access access;
    private final BusinessTime time;

    ReturnStore(DSLContext sql, Access access, BusinessTime time) {
        this.sql = sql;
        this.access = access;
        this.time = time;
    }

    /** Whether the key did this before; refused if it did something else. */
    boolean done(UUID id, UUID hash) {
        var earlier = sql.select(RETURN.CONTENT_HASH)
                .from(RETURN)
                .where(RETURN.RETURN_ID.eq(id))
                .fetchOne(RETURN.CONTENT_HASH);
        if (earlier != null && !earlier.equals(hash)) {
            throw Refusal.of(new CheckoutRefusal.CheckoutDiffers(id));
        }
        return earlier != null;
    }

    void insert(TakingBack.Back back, TakingBack.Gone gone, int version) {
        sql.executeInsert(row(back, gone, version));
        var rows = new ArrayList<TableRecord<?>>();
        for (var line : back.parts().lines()) {
            rows.add(line(back, line));
            count(back, line);
        }
        var payments = back.parts().payments();
        for (int i = 0; i < payments.size(); i++) {
            rows.add(payment(back, payments.get(i), i));
            count(payments.get(i));
        }
        for (var coupon : back.parts().coupons()) {
            sql.update(COUPON)
                    .set(COUPON.RETURN_ID, back.id())
                    .where(COUPON.CHECKOUT_ID.eq(back.checkout().getCheckoutId()))
                    .and(COUPON.COUPON_ID.eq(coupon.of().getCouponId()))
                    .execute();
        }
        sql.batchInsert(rows).execute();
        sql.update(SALE)
                .set(SALE.POINTS_BACK, SALE.POINTS_BACK.plus(back.parts().points()))
                .set(SALE.STORED_BACK, SALE.STORED_BACK.plus(back.parts().stored()))
                .set(SALE.CASHBACK_BACK, SALE.CASHBACK_BACK.plus(back.parts().cashback()))
                .set(SALE.TENDERED_BACK, SALE.TENDERED_BACK.plus(back.parts().tendered()))
                .set(SALE.BENEFIT_RETURN, back.parts().benefit() ? val(back.id()) : SALE.BENEFIT_RETURN)
                .where(SALE.CHECKOUT_ID.eq(back.checkout().getCheckoutId()))
                .execute();
    }

    private void count(TakingBack.Back back, Parts.Line line) {
        sql.update(LINE)
                .set(LINE.QUANTITY_BACK, LINE.QUANTITY_BACK.plus(line.part().quantity()))
                .where(LINE.CHECKOUT_ID.eq(back.checkout().getCheckoutId()))
                .and(LINE.LINE_NUMBER.eq(line.of().getLineNumber()))
                .execute();
    }

    private void count(Parts.Payment payment) {
        sql.update(PAYMENT)
                .set(PAYMENT.BACK, PAYMENT.BACK.plus(payment.amount()))
                .where(PAYMENT.PAYMENT_ID.eq(payment.of().getPaymentId()))
                .execute();
    }

    private ReturnRecord row(TakingBack.Back back, TakingBack.Gone gone, int version) {
        var parts = back.parts();
        var row = new ReturnRecord();
        row.setReturnId(back.id());
        row.setCheckoutId(back.checkout().getCheckoutId());
        row.setNumber(
                1 + sql.fetchCount(RETURN, RETURN.CHECKOUT_ID.eq(back.checkout().getCheckoutId())));
        row.setStoreId(back.command().store().value());
        row.setDiscount(parts.discount());
        row.setBenefitAmount(parts.benefitAmount());
        row.setCouponAmount(parts.couponAmount());
        row.setPoints(parts.points());
        row.setPointsAmount(parts.pointsAmount());
        row.setStored(parts.stored());
        row.setCashback(parts.cashback());
        row.setCashbackPosting(gone.cashback());
        row.setTendered(parts.tendered());
        row.setPointsPosting(gone.points());
        row.setStoredMovement(gone.stored());
        row.setReason(back.command().reason());
        row.setPolicyVersion(version);
        row.setContentHash(back.asked().hash());
        row.setOccurredOn(time.dateOf(back.at()));
        row.setOccurredAt(CheckoutStore.at(back.at()));
        row.setRecordedAt(CheckoutStore.at(time.now()));
        row.setActor(access.actor().reference());
        return row;
    }

    private static ReturnLineRecord line(TakingBack.Back back, Parts.Line line) {
        var row = new ReturnLineRecord();
        row.setReturnId(back.id());
        row.setLineNumber(line.of().getLineNumber());
        row.setCheckoutId(back.checkout().getCheckoutId());
        row.setQuantity(line.part().quantity());
        row.setDiscount(line.part().discount());
        row.setBenefitAmount(line.part().benefitAmount());
        row.setCouponAmount(line.part().couponAmount());
        row.setPointsAmount(line.part().pointsAmount());
        row.setPaid(line.part().paid());
        return row;
    }

    private PaymentRecord payment(TakingBack.Back back, Parts.Payment payment, int place) {
        var row = new PaymentRecord();
        row.setPaymentId(Ids.derived(back.id() + "|payment|" + place));
        row.setCheckoutId(back.checkout().getCheckoutId());
        row.setPlace(place + 1);
        row.setReturnId(back.id());
        row.setOriginId(payment.of().getPaymentId());
        row.setMethod(payment.of().getMethod());
        row.setAmount(-payment.amount());
        row.setBack(0L);
        row.setReference(payment.of().getReference());
        row.setStoreId(back.command().store().value());
        row.setOccurredOn(time.dateOf(back.at()));
        row.setOccurredAt(CheckoutStore.at(back.at()));
        row.setActor(access.actor().reference());
        return row;
    }

    List<ReturnRecord> of(UUID checkout) {
        return sql.selectFrom(RETURN)
                .where(RETURN.CHECKOUT_ID.eq(checkout))
                .orderBy(RETURN.NUMBER)
                .fetch();
    }

    List<ReturnLineRecord> lines(UUID checkout) {
        return sql.selectFrom(RETURN_LINE)
                .where(RETURN_LINE.CHECKOUT_ID.eq(checkout))
                .orderBy(RETURN_LINE.LINE_NUMBER)
                .fetch();
    }

    /** The payments that went back, in their order. */
    List<PaymentRecord> payments(UUID checkout) {
        return sql.selectFrom(PAYMENT)
                .where(PAYMENT.CHECKOUT_ID.eq(checkout))
                .and(PAYMENT.RETURN_ID.isNotNull())
                .orderBy(PAYMENT.RETURN_ID, PAYMENT.PLACE)
                .fetch();
    }
}
