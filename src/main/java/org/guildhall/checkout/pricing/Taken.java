package org.guildhall.checkout.pricing;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.guildhall.checkout.CheckoutPolicy.Deduction;
import org.guildhall.kernel.Explanation;

/**
 * What one deduction took: of each line, in points, by which benefits and coupons, and the most it could have taken.
 * {@code why} says so, or why nothing was taken.
 */
public record Taken(
        Deduction kind,
        List<Long> shares,
        long points,
        Most most,
        List<CouponTaken> coupons,
        List<BenefitTried> benefits,
        Explanation why) {

    /** Neither by coupons nor by benefits. */
    Taken(Deduction kind, List<Long> shares, long points, Most most, Explanation why) {
        this(kind, shares, points, most, List.of(), List.of(), why);
    }

    /** The most there could have been. */
    public record Most(long amount, long points) {
        static final Most NOTHING = new Most(0, 0);
    }

    /** The shares of each line, in their order. */
    static List<Long> shares(long[] shares) {
        return Arrays.stream(shares).boxed().toList();
    }

    static Taken nothing(Deduction kind, Till till, Most most, Explanation why) {
        return new Taken(kind, Collections.nCopies(till.items().size(), 0L), 0, most, why);
    }

    /** The same giving way to another deduction: it takes nothing, and none of its benefits is used. */
    Taken givingWay(Explanation other) {
        return new Taken(
                kind,
                Collections.nCopies(shares.size(), 0L),
                0,
                new Most(amount(), 0),
                coupons,
                benefits.stream()
                        .map(one -> one.applies() ? one.because(other) : one)
                        .toList(),
                other);
    }

    /** Of all lines. */
    public long amount() {
        return shares.stream().mapToLong(Long::longValue).sum();
    }
}
