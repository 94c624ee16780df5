package org.guildhall.mall;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/** Replaces what is said about a reward; refused if somebody changed it since revision {@code expectedRevision}. */
public record ChangeReward(@NotNull @Valid RewardDetails details, int expectedRevision) {}
