package org.guildhall.lottery.drawing;

import java.util.UUID;
import org.guildhall.jooq.lottery.tables.records.DrawRecord;
import org.guildhall.jooq.lottery.tables.records.EndingRecord;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.UnitId;
import org.guildhall.lottery.DrawView;
import org.guildhall.lottery.DrawView.State;
import org.guildhall.lottery.LotteryDetails;
import org.guildhall.lottery.Prize;
import org.jspecify.annotations.Nullable;

/** A draw as it is kept, with the terms of its lottery and how it ended. */
record Stored(
        DrawRecord row, LotteryDetails details, @Nullable EndingRecord ending) {

    UUID id() {
        return row.getDrawId();
    }

    MemberId member() {
        return new MemberId(row.getMemberId());
    }

    @Nullable
    UnitId store() {
        return unit(row.getStoreId());
    }

    Prize given() {
        return details.prizes().get(row.getGiven());
    }

    Prize drawn() {
        return details.prizes().get(row.getDrawn());
    }

    State state() {
        if (ending != null) {
            return ending.getKind().equals("cancelled") ? State.CANCELLED : State.HANDED_OUT;
        }
        return row.getCodeHash() == null ? State.GIVEN : State.WAITING;
    }

    DrawView view() {
        return new DrawView(
                id(),
                new DrawView.OfLottery(row.getLotteryId(), details.code(), details.name()),
                member(),
                row.getParticipant(),
                row.getNumber(),
                row.getTicket(),
                won(drawn()),
                won(given()),
                row.getFree(),
                row.getPoints(),
                state(),
                row.getAwardId(),
                row.getCollectBy(),
                row.getAnnounced(),
                store(),
                row.getOccurredAt().toInstant(),
                row.getActor(),
                ending == null
                        ? null
                        : new DrawView.Ending(
                                unit(ending.getStoreId()),
                                ending.getReason(),
                                ending.getOccurredAt().toInstant(),
                                ending.getActor()));
    }

    /** What the prize given is worth. */
    Money worth() {
        return Money.of(row.getWorth(), row.getCurrency());
    }

    private static DrawView.Won won(Prize prize) {
        return new DrawView.Won(prize.code(), prize.name(), prize.award(), prize.worth());
    }

    private static @Nullable UnitId unit(@Nullable UUID id) {
        return id == null ? null : new UnitId(id);
    }
}
