package org.guildhall.mall.rewards;

import static org.guildhall.jooq.mall.Tables.REWARD;
import static org.guildhall.jooq.mall.Tables.STOCK;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guildhall.jooq.mall.tables.records.RewardRecord;
import org.guildhall.jooq.mall.tables.records.StockRecord;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Slice;
import org.guildhall.kernel.UnitId;
import org.guildhall.mall.RewardDetails;
import org.guildhall.mall.RewardQuery;
import org.guildhall.mall.RewardView;
import org.guildhall.platform.Cursors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the rewards. */
@Component
class RewardStore {

    private static final TypeReference<List<RewardDetails.TierPrice>> PRICES = new TypeReference<>() {};

    private final DSLContext sql;
    private final JsonMapper json;

    RewardStore(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    Optional<RewardView> find(UUID id) {
        return sql.select(REWARD, STOCK)
                .from(REWARD)
                .join(STOCK)
                .using(STOCK.REWARD_ID)
                .where(REWARD.REWARD_ID.eq(id))
                .fetchOptional(found -> view(found.value1(), found.value2()));
    }

    Slice<RewardView> page(RewardQuery query, LocalDate today) {
        var condition = condition(query, today);
        var after = Cursors.decode(query.cursor(), 2);
        var rows = sql.select(REWARD, STOCK)
                .from(REWARD)
                .join(STOCK)
                .using(STOCK.REWARD_ID)
                .where(condition)
                .and(
                        after.isEmpty()
                                ? noCondition()
                                : row(REWARD.CREATED_AT, REWARD.REWARD_ID).lt(val(after.time(0)), val(after.id(1))))
                .orderBy(REWARD.CREATED_AT.desc(), REWARD.REWARD_ID.desc())
                .limit(query.size() + 1)
                .fetch(found ->
                        new Row(found.value1().getCreatedAt().toString(), view(found.value1(), found.value2())));
        long count = sql.fetchCount(sql.selectOne()
                .from(REWARD)
                .join(STOCK)
                .using(STOCK.REWARD_ID)
                .where(condition)
                .limit(Slice.COUNT_LIMIT + 1));
        return Slice.cut(
                        rows,
                        query.size(),
                        last -> Cursors.encode(last.createdAt, last.view.id()),
                        Slice.Total.counted(count))
                .map(Row::view);
    }

    private record Row(String createdAt, RewardView view) {}

    /** Adds a draft without stock; false if the code is taken. */
    boolean insert(UUID id, RewardDetails details, Instant now) {
        var record = record(details);
        record.setRewardId(id);
        record.setState(RewardView.State.DRAFT.code());
        record.setRevision(1);
        record.setCreatedAt(at(now));
        record.setChangedAt(at(now));
        if (sql.insertInto(REWARD)
                        .set(record)
                        .onConflict(REWARD.CODE)
                        .doNothing()
                        .execute()
                == 0) {
            return false;
        }
        sql.insertInto(STOCK).set(STOCK.REWARD_ID, id).execute();
        return true;
    }

    /** Replaces what is said about a reward that is still at the revision; false if it is not. */
    boolean update(UUID id, RewardDetails details, int revision, Instant now) {
        var record = record(details);
        record.setRevision(revision + 1);
        record.setChangedAt(at(now));
        return sql.update(REWARD)
                        .set(record)
                        .where(REWARD.REWARD_ID.eq(id))
                        .and(REWARD.REVISION.eq(revision))
                        .execute()
                == 1;
    }

    /** Moves a reward that is still at the revision; false if it is not. */
    boolean move(UUID id, RewardView.State state, int revision, Instant now) {
        return sql.update(REWARD)
                        .set(REWARD.STATE, state.code())
                        .set(REWARD.REVISION, revision + 1)
                        .set(REWARD.CHANGED_AT, at(now))
                        .where(REWARD.REWARD_ID.eq(id))
                        .and(REWARD.REVISION.eq(revision))
                        .execute()
                == 1;
    }

    private static Condition condition(RewardQuery query, LocalDate today) {
        var condition = noCondition();
        if (query.state() != null) {
            condition = condition.and(REWARD.STATE.eq(query.state().code()));
        }
        if (query.kind() != null) {
            condition = condition.and(REWARD.KIND.eq(query.kind().code()));
        }
        if (query.text() != null && !query.text().isBlank()) {
            var text = query.text().strip();
            condition = condition.and(REWARD.CODE
                    .containsIgnoreCase(text)
                    .or(REWARD.NAME.containsIgnoreCase(text))
                    .or(REWARD.NAME_TW.containsIgnoreCase(text))
                    .or(REWARD.NAME_EN.containsIgnoreCase(text)));
        }
        if (Boolean.TRUE.equals(query.redeemable())) {
            condition = condition
                    .and(REWARD.STATE.eq(RewardView.State.ON_SALE.code()))
                    .and(REWARD.FIRST_DAY.isNull().or(REWARD.FIRST_DAY.le(today)))
                    .and(REWARD.LAST_DAY.isNull().or(REWARD.LAST_DAY.ge(today)))
                    .and(STOCK.AVAILABLE.gt(0L));
        }
        return condition;
    }

    private RewardRecord record(RewardDetails details) {
        var record = new RewardRecord();
        record.setCode(details.code());
        record.setKind(details.kind().code());
        record.setName(details.name().strip());
        record.setNameTw(details.nameTw());
        record.setNameEn(details.nameEn());
        record.setDescription(details.description());
        record.setPoints(details.points());
        var cash = details.cash();
        record.setCash(cash == null ? 0L : cash.minor());
        record.setCurrency(cash == null ? null : cash.currency().getCurrencyCode());
        record.setTierPoints(JSONB.valueOf(json.writeValueAsString(details.tierPrices())));
        record.setFirstDay(details.firstDay());
        record.setLastDay(details.lastDay());
        record.setStores(details.stores().stream().map(UnitId::value).toArray(UUID[]::new));
        record.setLimitPerMember(details.limitPerMember());
        return record;
    }

    private RewardView view(RewardRecord row, StockRecord stock) {
        var details = new RewardDetails(
                row.getCode(),
                RewardView.Kind.of(row.getKind()),
                row.getName(),
                row.getNameTw(),
                row.getNameEn(),
                row.getDescription(),
                row.getPoints(),
                row.getCurrency() == null ? null : Money.of(row.getCash(), row.getCurrency()),
                json.readValue(row.getTierPoints().data(), PRICES),
                row.getFirstDay(),
                row.getLastDay(),
                Arrays.stream(row.getStores()).map(UnitId::new).toList(),
                row.getLimitPerMember());
        return new RewardView(
                row.getRewardId(),
                RewardView.State.of(row.getState()),
                details,
                new RewardView.StockView(stock.getReceived(), stock.getAvailable(), stock.getHeld(), stock.getGone()),
                row.getRevision(),
                row.getChangedAt().toInstant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
