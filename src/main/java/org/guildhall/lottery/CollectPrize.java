package org.guildhall.lottery;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.guildhall.kernel.UnitId;

/** A pick-up code as the member shows it (spaces and hyphens don't matter), at the store where the actor stands. */
public record CollectPrize(
        @NotNull @Size(min = 1, max = 40) String code,
        @NotNull UnitId store) {}
