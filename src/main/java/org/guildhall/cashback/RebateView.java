package org.guildhall.cashback;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * What one purchase brings one person.
 *
 * @param member whom it is for
 * @param level 0 for the buyer, 1 for who recommended the buyer, 2 for who recommended that one
 * @param version of the rules in force on the day of the purchase
 * @param settlesOn first day on which it may be credited
 * @param settledOn day on which it first was
 * @param earned the most it ever came to
 * @param current what it comes to now
 * @param credited what of it is booked
 */
@Schema(name = "Rebate")
public record RebateView(
        UUID id,
        RebateKind kind,
        int level,
        UUID purchase,
        String purchaseNumber,
        MemberId buyer,
        MemberId member,
        @Nullable UnitId store,
        int version,
        Instant occurredAt,
        LocalDate settlesOn,
        @Nullable LocalDate settledOn,
        Money earned,
        Money current,
        Money credited,
        RebateState state) {}
