package org.guildhall.prepaid.acts;

import static org.guildhall.jooq.prepaid.Tables.MOVEMENT;
import static org.guildhall.jooq.prepaid.Tables.PART;
import static org.guildhall.jooq.prepaid.Tables.PAYMENT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guildhall.jooq.prepaid.tables.records.MovementRecord;
import org.guildhall.jooq.prepaid.tables.records.PaymentRecord;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.UnitId;
import org.guildhall.prepaid.MovementKind;
import org.guildhall.prepaid.rules.Part;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps the movements and payments. */
@Component
class MovementStore {

    private final DSLContext sql;

    MovementStore(DSLContext sql) {
        this.sql = sql;
    }

    /** The movement with this identifier. */
    Optional<MovementRecord> find(UUID movement) {
        return sql.selectFrom(MOVEMENT).where(MOVEMENT.MOVEMENT_ID.eq(movement)).fetchOptional();
    }

    /** Where a movement was. */
    @Nullable
    UnitId storeOf(UUID movement) {
        var store = sql.select(MOVEMENT.STORE_ID)
                .from(MOVEMENT)
                .where(MOVEMENT.MOVEMENT_ID.eq(movement))
                .fetchOne(MOVEMENT.STORE_ID);
        return store == null ? null : new UnitId(store);
    }

    /** The payment, held until the transaction ends. */
    Optional<PaymentRecord> payment(UUID payment) {
        return sql.selectFrom(PAYMENT)
                .where(PAYMENT.PAYMENT_ID.eq(payment))
                .forUpdate()
                .fetchOptional();
    }

    /** A payment that is locked on the account. */
    Optional<UUID> anyLock(MemberId member) {
        return sql.select(PAYMENT.PAYMENT_ID)
                .from(PAYMENT)
                .where(PAYMENT.MEMBER_ID.eq(member.value()))
                .and(PAYMENT.STATE.eq("locked"))
                .limit(1)
                .fetchOptional(PAYMENT.PAYMENT_ID);
    }

    /** Locks whose time is over, on accounts that may move. */
    List<UUID> lapsed(Instant now, Collection<UUID> but, int limit) {
        return sql.resultQuery("""
                        select p.payment_id
                        from prepaid.payment p
                        join prepaid.account a using (member_id)
                        where p.state = 'locked'
                          and p.lapses_at <= ?::timestamptz
                          and not a.frozen
                          and p.payment_id <> all (?)
                        order by p.lapses_at, p.payment_id
                        limit ?
                        """, now.toString(), but.toArray(UUID[]::new), limit)
                .fetch(row -> row.get(0, UUID.class));
    }

    void insert(MovementRecord row) {
        sql.executeInsert(row);
    }

    void insert(PaymentRecord row) {
        sql.executeInsert(row);
    }

    /** Notes that a lock ended. */
    void settle(UUID payment, String state) {
        sql.update(PAYMENT)
                .set(PAYMENT.STATE, state)
                .where(PAYMENT.PAYMENT_ID.eq(payment))
                .and(PAYMENT.STATE.eq("locked"))
                .execute();
    }

    /** Notes that so much came back, within what the checks allow. */
    void back(UUID payment, long principal, long bonus) {
        sql.update(PAYMENT)
                .set(PAYMENT.PRINCIPAL_BACK, PAYMENT.PRINCIPAL_BACK.plus(principal))
                .set(PAYMENT.BONUS_BACK, PAYMENT.BONUS_BACK.plus(bonus))
                .where(PAYMENT.PAYMENT_ID.eq(payment))
                .execute();
    }

    void insert(MemberId member, UUID movement, Part part) {
        sql.insertInto(PART)
                .set(PART.MEMBER_ID, member.value())
                .set(PART.MOVEMENT_ID, movement)
                .set(PART.TOP_UP_ID, part.topUp())
                .set(PART.PRINCIPAL, part.principal())
                .set(PART.BONUS, part.bonus())
                .execute();
    }

    /** Sum of what was moved by movements of a kind, not undone since, from a day on, and of the money that changed hands. */
    record Sum(int times, long principal, long money) {}

    /** How often and how much the account moved in one way since a day, what was undone left out. */
    Sum since(MemberId member, MovementKind kind, LocalDate day) {
        return sql.resultQuery("""
                        select count(*), coalesce(sum(m.principal), 0), coalesce(sum(m.money), 0)
                        from prepaid.movement m
                        where m.member_id = ?
                          and m.kind = ?
                          and m.occurred_on >= ?::date
                          and not exists (
                            select from prepaid.movement u
                            where u.about_id = m.movement_id
                              and u.kind = 'undo')
                        """, member.value(), kind.code(), day.toString())
                .fetchSingle(row -> new Sum(row.get(0, Integer.class), row.get(1, Long.class), row.get(2, Long.class)));
    }

    /** Whether something had been paid before an instant and was not given back. */
    boolean paidBefore(MemberId member, Instant before) {
        return sql.fetchExists(sql.selectOne()
                .from(PAYMENT)
                .join(MOVEMENT)
                .on(MOVEMENT.MEMBER_ID.eq(PAYMENT.MEMBER_ID))
                .and(MOVEMENT.MOVEMENT_ID.eq(PAYMENT.PAYMENT_ID))
                .where(PAYMENT.MEMBER_ID.eq(member.value()))
                .and(PAYMENT.STATE.eq("paid"))
                .and(PAYMENT.PRINCIPAL.plus(PAYMENT.BONUS).gt(PAYMENT.PRINCIPAL_BACK.plus(PAYMENT.BONUS_BACK)))
                .and(MOVEMENT.OCCURRED_AT.lt(AccountStore.at(before))));
    }

    static @Nullable JSONB json(@Nullable String text) {
        return text == null ? null : JSONB.jsonb(text);
    }
}
