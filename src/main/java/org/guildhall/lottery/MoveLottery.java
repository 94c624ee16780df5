package org.guildhall.lottery;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Publishes, opens, closes or reveals a lottery; closing it before its last day is over needs a reason. */
public record MoveLottery(
        LotteryView.@NotNull State state,
        @Min(1) int expectedVersion,
        @Nullable @Size(max = 300) String reason) {}
