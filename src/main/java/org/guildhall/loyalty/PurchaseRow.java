package org.guildhall.loyalty;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.StaffId;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/** A purchase in a list. */
public record PurchaseRow(
        @NotNull UUID id,
        @NotNull MemberId member,
        @NotNull String source,
        @NotNull String number,
        @NotNull Instant occurredAt,
        @Nullable UnitId store,
        @Nullable StaffId staff,
        @NotNull Money total,
        boolean voided) {}
