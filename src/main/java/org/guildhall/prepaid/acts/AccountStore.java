package org.guildhall.prepaid.acts;

import static org.guildhall.jooq.prepaid.Tables.ACCOUNT;
import static org.guildhall.jooq.prepaid.Tables.MOVEMENT;
import static org.guildhall.jooq.prepaid.Tables.PART;
import static org.guildhall.jooq.prepaid.Tables.PAYMENT;
import static org.guildhall.jooq.prepaid.Tables.TOP_UP;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guildhall.jooq.prepaid.tables.records.TopUpRecord;
import org.guildhall.kernel.MemberId;
import org.guildhall.prepaid.rules.Part;
import org.guildhall.prepaid.rules.Stake;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Keeps accounts and their top-ups: opens, locks, reads and changes them. */
@Component
class AccountStore {

    private final DSLContext sql;

    AccountStore(DSLContext sql) {
        this.sql = sql;
    }

    /** An account as it stands. */
    record Account(boolean frozen, long movements) {}

    /** The account, made if there is none, held until the transaction ends. */
    Account lock(MemberId member, Instant now) {
        sql.insertInto(ACCOUNT, ACCOUNT.MEMBER_ID, ACCOUNT.OPENED_AT)
                .values(member.value(), at(now))
                .onConflictDoNothing()
                .execute();
        return sql.select(ACCOUNT.FROZEN, ACCOUNT.MOVEMENTS)
                .from(ACCOUNT)
                .where(ACCOUNT.MEMBER_ID.eq(member.value()))
                .forUpdate()
                .fetchSingle(row -> new Account(row.value1(), row.value2()));
    }

    /** Whether nothing may move; an account never used is not frozen. */
    boolean frozen(MemberId member) {
        return sql.fetchExists(ACCOUNT, ACCOUNT.MEMBER_ID.eq(member.value()).and(ACCOUNT.FROZEN));
    }

    void freeze(MemberId member, boolean frozen) {
        sql.update(ACCOUNT)
                .set(ACCOUNT.FROZEN, frozen)
                .where(ACCOUNT.MEMBER_ID.eq(member.value()))
                .execute();
    }

    void count(MemberId member, long movements) {
        sql.update(ACCOUNT)
                .set(ACCOUNT.MOVEMENTS, movements)
                .where(ACCOUNT.MEMBER_ID.eq(member.value()))
                .execute();
    }

    /** The open top-ups, the one spent first at the head. */
    List<Stake> stakes(MemberId member) {
        return sql.selectFrom(TOP_UP)
                .where(TOP_UP.MEMBER_ID.eq(member.value()))
                .and(TOP_UP.STATE.eq("open"))
                .orderBy(TOP_UP.NUMBER, TOP_UP.TOP_UP_ID)
                .fetch(AccountStore::stake);
    }

    /** The first of these top-ups that is not open any more. */
    Optional<UUID> closed(Collection<UUID> topUps) {
        return sql.select(TOP_UP.TOP_UP_ID)
                .from(TOP_UP)
                .where(TOP_UP.TOP_UP_ID.in(topUps))
                .and(TOP_UP.STATE.ne("open"))
                .limit(1)
                .fetchOptional(TOP_UP.TOP_UP_ID);
    }

    /** Enters a top-up with nothing in it yet; its movement's parts fill it. */
    void open(MemberId member, Stake stake) {
        sql.insertInto(TOP_UP)
                .set(TOP_UP.MEMBER_ID, member.value())
                .set(TOP_UP.TOP_UP_ID, stake.id())
                .set(TOP_UP.NUMBER, stake.number())
                .set(TOP_UP.PAID, stake.paid())
                .set(TOP_UP.GIFT, stake.gift())
                .set(TOP_UP.PRINCIPAL_LEFT, 0L)
                .set(TOP_UP.BONUS_LEFT, 0L)
                .set(TOP_UP.PAID_AT, at(stake.paidAt()))
                .set(TOP_UP.ORIGIN_ID, stake.origin())
                .execute();
    }

    /** Moves what is left of a top-up and says how it stands now, within what the checks allow. */
    void move(MemberId member, Part change, String state) {
        int moved = sql.update(TOP_UP)
                .set(TOP_UP.PRINCIPAL_LEFT, TOP_UP.PRINCIPAL_LEFT.plus(change.principal()))
                .set(TOP_UP.BONUS_LEFT, TOP_UP.BONUS_LEFT.plus(change.bonus()))
                .set(TOP_UP.STATE, state)
                .where(TOP_UP.MEMBER_ID.eq(member.value()))
                .and(TOP_UP.TOP_UP_ID.eq(change.topUp()))
                .execute();
        if (moved != 1) {
            throw new IllegalStateException("no top-up " + change.topUp());
        }
    }

    /** What is set aside for payments under way, of both pots. */
    long locked(MemberId member) {
        return sql
                .select(PAYMENT.PRINCIPAL, PAYMENT.BONUS)
                .from(PAYMENT)
                .where(PAYMENT.MEMBER_ID.eq(member.value()))
                .and(PAYMENT.STATE.eq("locked"))
                .fetch(row -> row.value1() + row.value2())
                .stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** What the movements changed, in the order the top-ups are spent. */
    List<Part> parts(Collection<UUID> movements) {
        return sql.select(PART.TOP_UP_ID, PART.PRINCIPAL, PART.BONUS)
                .from(PART)
                .join(TOP_UP)
                .on(TOP_UP.MEMBER_ID.eq(PART.MEMBER_ID))
                .and(TOP_UP.TOP_UP_ID.eq(PART.TOP_UP_ID))
                .where(PART.MOVEMENT_ID.in(movements))
                .orderBy(TOP_UP.NUMBER, TOP_UP.TOP_UP_ID)
                .fetch(row -> new Part(row.value1(), row.value2(), row.value3()));
    }

    /** The movements of a kind that are about another. */
    List<UUID> about(UUID movement, String kind) {
        return sql.select(MOVEMENT.MOVEMENT_ID)
                .from(MOVEMENT)
                .where(MOVEMENT.ABOUT_ID.eq(movement))
                .and(MOVEMENT.KIND.eq(kind))
                .fetch(MOVEMENT.MOVEMENT_ID);
    }

    static Stake stake(TopUpRecord row) {
        return new Stake(
                row.getTopUpId(),
                row.getNumber(),
                row.getPaid(),
                row.getGift(),
                row.getPrincipalLeft(),
                row.getBonusLeft(),
                row.getPaidAt().toInstant(),
                row.getOriginId());
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
