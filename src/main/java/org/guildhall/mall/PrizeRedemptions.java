package org.guildhall.mall;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * Redemptions of rewards that members win, inside the transaction in which they do and under its own permissions: whoever gives
 * them gives the member the points that they hold. What is won costs no money, even if the reward otherwise does.
 */
public interface PrizeRedemptions {

    /** An order and its pick-up code, which is absent when the key was known. */
    record Ordered(UUID redemption, @Nullable String code) {}

    /** The code of why so many pieces cannot be won on these days; nothing if they can. */
    Optional<String> hindrance(UUID reward, long pieces, LocalDate firstDay, LocalDate lastDay);

    /** What a piece costs the member; the stock is held until the transaction ends, so that it comes before any account. */
    long price(UUID reward, MemberId member);

    /** Orders as {@link Redemptions#redeem} does, now or as of an earlier instant. */
    Ordered order(Redeem command, String key, @Nullable Instant at);

    /**
     * Cancels what still waits for pick-up. Its points return to their lots for whoever gave them to take back; what expired of
     * them is not given anew.
     */
    void cancel(UUID redemption, String reason, String key);
}
