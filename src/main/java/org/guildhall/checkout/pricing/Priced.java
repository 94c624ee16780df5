package org.guildhall.checkout.pricing;

import java.util.List;
import org.guildhall.checkout.CheckoutPolicy.Deduction;
import org.guildhall.kernel.Explanation;

/** A basket with its price: what each line cost, what each deduction took, and what is left to pay. */
public record Priced(List<Line> lines, List<Taken> taken, long due, Explanation why) {

    /** One line; {@code paid} is what is left after discount, coupons and points, however it is paid. */
    public record Line(Item item, long discount, long couponAmount, long pointsAmount, long paid) {}

    /** What became of the coupons that were shown. */
    public List<CouponTaken> coupons() {
        return of(Deduction.COUPON).coupons();
    }

    /** What a deduction took. */
    public Taken of(Deduction kind) {
        return taken.stream().filter(one -> one.kind() == kind).findFirst().orElseThrow();
    }

    /** Before any deduction. */
    public long total() {
        return lines.stream().mapToLong(line -> line.item().amount()).sum();
    }
}
