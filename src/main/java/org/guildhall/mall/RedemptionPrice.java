package org.guildhall.mall;

import jakarta.validation.constraints.Positive;
import org.guildhall.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * What all pieces of an order cost together.
 *
 * @param points never none
 * @param cash money beside the points; absent for points alone
 */
public record RedemptionPrice(
        @Positive long points, @Nullable Money cash) {

    /** No money is the same as none. */
    public RedemptionPrice {
        cash = cash == null || cash.minor() == 0 ? null : cash;
    }
}
