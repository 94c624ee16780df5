package org.guildhall.checkout.pricing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.guildhall.checkout.CheckoutPolicy.Deduction;
import org.guildhall.coupons.PresentedCoupon;
import org.guildhall.kernel.Explanation;

/**
 * Takes the coupons that were shown, each from what the ones before it left of the lines in its scope, in their stated order; an
 * exclusive one is taken alone, and whichever comes first wins.
 */
record CouponsShown() implements Deducting {

    private static final Comparator<PresentedCoupon> ORDER =
            Comparator.comparingInt(PresentedCoupon::place).thenComparing(PresentedCoupon::code);

    @Override
    public Taken take(Till till) {
        if (!till.customer().known()) {
            return nothing(till, till.say("no-member-no-coupons"));
        }
        var shown = till.customer().coupons();
        if (shown.isEmpty()) {
            return nothing(till, till.say("coupons-not-shown"));
        }
        var tries = new ArrayList<CouponTaken>();
        var left = till;
        for (var coupon : shown.stream().sorted(ORDER).toList()) {
            var one = take(left, coupon, tries);
            tries.add(one);
            left = left.less(one.applies() ? whole(one) : none(till));
        }
        return sum(till, tries);
    }

    private static CouponTaken take(Till till, PresentedCoupon coupon, List<CouponTaken> before) {
        var known = coupon.known();
        if (known == null) {
            return refused(coupon, hindered(till, coupon));
        }
        for (var other : before) {
            var applied = other.known();
            if (applied != null && (known.offer().exclusive() || applied.offer().exclusive())) {
                return refused(
                        coupon,
                        till.say(
                                known.offer().exclusive() ? "coupon-exclusive" : "coupon-beside-exclusive",
                                "code",
                                coupon.code(),
                                "name",
                                known.name(),
                                "other",
                                applied.name()));
            }
        }
        return CouponWorth.of(till, coupon.code(), known);
    }

    private static Explanation hindered(Till till, PresentedCoupon coupon) {
        var hindrance = coupon.hindrance();
        if (hindrance == null) {
            throw new IllegalStateException("coupon " + coupon.code() + " is neither known nor hindered");
        }
        var facts = new ArrayList<Object>(List.of("code", coupon.code()));
        hindrance.facts().forEach((name, value) -> facts.addAll(List.of(name, value)));
        return till.say(hindrance.code(), facts.toArray());
    }

    static CouponTaken refused(PresentedCoupon coupon, Explanation why) {
        return new CouponTaken(coupon.code(), null, null, List.of(), why);
    }

    private static Taken sum(Till till, List<CouponTaken> tries) {
        var shares = new long[till.items().size()];
        for (var one : tries) {
            for (int i = 0; one.applies() && i < shares.length; i++) {
                var share = one.shares().get(i);
                shares[i] += share == null ? 0 : share;
            }
        }
        long amount = Shares.sum(shares);
        boolean any = tries.stream().anyMatch(CouponTaken::applies);
        var why = till.say(any ? "coupons-used" : "no-coupon-used", "amount", till.money(amount))
                .with(tries.stream().map(CouponTaken::why).toList());
        return new Taken(
                Deduction.COUPON,
                Arrays.stream(shares).boxed().toList(),
                0,
                new Taken.Most(amount, 0),
                List.copyOf(tries),
                List.of(),
                why);
    }

    private static List<Long> whole(CouponTaken one) {
        return one.shares().stream().map(share -> share == null ? 0L : share).toList();
    }

    private static List<Long> none(Till till) {
        return Collections.nCopies(till.items().size(), 0L);
    }

    private static Taken nothing(Till till, Explanation why) {
        return Taken.nothing(Deduction.COUPON, till, Taken.Most.NOTHING, why);
    }
}
