package org.guildhall.mall;

import java.util.UUID;
import org.guildhall.kernel.Slice;
import org.jspecify.annotations.Nullable;

/** The rewards: enter, change, put on sale, stock and show them. */
public interface Rewards {

    /** One page of rewards, newest first. */
    Slice<RewardView> list(RewardQuery query);

    /** The reward. */
    RewardView get(UUID id);

    /** Enters a reward as a draft without stock. */
    RewardView enter(RewardDetails details);

    /** Changes a reward; orders placed before keep their price. */
    RewardView change(UUID id, ChangeReward command);

    /** Puts a reward on sale or takes it off. */
    RewardView move(UUID id, MoveReward command);

    /** Receives or corrects pieces; the same key moves them once. */
    RewardView stock(UUID id, MoveStock command, String key);

    /** One page of the movements of a reward's stock, newest first. */
    Slice<StockMovement> movements(UUID id, @Nullable String cursor, int limit);
}
