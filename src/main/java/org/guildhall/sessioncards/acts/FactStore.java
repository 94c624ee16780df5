package org.guildhall.sessioncards.acts;

import static org.guildhall.jooq.sessioncards.Tables.FACT;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.guildhall.jooq.sessioncards.tables.records.FactRecord;
import org.guildhall.kernel.MemberId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Keeps what happened to cards. */
@Component
class FactStore {

    private final DSLContext sql;

    FactStore(DSLContext sql) {
        this.sql = sql;
    }

    /** The hash of what was asked under this cause, if anything was done. */
    Optional<UUID> hash(UUID cause) {
        return sql.select(FACT.CONTENT_HASH)
                .from(FACT)
                .where(FACT.CAUSE.eq(cause))
                .limit(1)
                .fetchOptional(FACT.CONTENT_HASH);
    }

    Optional<FactRecord> find(UUID card, UUID id) {
        return sql.selectFrom(FACT)
                .where(FACT.FACT_ID.eq(id))
                .and(FACT.CARD_ID.eq(card))
                .fetchOptional();
    }

    boolean reversed(UUID id) {
        return sql.fetchExists(sql.selectFrom(FACT).where(FACT.OF_FACT.eq(id)));
    }

    List<FactRecord> of(UUID card) {
        return sql.selectFrom(FACT)
                .where(FACT.CARD_ID.eq(card))
                .orderBy(FACT.NUMBER)
                .fetch();
    }

    void insert(FactRecord fact) {
        sql.executeInsert(fact);
    }

    /** Whether the member had used one of these services from another card by the time this one was sold; what was taken back is no use. */
    boolean usedBefore(UUID card, MemberId member, Collection<UUID> services, OffsetDateTime sold) {
        var back = FACT.as("back");
        return sql.fetchExists(sql.selectOne()
                .from(FACT)
                .where(FACT.MEMBER_ID.eq(member.value()))
                .and(FACT.CARD_ID.ne(card))
                .and(FACT.KIND.in("used", "attended"))
                .and(FACT.SERVICE_ID.in(services))
                .and(FACT.OCCURRED_AT.le(sold))
                .and(notExists(selectOne().from(back).where(back.OF_FACT.eq(FACT.FACT_ID)))));
    }

    /** What was refunded to the member on a day, of all cards. */
    long refundedOn(LocalDate day, MemberId member) {
        return sql.select(coalesce(sum(FACT.MONEY.neg()), BigDecimal.ZERO))
                .from(FACT)
                .where(FACT.MEMBER_ID.eq(member.value()))
                .and(FACT.KIND.eq("refunded"))
                .and(FACT.OCCURRED_ON.eq(day))
                .fetchSingle()
                .value1()
                .longValueExact();
    }

    /** How often the card was used on a day; what was taken back is no use. */
    int usesOn(UUID card, LocalDate day) {
        var back = FACT.as("back");
        return sql.fetchCount(sql.selectOne()
                .from(FACT)
                .where(FACT.CARD_ID.eq(card))
                .and(FACT.KIND.in("used", "attended"))
                .and(FACT.OCCURRED_ON.eq(day))
                .and(notExists(selectOne().from(back).where(back.OF_FACT.eq(FACT.FACT_ID)))));
    }

    /** Whether a use of the card stands but for this one that begins its days, or they were extended. */
    boolean begun(UUID card, UUID but) {
        var back = FACT.as("back");
        return sql.fetchExists(sql.selectOne()
                .from(FACT)
                .where(FACT.CARD_ID.eq(card))
                .and(FACT.KIND
                        .in("extended", "reactivated")
                        .or(FACT.KIND
                                .in("used", "attended")
                                .and(FACT.FACT_ID.ne(but))
                                .and(notExists(selectOne().from(back).where(back.OF_FACT.eq(FACT.FACT_ID)))))));
    }

    /** How often the card was activated again; what was taken back does not count. */
    int reactivations(UUID card) {
        var back = FACT.as("back");
        return sql.fetchCount(sql.selectOne()
                .from(FACT)
                .where(FACT.CARD_ID.eq(card))
                .and(FACT.KIND.eq("reactivated"))
                .and(notExists(selectOne().from(back).where(back.OF_FACT.eq(FACT.FACT_ID)))));
    }

    /** Whether anything happened to the card after a fact of it. */
    boolean movedSince(FactRecord fact) {
        return sql.fetchExists(
                sql.selectFrom(FACT).where(FACT.CARD_ID.eq(fact.getCardId())).and(FACT.NUMBER.gt(fact.getNumber())));
    }

    /** The card's last day until a fact of it. */
    LocalDate lastDayBefore(FactRecord fact) {
        return sql.selectFrom(FACT)
                .where(FACT.CARD_ID.eq(fact.getCardId()))
                .and(FACT.NUMBER.lt(fact.getNumber()))
                .and(FACT.LAST_DAY.isNotNull())
                .orderBy(FACT.NUMBER.desc())
                .limit(1)
                .fetchSingle()
                .getLastDay();
    }

    /** Removes what staff wrote about this member. */
    void erase(MemberId member) {
        sql.update(FACT)
                .setNull(FACT.REASON)
                .where(FACT.MEMBER_ID.eq(member.value()))
                .and(FACT.REASON.isNotNull())
                .execute();
    }

    /** The uses among them that were given back. */
    static Set<UUID> reversedAmong(List<FactRecord> facts) {
        var reversed = new HashSet<UUID>();
        facts.stream().map(FactRecord::getOfFact).filter(Objects::nonNull).forEach(reversed::add);
        return reversed;
    }
}
