package org.guildhall.lottery.terms;

import static org.guildhall.jooq.lottery.Tables.LOTTERY_;
import static org.guildhall.jooq.lottery.Tables.MOVE;
import static org.guildhall.jooq.lottery.Tables.PRIZE;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guildhall.jooq.lottery.tables.records.LotteryRecord;
import org.guildhall.jooq.lottery.tables.records.PrizeRecord;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Slice;
import org.guildhall.lottery.LotteryDetails;
import org.guildhall.lottery.LotteryQuery;
import org.guildhall.lottery.LotteryView;
import org.guildhall.lottery.LotteryView.State;
import org.guildhall.lottery.fair.Seeds;
import org.guildhall.platform.Cursors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps lotteries, their prizes and the states they came into. */
@Component
class LotteryStore {

    private final DSLContext sql;
    private final JsonMapper json;
    private final CountStore counts;

    LotteryStore(DSLContext sql, JsonMapper json, CountStore counts) {
        this.sql = sql;
        this.json = json;
        this.counts = counts;
    }

    /** Who does it, and when. */
    record By(Instant at, String actor) {}

    Optional<LotteryRecord> find(UUID id) {
        return sql.selectFrom(LOTTERY_).where(LOTTERY_.LOTTERY_ID.eq(id)).fetchOptional();
    }

    /** The lottery, held until the transaction ends. */
    Optional<LotteryRecord> lock(UUID id) {
        return sql.selectFrom(LOTTERY_)
                .where(LOTTERY_.LOTTERY_ID.eq(id))
                .forUpdate()
                .fetchOptional();
    }

    LotteryView view(LotteryRecord found) {
        return views(List.of(found)).getFirst();
    }

    Slice<LotteryView> page(LotteryQuery query) {
        var condition = condition(query);
        var after = Cursors.decode(query.cursor(), 2);
        var rows = sql.selectFrom(LOTTERY_)
                .where(condition)
                .and(
                        after.isEmpty()
                                ? noCondition()
                                : row(LOTTERY_.CREATED_AT, LOTTERY_.LOTTERY_ID)
                                        .lt(val(after.time(0)), val(after.id(1))))
                .orderBy(LOTTERY_.CREATED_AT.desc(), LOTTERY_.LOTTERY_ID.desc())
                .limit(query.size() + 1)
                .fetch();
        long count =
                sql.fetchCount(sql.selectOne().from(LOTTERY_).where(condition).limit(Slice.COUNT_LIMIT + 1));
        var page = Slice.cut(
                rows,
                query.size(),
                last -> Cursors.encode(last.getCreatedAt(), last.getLotteryId()),
                Slice.Total.counted(count));
        return new Slice<>(views(page.items()), page.next(), page.total());
    }

    /** Adds a draft; false if the code is taken. */
    boolean insert(UUID id, LotteryDetails details, By by) {
        var record = new LotteryRecord();
        record.setLotteryId(id);
        record.setState(State.DRAFT.code());
        record.setVersion(1);
        record.setCreatedAt(at(by.at));
        record.setChangedAt(at(by.at));
        fill(record, details);
        int added = sql.insertInto(LOTTERY_)
                .set(record)
                .onConflict(LOTTERY_.CODE)
                .doNothing()
                .execute();
        if (added == 1) {
            insertPrizes(id, details);
        }
        return added == 1;
    }

    /** Changes a locked draft. */
    void change(LotteryRecord draft, LotteryDetails details, By by) {
        fill(draft, details);
        draft.setVersion(draft.getVersion() + 1);
        draft.setChangedAt(at(by.at));
        sql.executeUpdate(draft);
        sql.deleteFrom(PRIZE).where(PRIZE.LOTTERY_ID.eq(draft.getLotteryId())).execute();
        insertPrizes(draft.getLotteryId(), details);
    }

    /** Freezes the terms of a locked draft and commits to the seed. */
    void publish(LotteryRecord draft, Seeds.Fresh seed, Limits limits, String terms) {
        draft.setTerms(terms);
        draft.setTermsHash(org.guildhall.kernel.Ids.sha256(terms.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        draft.setCommitment(seed.commitment());
        draft.setSealedSeed(seed.sealed());
        draft.setRevealOn(limits.revealOn);
        draft.setAnnounceAbove(limits.announceAbove.minor());
        draft.setAnnounceCurrency(limits.announceAbove.currency().getCurrencyCode());
    }

    /** What the limits of the day of publication make of a lottery. */
    record Limits(LocalDate revealOn, Money announceAbove) {}

    /** Moves a locked lottery into a state, with whatever else was set in it. */
    void move(LotteryRecord lottery, State to, By by, @Nullable String reason) {
        lottery.setState(to.code());
        lottery.setVersion(lottery.getVersion() + 1);
        lottery.setChangedAt(at(by.at));
        sql.executeUpdate(lottery);
        sql.insertInto(MOVE)
                .set(MOVE.LOTTERY_ID, lottery.getLotteryId())
                .set(MOVE.VERSION, lottery.getVersion())
                .set(MOVE.STATE, to.code())
                .set(MOVE.REASON, reason)
                .set(MOVE.RECORDED_AT, at(by.at))
                .set(MOVE.ACTOR, by.actor)
                .execute();
    }

    /** Those that are past their last day but open, or closed and due to be revealed. */
    List<UUID> due(LocalDate today) {
        return sql.select(LOTTERY_.LOTTERY_ID)
                .from(LOTTERY_)
                .where(LOTTERY_.STATE
                        .in(State.OPEN.code(), State.PUBLISHED.code())
                        .and(LOTTERY_.LAST_DAY.lt(today))
                        .or(LOTTERY_.STATE.eq(State.CLOSED.code()).and(LOTTERY_.REVEAL_ON.le(today))))
                .orderBy(LOTTERY_.CREATED_AT, LOTTERY_.LOTTERY_ID)
                .limit(200)
                .fetch(LOTTERY_.LOTTERY_ID);
    }

    LotteryDetails details(LotteryRecord found) {
        return json.readValue(found.getDetails().data(), LotteryDetails.class);
    }

    private List<LotteryView> views(List<LotteryRecord> found) {
        var ids = found.stream().map(LotteryRecord::getLotteryId).toList();
        var prizes = sql.selectFrom(PRIZE)
                .where(PRIZE.LOTTERY_ID.in(ids))
                .orderBy(PRIZE.PLACE)
                .fetchGroups(PRIZE.LOTTERY_ID);
        var moves = sql.selectFrom(MOVE)
                .where(MOVE.LOTTERY_ID.in(ids))
                .orderBy(MOVE.VERSION)
                .fetchGroups(
                        MOVE.LOTTERY_ID,
                        one -> new LotteryView.Move(
                                State.of(one.getState()),
                                one.getReason(),
                                one.getRecordedAt().toInstant(),
                                one.getActor()));
        var drawn = counts.of(ids);
        return found.stream()
                .map(one -> new LotteryView(
                        one.getLotteryId(),
                        State.of(one.getState()),
                        details(one),
                        drawn.of(
                                one.getLotteryId(),
                                List.copyOf(prizes.getOrDefault(one.getLotteryId(), sql.newResult(PRIZE)))),
                        hex(one.getCommitment()),
                        hex(one.getTermsHash()),
                        hex(one.getSeed()),
                        one.getRevealOn(),
                        moves.getOrDefault(one.getLotteryId(), List.of()),
                        one.getVersion(),
                        one.getChangedAt().toInstant()))
                .toList();
    }

    private void fill(LotteryRecord record, LotteryDetails details) {
        record.setCode(details.code());
        record.setName(details.name().strip());
        record.setFirstDay(details.firstDay());
        record.setLastDay(details.lastDay());
        record.setPoints(details.points());
        record.setFreeDraws(details.freeDraws());
        record.setPerDay(details.perDay());
        record.setPerMember(details.perMember());
        record.setDetails(JSONB.valueOf(json.writeValueAsString(details)));
    }

    private void insertPrizes(UUID id, LotteryDetails details) {
        int consolation = details.consolationPlace();
        for (int place = 0; place < details.prizes().size(); place++) {
            var prize = details.prizes().get(place);
            var record = new PrizeRecord();
            record.setLotteryId(id);
            record.setPlace(place);
            record.setCode(prize.code());
            record.setOdds(prize.odds());
            record.setStock(prize.stock());
            record.setHits(0L);
            record.setConsolation(place == consolation);
            sql.executeInsert(record);
        }
    }

    private static Condition condition(LotteryQuery query) {
        var condition = noCondition();
        if (query.state() != null) {
            condition = condition.and(LOTTERY_.STATE.eq(query.state().code()));
        }
        if (query.text() != null && !query.text().isBlank()) {
            var text = query.text().strip();
            condition =
                    condition.and(LOTTERY_.CODE.containsIgnoreCase(text).or(LOTTERY_.NAME.containsIgnoreCase(text)));
        }
        return condition;
    }

    static @Nullable String hex(byte @Nullable [] bytes) {
        return bytes == null ? null : HexFormat.of().formatHex(bytes);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
