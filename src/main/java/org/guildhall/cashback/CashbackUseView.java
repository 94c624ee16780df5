package org.guildhall.cashback;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * That a member paid with cashback.
 *
 * @param receipt number of the receipt it paid for
 * @param checkout that it paid for; absent where it was used at its own desk
 * @param givenBack what of it went back with goods of the checkout
 * @param takenBack absent while it stands
 */
@Schema(name = "CashbackUse")
public record CashbackUseView(
        UUID id,
        MemberId member,
        UnitId store,
        Money amount,
        String receipt,
        UUID posting,
        Instant occurredAt,
        String actor,
        @Nullable UUID checkout,
        Money givenBack,
        @Nullable TakenBack takenBack) {

    /** How it was taken back. */
    @Schema(name = "CashbackUseTakenBack")
    public record TakenBack(String reason, Instant at, String actor) {}
}
