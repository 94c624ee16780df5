package org.guildhall.checkout;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.UnitId;
import org.guildhall.members.MemberStatus;
import org.jspecify.annotations.Nullable;

/**
 * Who stands at the counter and what they have, as far as the actor may see of it: values in part for whom they are masked.
 *
 * @param homeUnit the store the member belongs to
 * @param servedUntil for members of other stores: how long they are served without being identified again
 * @param points that can be used
 * @param stored absent for those who take no payments with it
 */
@Schema(name = "CounterBuyer")
public record BuyerView(
        MemberId member,
        String number,
        MemberStatus status,
        @Nullable String name,
        @Nullable String mobile,
        @Nullable UnitId homeUnit,
        @Nullable Instant servedUntil,
        @Nullable String tier,
        @Nullable Long points,
        @Nullable Stored stored) {

    /** Stored value that can be used, and whether it is frozen. */
    @Schema(name = "CounterBuyerStoredValue")
    public record Stored(Money principal, Money bonus, boolean frozen) {}
}
