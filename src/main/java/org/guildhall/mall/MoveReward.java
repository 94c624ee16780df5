package org.guildhall.mall;

import jakarta.validation.constraints.NotNull;

/** Puts a reward on sale or takes it off. */
public record MoveReward(RewardView.@NotNull State state, int expectedRevision) {}
