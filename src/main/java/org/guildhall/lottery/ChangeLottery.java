package org.guildhall.lottery;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** Changes a draft if nobody did since it was read. */
public record ChangeLottery(
        @NotNull @Valid LotteryDetails details, @Min(1) int expectedVersion) {}
