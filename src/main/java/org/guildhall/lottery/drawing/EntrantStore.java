package org.guildhall.lottery.drawing;

import static org.guildhall.jooq.lottery.Tables.ENTRANT;
import static org.guildhall.jooq.lottery.Tables.ENTRANT_DAY;
import static org.guildhall.jooq.lottery.Tables.LOTTERY_;
import static org.guildhall.jooq.lottery.Tables.PRIZE;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.guildhall.jooq.lottery.tables.records.DrawRecord;
import org.guildhall.jooq.lottery.tables.records.EntrantRecord;
import org.guildhall.jooq.lottery.tables.records.LotteryRecord;
import org.guildhall.kernel.MemberId;
import org.guildhall.lottery.LotteryDetails;
import org.guildhall.lottery.fair.FairDraw;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Counts what members drew and which prizes were hit; constraints refuse what would be too many. Locks are taken in one order:
 * lottery (shared), entrant, prize, then what the prize is, then the ledger.
 */
@Component
class EntrantStore {

    private final DSLContext sql;

    EntrantStore(DSLContext sql) {
        this.sql = sql;
    }

    Optional<LotteryRecord> find(UUID lottery) {
        return sql.selectFrom(LOTTERY_).where(LOTTERY_.LOTTERY_ID.eq(lottery)).fetchOptional();
    }

    /** The lottery, kept from being closed until the transaction ends; others draw beside. */
    Optional<LotteryRecord> share(UUID lottery) {
        return sql.selectFrom(LOTTERY_)
                .where(LOTTERY_.LOTTERY_ID.eq(lottery))
                .forShare()
                .fetchOptional();
    }

    /** What the member drew, held until the transaction ends. */
    EntrantRecord lock(UUID lottery, MemberId member) {
        sql.insertInto(ENTRANT)
                .set(ENTRANT.MEMBER_ID, member.value())
                .set(ENTRANT.LOTTERY_ID, lottery)
                .set(ENTRANT.PARTICIPANT, FairDraw.participant(lottery, member))
                .onConflict(ENTRANT.MEMBER_ID, ENTRANT.LOTTERY_ID)
                .doNothing()
                .execute();
        return sql.selectFrom(ENTRANT)
                .where(ENTRANT.MEMBER_ID.eq(member.value()))
                .and(ENTRANT.LOTTERY_ID.eq(lottery))
                .forUpdate()
                .fetchSingle();
    }

    /** What the member's draws come to, of this day too. */
    DrawRules.Past past(UUID lottery, MemberId member, LocalDate day) {
        int today = sql.select(ENTRANT_DAY.DRAWS)
                .from(ENTRANT_DAY)
                .where(ENTRANT_DAY.MEMBER_ID.eq(member.value()))
                .and(ENTRANT_DAY.LOTTERY_ID.eq(lottery))
                .and(ENTRANT_DAY.DAY.eq(day))
                .fetchOptional(ENTRANT_DAY.DRAWS)
                .orElse(0);
        return sql.selectFrom(ENTRANT)
                .where(ENTRANT.MEMBER_ID.eq(member.value()))
                .and(ENTRANT.LOTTERY_ID.eq(lottery))
                .fetchOptional(
                        found -> new DrawRules.Past(found.getDraws() - found.getCancelled(), found.getFree(), today))
                .orElseGet(() -> new DrawRules.Past(0, 0, 0));
    }

    /** How many draws the member was given a number for. */
    int draws(UUID lottery, MemberId member) {
        return sql.select(ENTRANT.DRAWS)
                .from(ENTRANT)
                .where(ENTRANT.MEMBER_ID.eq(member.value()))
                .and(ENTRANT.LOTTERY_ID.eq(lottery))
                .fetchOptional(ENTRANT.DRAWS)
                .orElse(0);
    }

    /** The number of the next hit of a prize with a stock; the prize is held until the transaction ends. */
    long hit(UUID lottery, int place) {
        return sql.update(PRIZE)
                .set(PRIZE.HITS, PRIZE.HITS.plus(1))
                .where(PRIZE.LOTTERY_ID.eq(lottery))
                .and(PRIZE.PLACE.eq(place))
                .returningResult(PRIZE.HITS)
                .fetchSingle()
                .value1();
    }

    /** Counts a draw of a locked entrant. */
    void drawn(DrawRecord draw, LotteryDetails details) {
        sql.update(ENTRANT)
                .set(ENTRANT.DRAWS, ENTRANT.DRAWS.plus(1))
                .set(ENTRANT.FREE, ENTRANT.FREE.plus(draw.getFree() ? 1 : 0))
                .set(ENTRANT.MOST, details.perMember())
                .where(ENTRANT.MEMBER_ID.eq(draw.getMemberId()))
                .and(ENTRANT.LOTTERY_ID.eq(draw.getLotteryId()))
                .execute();
        sql.insertInto(ENTRANT_DAY)
                .set(ENTRANT_DAY.MEMBER_ID, draw.getMemberId())
                .set(ENTRANT_DAY.LOTTERY_ID, draw.getLotteryId())
                .set(ENTRANT_DAY.DAY, draw.getOccurredOn())
                .set(ENTRANT_DAY.DRAWS, 1)
                .set(ENTRANT_DAY.MOST, details.perDay())
                .onConflict(ENTRANT_DAY.MEMBER_ID, ENTRANT_DAY.LOTTERY_ID, ENTRANT_DAY.DAY)
                .doUpdate()
                .set(ENTRANT_DAY.DRAWS, ENTRANT_DAY.DRAWS.plus(1))
                .execute();
    }

    /** A draw of a locked entrant no longer counts. */
    void cancelled(DrawRecord draw) {
        sql.update(ENTRANT)
                .set(ENTRANT.CANCELLED, ENTRANT.CANCELLED.plus(1))
                .set(ENTRANT.FREE, ENTRANT.FREE.minus(draw.getFree() ? 1 : 0))
                .where(ENTRANT.MEMBER_ID.eq(draw.getMemberId()))
                .and(ENTRANT.LOTTERY_ID.eq(draw.getLotteryId()))
                .execute();
        sql.update(ENTRANT_DAY)
                .set(ENTRANT_DAY.DRAWS, ENTRANT_DAY.DRAWS.minus(1))
                .where(ENTRANT_DAY.MEMBER_ID.eq(draw.getMemberId()))
                .and(ENTRANT_DAY.LOTTERY_ID.eq(draw.getLotteryId()))
                .and(ENTRANT_DAY.DAY.eq(draw.getOccurredOn()))
                .execute();
    }
}
