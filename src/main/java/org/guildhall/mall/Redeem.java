package org.guildhall.mall;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/** Redeems pieces of a reward for a member, to be picked up at a store (any allowed one if none is named). */
public record Redeem(
        @NotNull MemberId member,
        @NotNull UUID reward,
        @Min(1) @Max(1000) int quantity,
        @Nullable UnitId store) {}
