package org.guildhall.prepaid;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * Pays with stored value.
 *
 * @param listAmount what is bought at the price before any discount; the amount itself if absent
 * @param partly pays what there is, if that is less than the amount
 */
public record Pay(
        @NotNull MemberId member,
        @NotNull Money amount,
        @Nullable Money listAmount,
        boolean partly,
        @Nullable UnitId store,
        @Nullable @Size(max = 100) String reference) {}
