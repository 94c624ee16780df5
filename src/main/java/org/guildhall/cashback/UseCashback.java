package org.guildhall.cashback;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.UnitId;

/**
 * Pay with cashback.
 *
 * @param receipt number of the receipt it pays for
 */
public record UseCashback(
        @NotNull MemberId member,
        @NotNull UnitId store,
        @NotNull Money amount,
        @NotBlank @Size(max = 100) String receipt) {}
