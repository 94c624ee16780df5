package org.guildhall.lottery.terms;

import static org.guildhall.jooq.lottery.Tables.DRAW;
import static org.guildhall.jooq.lottery.Tables.ENDING;
import static org.jooq.impl.DSL.noCondition;

import java.util.UUID;
import org.guildhall.kernel.Slice;
import org.guildhall.lottery.LotteryDetails;
import org.guildhall.lottery.ProofDraw;
import org.guildhall.platform.Cursors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads draws as they are published: nothing of who drew but the opaque number. */
@Component
public class ProofStore {

    private final DSLContext sql;

    ProofStore(DSLContext sql) {
        this.sql = sql;
    }

    /** One page of the draws of a lottery, in their order. */
    public Slice<ProofDraw> page(UUID lottery, LotteryDetails details, @Nullable String cursor, int size) {
        var after = Cursors.decode(cursor, 1);
        var rows = sql.select(DRAW, ENDING.KIND)
                .from(DRAW)
                .leftJoin(ENDING)
                .on(ENDING.DRAW_ID.eq(DRAW.DRAW_ID))
                .where(DRAW.LOTTERY_ID.eq(lottery))
                .and(after.isEmpty() ? noCondition() : DRAW.POSITION.gt(after.number(0)))
                .orderBy(DRAW.POSITION)
                .limit(size + 1)
                .fetch(found -> {
                    var draw = found.value1();
                    return new ProofDraw(
                            draw.getPosition(),
                            draw.getParticipant(),
                            draw.getNumber(),
                            draw.getTicket(),
                            details.prizes().get(draw.getDrawn()).code(),
                            draw.getHit(),
                            details.prizes().get(draw.getGiven()).code(),
                            "cancelled".equals(found.value2()),
                            draw.getOccurredAt().toInstant());
                });
        long count = sql.fetchCount(
                sql.selectOne().from(DRAW).where(DRAW.LOTTERY_ID.eq(lottery)).limit(Slice.COUNT_LIMIT + 1));
        return Slice.cut(rows, size, last -> Cursors.encode(last.position()), Slice.Total.counted(count));
    }
}
