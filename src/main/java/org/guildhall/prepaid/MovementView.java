package org.guildhall.prepaid;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * One act on an account.
 *
 * @param number its place among the account's movements
 * @param principal change of the principal
 * @param bonus change of the bonus
 * @param money money taken in; below zero when paid out
 * @param method how money changed hands
 * @param about the movement it returns, uses, releases or undoes; the sender's side of a transfer
 * @param returnable how much of a payment can still be given back
 * @param state of a payment: locked, paid or released
 * @param kept the sale it was made for, which alone gives it back; null where it was paid here
 * @param undone whether it was undone since
 * @param notices what seemed worth a second look
 */
public record MovementView(
        UUID id,
        MemberId member,
        long number,
        MovementKind kind,
        Money principal,
        Money bonus,
        Money money,
        @Nullable PaymentMethod method,
        @Nullable UUID about,
        @Nullable MemberId otherMember,
        @Nullable UnitId store,
        @Nullable Money returnable,
        @Nullable String state,
        @Nullable KeptPayment kept,
        boolean undone,
        List<String> notices,
        @Nullable String reason,
        @Nullable String reference,
        Instant occurredAt,
        String actor) {}
