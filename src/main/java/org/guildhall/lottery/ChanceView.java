package org.guildhall.lottery;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a member may in a lottery now.
 *
 * @param points what the next draw costs
 * @param available the member's points
 * @param leftToday how many draws are left today; absent for no limit
 * @param left how many are left in all; absent for no limit
 * @param hindrance the code of why there can be no draw now; absent if there can
 */
@Schema(name = "LotteryChance")
public record ChanceView(
        long points,
        int freeLeft,
        long available,
        @Nullable Integer leftToday,
        @Nullable Integer left,
        String participant,
        int draws,
        @Nullable String hindrance) {}
