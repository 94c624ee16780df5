package org.guildhall.lottery;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A draw as it is published.
 *
 * @param participant the member's opaque number in this lottery
 * @param number the member's how-many-th draw
 * @param hit the how-many-th ticket that fell on the prize, where it has a stock
 * @param drawn the code of the prize whose ticket it was
 * @param given the code of the prize given
 */
@Schema(name = "LotteryProofDraw")
public record ProofDraw(
        long position,
        String participant,
        int number,
        int ticket,
        String drawn,
        @Nullable Long hit,
        String given,
        boolean cancelled,
        Instant drawnAt) {}
