package org.guildhall.mall.orders;

import static org.guildhall.jooq.mall.Tables.REDEMPTION;
import static org.guildhall.jooq.mall.Tables.REWARD;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guildhall.jooq.mall.tables.records.RedemptionRecord;
import org.guildhall.jooq.mall.tables.records.RewardRecord;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.UnitId;
import org.guildhall.mall.RedemptionView;
import org.guildhall.mall.RedemptionView.State;
import org.guildhall.mall.money.CashStore;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps the redemptions: finds one with its payments, locks one, ends one. */
@Component
class RedemptionStore {

    private final DSLContext sql;
    private final CashStore cash;

    RedemptionStore(DSLContext sql, CashStore cash) {
        this.sql = sql;
        this.cash = cash;
    }

    Optional<Stored> find(UUID id) {
        return sql.select(REDEMPTION, REWARD)
                .from(REDEMPTION)
                .join(REWARD)
                .using(REWARD.REWARD_ID)
                .where(REDEMPTION.ORDER_ID.eq(id))
                .fetchOptional(row -> stored(row.value1(), row.value2()))
                .map(this::paid);
    }

    /** The redemption, held until the transaction ends. */
    Optional<Stored> lock(UUID id) {
        return sql.select(REDEMPTION, REWARD)
                .from(REDEMPTION)
                .join(REWARD)
                .using(REWARD.REWARD_ID)
                .where(REDEMPTION.ORDER_ID.eq(id))
                .forUpdate()
                .of(REDEMPTION)
                .fetchOptional(row -> stored(row.value1(), row.value2()))
                .map(this::paid);
    }

    private Stored paid(Stored order) {
        return order.with(paid(List.of(order.view())).getFirst());
    }

    /** The same orders with their payments; those that cost points alone have none. */
    List<RedemptionView> paid(List<RedemptionView> orders) {
        var costly = orders.stream()
                .filter(order -> order.cash() != null)
                .map(RedemptionView::id)
                .toList();
        var payments = costly.isEmpty() ? Map.<UUID, List<RedemptionView.Payment>>of() : cash.of(costly);
        return orders.stream()
                .map(order -> order.paid(payments.getOrDefault(order.id(), List.of())))
                .toList();
    }

    /** Which redemption has the code, whatever its state. */
    Optional<UUID> byCode(UUID codeHash) {
        return sql.select(REDEMPTION.ORDER_ID)
                .from(REDEMPTION)
                .where(REDEMPTION.CODE_HASH.eq(codeHash))
                .fetchOptional(REDEMPTION.ORDER_ID);
    }

    /** Which redemption was ended, or taken back, with the key. */
    Optional<UUID> endedWith(UUID key) {
        return sql.select(REDEMPTION.ORDER_ID)
                .from(REDEMPTION)
                .where(REDEMPTION.CLOSE_KEY.eq(key).or(REDEMPTION.RETURN_KEY.eq(key)))
                .limit(1)
                .fetchOptional(REDEMPTION.ORDER_ID);
    }

    /** Gives a waiting redemption another code. */
    void code(UUID id, UUID codeHash) {
        sql.update(REDEMPTION)
                .set(REDEMPTION.CODE_HASH, codeHash)
                .where(REDEMPTION.ORDER_ID.eq(id))
                .execute();
    }

    /** The next redemptions, but for some, that wait although their time is over. */
    List<UUID> overdue(Instant now, Collection<UUID> but, int limit) {
        return sql.select(REDEMPTION.ORDER_ID)
                .from(REDEMPTION)
                .where(REDEMPTION.STATE.eq(State.WAITING.code()))
                .and(REDEMPTION.PICK_UP_BY.le(at(now)))
                .and(REDEMPTION.ORDER_ID.notIn(but))
                .orderBy(REDEMPTION.PICK_UP_BY, REDEMPTION.ORDER_ID)
                .limit(limit)
                .fetch(REDEMPTION.ORDER_ID);
    }

    /** How a waiting redemption ends. */
    record End(
            State state,
            Instant at,
            String by,
            @Nullable UnitId store,
            @Nullable String reason,
            UUID key,
            @Nullable UUID use,
            long givenAgain) {}

    /** Ends a redemption that waits; false if it waits no more. */
    boolean close(UUID id, End end) {
        return sql.update(REDEMPTION)
                        .set(REDEMPTION.STATE, end.state.code())
                        .set(REDEMPTION.CLOSED_AT, at(end.at))
                        .set(REDEMPTION.CLOSED_BY, end.by)
                        .set(REDEMPTION.CLOSED_STORE, end.store == null ? null : end.store.value())
                        .set(REDEMPTION.REASON, end.reason)
                        .set(REDEMPTION.CLOSE_KEY, end.key)
                        .set(REDEMPTION.USE_ID, end.use)
                        .set(REDEMPTION.GIVEN_AGAIN, end.givenAgain)
                        .where(REDEMPTION.ORDER_ID.eq(id))
                        .and(REDEMPTION.STATE.eq(State.WAITING.code()))
                        .execute()
                == 1;
    }

    /** Notes that what was handed out was taken back; false if it was not handed out, or taken back before. */
    boolean takenBack(UUID id, End end) {
        return sql.update(REDEMPTION)
                        .set(REDEMPTION.STATE, State.RETURNED.code())
                        .set(REDEMPTION.RETURNED_AT, at(end.at))
                        .set(REDEMPTION.RETURNED_BY, end.by)
                        .set(REDEMPTION.RETURN_REASON, end.reason)
                        .set(REDEMPTION.RETURN_KEY, end.key)
                        .set(REDEMPTION.GIVEN_AGAIN, end.givenAgain)
                        .where(REDEMPTION.ORDER_ID.eq(id))
                        .and(REDEMPTION.STATE.eq(State.FULFILLED.code()))
                        .execute()
                == 1;
    }

    static Stored stored(RedemptionRecord row, RewardRecord reward) {
        return new Stored(
                view(row, reward),
                row.getPolicyVersion(),
                row.getHoldId(),
                row.getUseId(),
                row.getCloseKey(),
                row.getReturnKey());
    }

    /** The order without its payments. */
    static RedemptionView view(RedemptionRecord row, RewardRecord reward) {
        return new RedemptionView(
                row.getOrderId(),
                new MemberId(row.getMemberId()),
                new RedemptionView.RewardName(
                        row.getRewardId(), reward.getCode(), reward.getName(), reward.getNameTw(), reward.getNameEn()),
                row.getQuantity(),
                row.getUnitPoints(),
                row.getPoints(),
                row.getTier(),
                State.of(row.getState()),
                unit(row.getStoreId()),
                Arrays.stream(reward.getStores()).map(UnitId::new).toList(),
                row.getPlacedAt().toInstant(),
                row.getPickUpBy().toInstant(),
                instant(row.getClosedAt()),
                unit(row.getClosedStore()),
                row.getReason(),
                instant(row.getReturnedAt()),
                row.getReturnReason(),
                row.getGivenAgain(),
                money(row.getUnitCash(), row.getCurrency()),
                money(row.getCash(), row.getCurrency()),
                List.of());
    }

    private static @Nullable Money money(long minor, @Nullable String currency) {
        return currency == null ? null : Money.of(minor, currency);
    }

    private static @Nullable UnitId unit(@Nullable UUID id) {
        return id == null ? null : new UnitId(id);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
