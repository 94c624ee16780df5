package org.guildhall.checkout.pricing;

import org.guildhall.benefits.CounterDiscount;
import org.guildhall.kernel.Explanation;

/**
 * What became of a discount the buyer is entitled to.
 *
 * @param from what was left of the goods it is for, in the smallest unit
 * @param amount what it takes off, or would if it were asked for
 */
public record BenefitTried(CounterDiscount discount, boolean applies, long from, long amount, Explanation why) {

    BenefitTried because(Explanation other) {
        return new BenefitTried(discount, false, from, amount, other);
    }
}
