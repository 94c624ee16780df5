package org.guildhall.checkout;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.UnitId;
import org.guildhall.prepaid.PaidFor;
import org.guildhall.prepaid.PaymentMethod;
import org.jspecify.annotations.Nullable;

/**
 * Money that changed hands at a store; below zero when it went back.
 *
 * @param about the checkout, the session card, the movement of stored value or the redemption it was for
 * @param name the checkout's number, the card's or the reward's name; absent for stored value
 * @param staffName who took or gave it, if that was somebody of the staff
 */
@Schema(name = "CounterPayment")
public record PaymentRow(
        UUID id,
        PaidFor what,
        UUID about,
        @Nullable String name,
        @Nullable MemberId member,
        PaymentMethod method,
        Money amount,
        @Nullable String reference,
        UnitId store,
        Instant occurredAt,
        String actor,
        @Nullable String staffName) {

    /** The same, with the name of whoever it was. */
    public PaymentRow by(@Nullable String name) {
        return new PaymentRow(
                id, what, about, this.name, member, method, amount, reference, store, occurredAt, actor, name);
    }
}
