package org.guildhall.checkout.pricing;

import java.util.List;
import java.util.Optional;
import org.guildhall.checkout.CheckoutPolicy.Deduction;
import org.guildhall.kernel.Explanation;

/** A basket with its price: what each line cost, what each deduction took, and what is left to pay. */
public record Priced(List<Line> lines, List<Taken> taken, long due, Explanation why) {

    /** One line; {@code paid} is what is left after discounts, coupons and points, however it is paid. */
    public record Line(Item item, long discount, long benefitAmount, long couponAmount, long pointsAmount, long paid) {}

    /** What became of the discounts the buyer is entitled to by benefits. */
    public List<BenefitTried> benefits() {
        return of(Deduction.BENEFIT).benefits();
    }

    /** The benefit that is used, if one is. */
    public Optional<BenefitTried> benefit() {
        return benefits().stream().filter(BenefitTried::applies).findFirst();
    }

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
