package org.guildhall.cashback;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * A promoter.
 *
 * @param version of the terms they agreed to
 * @param customers bound to them now
 * @param pending commissions that wait
 * @param credited commissions that were credited, less what was clawed back
 * @param paidOut what was paid out of them and not taken back
 * @param owed what is still owed to them; below zero they owe it
 * @param ended absent while they are one
 */
@Schema(name = "Promoter")
public record PromoterView(
        MemberId member,
        int version,
        Instant since,
        String actor,
        long customers,
        Money pending,
        Money credited,
        Money paidOut,
        Money owed,
        @Nullable Ended ended) {

    /** How it ended. */
    @Schema(name = "PromoterEnded")
    public record Ended(String reason, Instant at, String actor) {}
}
