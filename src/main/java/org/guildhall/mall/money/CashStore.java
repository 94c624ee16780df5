package org.guildhall.mall.money;

import static org.guildhall.jooq.mall.Tables.PAYMENT;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.jooq.mall.tables.records.PaymentRecord;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.UnitId;
import org.guildhall.mall.Redeem;
import org.guildhall.mall.RedemptionView;
import org.guildhall.platform.BinaryCopy;
import org.guildhall.prepaid.PaymentMethod;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Keeps the payments of redemptions, within the caller's transaction; what is written stays as it is. */
@Component
public class CashStore {

    private final DSLContext sql;

    CashStore(DSLContext sql) {
        this.sql = sql;
    }

    /** On which business day, when, and by whom money changed hands. */
    public record Turn(LocalDate day, Instant at, String actor) {}

    /** What was paid for an order. */
    public record Taken(UUID order, Redeem.Payment payment, Turn turn) {}

    /** Writes what was paid, the orders being written. */
    public void take(List<Taken> taken) {
        if (!taken.isEmpty()) {
            BinaryCopy.copy(
                    sql,
                    "mall.payment (payment_id, order_id, place, method, amount, currency, reference, store_id,"
                            + " occurred_on, occurred_at, actor)",
                    out -> taken.forEach(one -> write(out, one)));
        }
    }

    private static void write(BinaryCopy out, Taken taken) {
        var tenders = taken.payment.tenders();
        for (int place = 0; place < tenders.size(); place++) {
            var tender = tenders.get(place);
            out.row()
                    .add(Ids.derived(taken.order + "|payment|" + place))
                    .add(taken.order)
                    .addInt(place)
                    .add(tender.method().code())
                    .addBig(tender.amount().minor())
                    .add(tender.amount().currency().getCurrencyCode())
                    .add(tender.reference())
                    .add(taken.payment.store().value())
                    .add(taken.turn.day)
                    .add(taken.turn.at)
                    .add(taken.turn.actor);
        }
    }

    /** Gives back all that was paid for a locked order, by the same methods and from the same till; each payment once. */
    public void giveBack(UUID order, Turn turn) {
        var back = new ArrayList<PaymentRecord>();
        for (var paid : sql.selectFrom(PAYMENT)
                .where(PAYMENT.ORDER_ID.eq(order))
                .and(PAYMENT.ORIGIN_ID.isNull())
                .orderBy(PAYMENT.PLACE)
                .fetch()) {
            var row = new PaymentRecord();
            row.setPaymentId(Ids.derived(paid.getPaymentId() + "|back"));
            row.setOrderId(order);
            row.setPlace(paid.getPlace());
            row.setOriginId(paid.getPaymentId());
            row.setMethod(paid.getMethod());
            row.setAmount(-paid.getAmount());
            row.setCurrency(paid.getCurrency());
            row.setReference(paid.getReference());
            row.setStoreId(paid.getStoreId());
            row.setOccurredOn(turn.day);
            row.setOccurredAt(turn.at.atOffset(ZoneOffset.UTC));
            row.setActor(turn.actor);
            back.add(row);
        }
        sql.batchInsert(back).execute();
    }

    /** The payments of these orders, what was taken before what went back. */
    public Map<UUID, List<RedemptionView.Payment>> of(Collection<UUID> orders) {
        return sql.selectFrom(PAYMENT)
                .where(PAYMENT.ORDER_ID.in(orders))
                .orderBy(PAYMENT.ORDER_ID, PAYMENT.ORIGIN_ID.isNotNull(), PAYMENT.PLACE)
                .fetchGroups(PAYMENT.ORDER_ID, CashStore::payment);
    }

    private static RedemptionView.Payment payment(org.jooq.Record row) {
        return new RedemptionView.Payment(
                PaymentMethod.of(row.get(PAYMENT.METHOD)),
                Money.of(row.get(PAYMENT.AMOUNT), row.get(PAYMENT.CURRENCY)),
                row.get(PAYMENT.REFERENCE),
                new UnitId(row.get(PAYMENT.STORE_ID)),
                row.get(PAYMENT.OCCURRED_AT).toInstant());
    }
}
