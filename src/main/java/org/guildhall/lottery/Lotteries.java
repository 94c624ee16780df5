package org.guildhall.lottery;

import java.util.UUID;
import org.guildhall.kernel.Slice;
import org.jspecify.annotations.Nullable;

/** The lotteries: drafted, published with a commitment to their seed, opened, closed, revealed. */
public interface Lotteries {

    /** One page of lotteries, newest first. */
    Slice<LotteryView> list(LotteryQuery query);

    /** The lottery. */
    LotteryView get(UUID id);

    /** Enters a draft; refused {@code lottery.odds-do-not-add-up} unless its odds sum to exactly one. */
    LotteryView enter(LotteryDetails details);

    /** Changes a draft. */
    LotteryView change(UUID id, ChangeLottery command);

    /** Publishes, opens, closes or reveals it. */
    LotteryView move(UUID id, MoveLottery command);

    /** What anybody needs to recompute its draws; the seed only once it is revealed. */
    ProofView proof(UUID id);

    /** One page of its draws as published, in their order, members under their opaque numbers. */
    Slice<ProofDraw> proofDraws(UUID id, @Nullable String cursor, int limit);

    /** Closes what is past its last day and reveals what is due; how many moved. Needs no permission: the clock's work. */
    int tend();
}
