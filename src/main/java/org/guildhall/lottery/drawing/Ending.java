package org.guildhall.lottery.drawing;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.guildhall.access.Access;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.jooq.lottery.tables.records.EndingRecord;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.UnitId;
import org.guildhall.lottery.Award;
import org.guildhall.lottery.DrawView.State;
import org.guildhall.lottery.LotteryRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hands things out and cancels draws, within the caller's transaction; entrant and draw are locked in this order. */
@Component
class Ending {

    private final DrawStore draws;
    private final EntrantStore entrants;
    private final Giving giving;
    private final Audit audit;
    private final Ground ground;

    Ending(DrawStore draws, EntrantStore entrants, Giving giving, Audit audit, Ground ground) {
        this.draws = draws;
        this.entrants = entrants;
        this.giving = giving;
        this.audit = audit;
        this.ground = ground;
    }

    /** Who acts, and when. */
    @Component
    record Ground(Access access, BusinessTime time) {}

    /** Who ends it with which key, where, why and when; {@code booked} as in {@link Wish}. */
    record End(
            UUID key,
            @Nullable UnitId store,
            @Nullable String reason,
            Instant at,
            @Nullable Instant booked) {}

    /** Hands a thing out while it waits and may still be collected. */
    void handOut(UUID id, End end) {
        var draw = draws.lock(id);
        if (repeated(draw, end, State.HANDED_OUT)) {
            return;
        }
        if (draw.state() != State.WAITING) {
            throw Refusal.of(new LotteryRefusal.NotWaiting(id, draw.state()));
        }
        if (draw.row().getCollectBy().isBefore(ground.time.dateOf(end.at))) {
            throw Refusal.of(new LotteryRefusal.CollectingOver(draw.row().getCollectBy()));
        }
        requireUnused(end);
        finish(draw, end, State.HANDED_OUT, null);
    }

    /** Cancels a draw that won something which can fail to be given; its hit stays used up, its number stays taken. */
    void cancel(Stored found, End end) {
        entrants.lock(found.row().getLotteryId(), found.member());
        var draw = draws.lock(found.id());
        if (repeated(draw, end, State.CANCELLED)) {
            return;
        }
        boolean standing = draw.state() == State.GIVEN || draw.state() == State.WAITING;
        if (!standing || !canFail(draw.given().award())) {
            throw Refusal.of(new LotteryRefusal.NotCancellable(draw.id(), draw.state()));
        }
        requireUnused(end);
        var back = giving.takeBack(draw, end.reason == null ? "" : end.reason, end.at, end.booked);
        entrants.cancelled(draw.row());
        finish(draw, end, State.CANCELLED, back);
    }

    /** Points and nothing are given in the act of drawing: there is nothing left that could not be. */
    private static boolean canFail(Award award) {
        return switch (award) {
            case Award.OfCoupon coupon -> true;
            case Award.OfReward reward -> true;
            case Award.OfThing thing -> true;
            case Award.OfPoints points -> false;
            case Award.OfNothing nothing -> false;
        };
    }

    private static boolean repeated(Stored draw, End end, State wanted) {
        var ending = draw.ending();
        if (draw.state() != wanted || ending == null || !ending.getCause().equals(end.key)) {
            return false;
        }
        var store = end.store == null ? null : end.store.value();
        boolean erased = "".equals(ending.getReason());
        if (!Objects.equals(ending.getStoreId(), store)
                || !(erased || Objects.equals(ending.getReason(), end.reason))) {
            throw Refusal.of(new LotteryRefusal.ActDiffers(draw.id()));
        }
        return true;
    }

    /** A key ends one draw. */
    private void requireUnused(End end) {
        draws.endedWith(end.key).ifPresent(other -> {
            throw Refusal.of(new LotteryRefusal.ActDiffers(other));
        });
    }

    private void finish(Stored draw, End end, State state, @Nullable UUID back) {
        var row = new EndingRecord();
        row.setDrawId(draw.id());
        row.setMemberId(draw.row().getMemberId());
        row.setKind(state.code());
        row.setStoreId(end.store == null ? null : end.store.value());
        row.setReason(end.reason);
        row.setBackPosting(back);
        row.setCause(end.key);
        row.setOccurredOn(ground.time.dateOf(end.at));
        row.setOccurredAt(DrawStore.at(end.at));
        row.setRecordedAt(DrawStore.at(ground.time.now()));
        row.setActor(ground.access.actor().reference());
        draws.end(row);
        audit.record(AuditEntry.of(
                        "lottery." + (state == State.CANCELLED ? "draw-cancelled" : "handed-out"),
                        "lottery-draw",
                        draw.id(),
                        "lottery",
                        draw.details().code(),
                        "prize",
                        draw.given().code(),
                        "points",
                        draw.row().getPoints(),
                        "reason",
                        end.reason)
                .about(draw.member())
                .in(end.store == null ? draw.store() : end.store));
    }
}
