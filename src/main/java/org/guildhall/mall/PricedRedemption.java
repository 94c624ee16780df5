package org.guildhall.mall;

import org.guildhall.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * What an order would cost now; it binds nobody, but an order that states it is refused once it is no longer so.
 *
 * @param unitCash money for one piece beside its points; absent for points alone
 * @param tier the member's tier, where it decides the points
 * @param price of all pieces, as an order states it
 */
public record PricedRedemption(
        long unitPoints, @Nullable Money unitCash, @Nullable String tier, RedemptionPrice price) {}
