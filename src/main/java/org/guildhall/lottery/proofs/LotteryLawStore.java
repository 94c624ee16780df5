package org.guildhall.lottery.proofs;

import static org.guildhall.jooq.lottery.Tables.DRAW;
import static org.guildhall.jooq.lottery.Tables.ENDING;
import static org.guildhall.jooq.lottery.Tables.LOTTERY_;
import static org.guildhall.jooq.lottery.Tables.PRIZE;

import java.util.List;
import java.util.UUID;
import org.guildhall.jooq.lottery.tables.records.DrawRecord;
import org.guildhall.jooq.lottery.tables.records.LotteryRecord;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What the laws look at: lotteries with their seeds, draws, and what was booked for them. */
@Component
class LotteryLawStore {

    private final DSLContext sql;

    LotteryLawStore(DSLContext sql) {
        this.sql = sql;
    }

    /** A draw, the price it should have had, and the posting that gave its cost back. */
    record Paid(DrawRecord draw, long price, UUID back) {}

    /** Every lottery that was published. */
    List<LotteryRecord> published() {
        return sql.selectFrom(LOTTERY_)
                .where(LOTTERY_.COMMITMENT.isNotNull())
                .orderBy(LOTTERY_.LOTTERY_ID)
                .fetch();
    }

    /** The odds of a lottery in their order. */
    List<Integer> odds(UUID lottery) {
        return sql.select(PRIZE.ODDS)
                .from(PRIZE)
                .where(PRIZE.LOTTERY_ID.eq(lottery))
                .orderBy(PRIZE.PLACE)
                .fetch(PRIZE.ODDS);
    }

    /** The next draws of a lottery. */
    List<DrawRecord> draws(UUID lottery, long after, int limit) {
        return sql.selectFrom(DRAW)
                .where(DRAW.LOTTERY_ID.eq(lottery))
                .and(DRAW.POSITION.gt(after))
                .orderBy(DRAW.POSITION)
                .limit(limit)
                .fetch();
    }

    /** The next draws of all lotteries, with what they should have cost. */
    List<Paid> paid(long after, int limit) {
        return sql.select(DRAW, LOTTERY_.POINTS, ENDING.BACK_POSTING)
                .from(DRAW)
                .join(LOTTERY_)
                .on(LOTTERY_.LOTTERY_ID.eq(DRAW.LOTTERY_ID))
                .leftJoin(ENDING)
                .on(ENDING.DRAW_ID.eq(DRAW.DRAW_ID))
                .where(DRAW.POSITION.gt(after))
                .orderBy(DRAW.POSITION)
                .limit(limit)
                .fetch(found -> new Paid(found.value1(), found.value2(), found.value3()));
    }

    /** Which of these draws were cancelled. */
    List<UUID> cancelled(List<UUID> draws) {
        return sql.select(ENDING.DRAW_ID)
                .from(ENDING)
                .where(ENDING.DRAW_ID.in(draws))
                .and(ENDING.KIND.eq("cancelled"))
                .fetch(ENDING.DRAW_ID);
    }
}
