package org.guildhall.sessioncards.acts;

import static org.guildhall.jooq.sessioncards.Tables.CARD;
import static org.guildhall.jooq.sessioncards.Tables.SHARE;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guildhall.jooq.sessioncards.tables.records.CardRecord;
import org.guildhall.jooq.sessioncards.tables.records.ShareRecord;
import org.guildhall.kernel.MemberId;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps cards and the counts of their sessions. */
@Component
class CardStore {

    private final DSLContext sql;

    CardStore(DSLContext sql) {
        this.sql = sql;
    }

    Optional<CardRecord> row(UUID id) {
        return sql.selectFrom(CARD).where(CARD.CARD_ID.eq(id)).fetchOptional();
    }

    /** The same, held until the transaction ends. */
    Optional<CardRecord> lock(UUID id) {
        return sql.selectFrom(CARD).where(CARD.CARD_ID.eq(id)).forUpdate().fetchOptional();
    }

    /** Holds all cards of a member until the transaction ends, so that what is refunded of them at once counts together. */
    void lockAll(MemberId member) {
        sql.select(CARD.CARD_ID)
                .from(CARD)
                .where(CARD.MEMBER_ID.eq(member.value()))
                .orderBy(CARD.CARD_ID)
                .forUpdate()
                .fetch();
    }

    List<ShareRecord> shares(UUID card) {
        return sql.selectFrom(SHARE)
                .where(SHARE.CARD_ID.eq(card))
                .orderBy(SHARE.PLACE)
                .fetch();
    }

    void insert(CardRecord card, List<ShareRecord> shares) {
        sql.executeInsert(card);
        shares.forEach(sql::executeInsert);
    }

    /** Keeps what was noticed at the sale, in the transaction that sells. */
    void notice(UUID card, List<String> notices) {
        sql.update(CARD)
                .set(CARD.NOTICES, notices.toArray(String[]::new))
                .where(CARD.CARD_ID.eq(card))
                .execute();
    }

    /** Moves the counts of a service; absent if the sessions do not suffice. */
    Optional<ShareRecord> move(UUID card, UUID service, int used, int held, int givenBack) {
        return sql.update(SHARE)
                .set(SHARE.USED, SHARE.USED.plus(used))
                .set(SHARE.HELD, SHARE.HELD.plus(held))
                .set(SHARE.GIVEN_BACK, SHARE.GIVEN_BACK.plus(givenBack))
                .where(SHARE.CARD_ID.eq(card))
                .and(SHARE.SERVICE_ID.eq(service))
                .and(SHARE.SESSIONS
                        .isNull()
                        .or(SHARE.USED
                                .plus(SHARE.HELD)
                                .plus(SHARE.GIVEN_BACK)
                                .plus(used + held + givenBack)
                                .le(SHARE.SESSIONS)))
                .returning()
                .fetchOptional();
    }

    void end(UUID card, LocalDate lastDay) {
        sql.update(CARD)
                .set(CARD.LAST_DAY, lastDay)
                .where(CARD.CARD_ID.eq(card))
                .execute();
    }

    /** The card has no last day until its first use. */
    void unend(UUID card) {
        sql.update(CARD).setNull(CARD.LAST_DAY).where(CARD.CARD_ID.eq(card)).execute();
    }

    void refunded(UUID card) {
        sql.update(CARD).set(CARD.REFUNDED, true).where(CARD.CARD_ID.eq(card)).execute();
    }

    /** The day of the member's last sale under their identity. */
    @Nullable
    LocalDate lastNamedSale(MemberId member) {
        return sql.select(org.jooq.impl.DSL.max(CARD.OCCURRED_ON))
                .from(CARD)
                .where(CARD.MEMBER_ID.eq(member.value()))
                .and(CARD.NAMED.isTrue())
                .fetchSingle()
                .value1();
    }

    /** Removes what staff wrote about this member's payments. */
    void erase(MemberId member) {
        sql.update(CARD)
                .setNull(CARD.REFERENCE)
                .where(CARD.MEMBER_ID.eq(member.value()))
                .execute();
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
