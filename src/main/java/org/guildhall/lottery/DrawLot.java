package org.guildhall.lottery;

import jakarta.validation.constraints.NotNull;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/** Draws once for a member, at a store where the lottery is held at some only. */
public record DrawLot(@NotNull MemberId member, @Nullable UnitId store) {}
