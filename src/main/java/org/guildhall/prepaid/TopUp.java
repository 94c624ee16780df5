package org.guildhall.prepaid;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/** Takes money in for a member, at a store (none: the head office). */
public record TopUp(
        @NotNull MemberId member,
        @NotNull Money amount,
        @NotNull PaymentMethod method,
        @Nullable UnitId store,
        @Nullable @Size(max = 100) String reference) {}
