package org.guildhall.checkout.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.guildhall.coupons.Benefit;
import org.guildhall.coupons.CouponOffer;
import org.guildhall.coupons.PresentedCoupon;
import org.guildhall.kernel.Money;

/** Coupons of every kind, some of which cannot be used. */
final class RandomCoupons {

    private RandomCoupons() {}

    static List<PresentedCoupon> shown(Random random) {
        var shown = new ArrayList<PresentedCoupon>();
        for (int i = 0; i < random.nextInt(4); i++) {
            shown.add(
                    random.nextInt(5) == 0
                            ? new PresentedCoupon(
                                    "C" + i, null, new PresentedCoupon.Hindrance("coupon-unknown", Map.of()))
                            : known("C" + i, offer(random)));
        }
        return shown;
    }

    static PresentedCoupon known(String code, CouponOffer offer) {
        var known = new PresentedCoupon.Known(
                UUID.nameUUIDFromBytes(code.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                "券" + code,
                LocalDate.of(2026, 12, 31),
                offer);
        return new PresentedCoupon(code, known, null);
    }

    private static CouponOffer offer(Random random) {
        List<String> categories = random.nextBoolean() ? List.of() : List.of("茶", "酒");
        return new CouponOffer(benefit(random), categories, List.of(), random.nextInt(4) == 0, random.nextInt(3));
    }

    private static Benefit benefit(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> new Benefit.Cash(Money.cny(1 + random.nextInt(9_000)), Money.cny(random.nextInt(20_000)));
            case 1 ->
                new Benefit.Discount(
                        BigDecimal.valueOf(1 + random.nextInt(10_000), 2),
                        random.nextBoolean() ? null : Money.cny(1 + random.nextInt(5_000)));
            case 2 ->
                new Benefit.FullReduction(List.of(
                        new Benefit.Step(Money.cny(5_000), Money.cny(500)),
                        new Benefit.Step(Money.cny(20_000), Money.cny(3_000))));
            default -> new Benefit.Gift("杯垫");
        };
    }
}
