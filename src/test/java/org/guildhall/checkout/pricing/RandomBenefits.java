package org.guildhall.checkout.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.guildhall.benefits.CounterDiscount;
import org.guildhall.benefits.EntitlementView.By;
import org.guildhall.benefits.EntitlementView.Hindrance;
import org.guildhall.benefits.EntitlementView.Why;
import org.guildhall.benefits.Offer;
import org.guildhall.kernel.Money;

/** Discounts that some buyer may be entitled to: with and without a quota, used up, for some goods only. */
final class RandomBenefits {

    private RandomBenefits() {}

    static List<CounterDiscount> entitled(Random random) {
        var own = new ArrayList<CounterDiscount>();
        for (int i = 0; i < random.nextInt(4); i++) {
            var hindrance = random.nextInt(5) == 0 ? new Hindrance(Why.USED_UP, LocalDate.of(2026, 4, 1)) : null;
            Integer left = hindrance != null ? Integer.valueOf(0) : random.nextBoolean() ? Integer.valueOf(2) : null;
            own.add(discount("b" + i, 1 + random.nextInt(10_000), random.nextInt(9_000), left, hindrance));
        }
        return own;
    }

    static CounterDiscount discount(
            String code,
            int basisPoints,
            long ceiling,
            @org.jspecify.annotations.Nullable Integer left,
            @org.jspecify.annotations.Nullable Hindrance hindrance) {
        var categories = basisPoints % 3 == 0 ? List.of("茶") : List.<String>of();
        var offer = new Offer.PurchaseDiscount(BigDecimal.valueOf(basisPoints, 2), Money.cny(ceiling), categories);
        return new CounterDiscount(code, "权益 " + code, "4.11", offer, By.PLAN, "founders", left, hindrance);
    }
}
