package org.guildhall.lottery.drawing;

import static org.guildhall.jooq.lottery.Tables.DRAW;
import static org.guildhall.jooq.lottery.Tables.ENDING;
import static org.guildhall.jooq.lottery.Tables.LOTTERY_;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.guildhall.jooq.lottery.tables.records.DrawRecord;
import org.guildhall.jooq.lottery.tables.records.EndingRecord;
import org.guildhall.lottery.LotteryDetails;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record3;
import org.jooq.SelectOnConditionStep;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps draws and how they ended. */
@Component
class DrawStore {

    private final DSLContext sql;
    private final JsonMapper json;

    DrawStore(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    Optional<Stored> find(UUID id) {
        return all().where(DRAW.DRAW_ID.eq(id)).fetchOptional(this::stored);
    }

    Optional<Stored> byCode(UUID hash) {
        return all().where(DRAW.CODE_HASH.eq(hash)).fetchOptional(this::stored);
    }

    /** The draw, held until the transaction ends. */
    Stored lock(UUID id) {
        sql.selectOne().from(DRAW).where(DRAW.DRAW_ID.eq(id)).forUpdate().execute();
        return find(id).orElseThrow();
    }

    void insert(DrawRecord draw) {
        sql.executeInsert(draw);
    }

    /** Another pick-up code for a locked draw. */
    void code(UUID id, UUID hash) {
        sql.update(DRAW).set(DRAW.CODE_HASH, hash).where(DRAW.DRAW_ID.eq(id)).execute();
    }

    /** Which draw was ended with the key. */
    Optional<UUID> endedWith(UUID key) {
        return sql.select(ENDING.DRAW_ID)
                .from(ENDING)
                .where(ENDING.CAUSE.eq(key))
                .fetchOptional(ENDING.DRAW_ID);
    }

    void end(EndingRecord ending) {
        sql.executeInsert(ending);
    }

    SelectOnConditionStep<Record3<DrawRecord, JSONB, EndingRecord>> all() {
        return sql.select(DRAW, LOTTERY_.DETAILS, ENDING)
                .from(DRAW)
                .join(LOTTERY_)
                .on(LOTTERY_.LOTTERY_ID.eq(DRAW.LOTTERY_ID))
                .leftJoin(ENDING)
                .on(ENDING.DRAW_ID.eq(DRAW.DRAW_ID));
    }

    Stored stored(Record3<DrawRecord, JSONB, EndingRecord> found) {
        var ending = found.value3();
        boolean ended = ending != null && ending.getDrawId() != null;
        return new Stored(found.value1(), details(found.value2()), ended ? ending : null);
    }

    LotteryDetails details(JSONB stored) {
        return json.readValue(stored.data(), LotteryDetails.class);
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
