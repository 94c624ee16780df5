package org.guildhall.checkout.pricing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.guildhall.coupons.Benefit;
import org.guildhall.coupons.PresentedCoupon.Known;
import org.guildhall.kernel.Explanation;
import org.guildhall.kernel.Money;
import org.jspecify.annotations.Nullable;

/** What one coupon takes of what is left of the lines in its scope, and why. */
final class CouponWorth {

    private final Till till;
    private final String code;
    private final Known known;
    private final long[] rooms;

    private CouponWorth(Till till, String code, Known known, long[] rooms) {
        this.till = till;
        this.code = code;
        this.known = known;
        this.rooms = rooms;
    }

    static CouponTaken of(Till till, String code, Known known) {
        var rooms = till.rooms();
        boolean any = false;
        for (int i = 0; i < rooms.length; i++) {
            if (covers(till, known, i)) {
                any = true;
            } else {
                rooms[i] = 0;
            }
        }
        var worth = new CouponWorth(till, code, known, rooms);
        return any ? worth.take() : worth.refused("coupon-out-of-scope");
    }

    private static boolean covers(Till till, Known known, int line) {
        var item = till.items().get(line);
        return known.offer().covers(item.category(), item.product());
    }

    private CouponTaken take() {
        long sum = Shares.sum(rooms);
        return switch (known.offer().benefit()) {
            case Benefit.Cash(var amount, var floor) -> fromFloor(sum, floor, amount);
            case Benefit.Discount(var percent, var ceiling) -> discount(sum, percent, ceiling);
            case Benefit.FullReduction(var steps) -> step(sum, steps);
            case Benefit.Gift(var item) -> applied(0, item, "coupon-gift", "item", item);
        };
    }

    private CouponTaken fromFloor(long sum, Money floor, Money amount) {
        if (foreign(amount)) {
            return refused("coupon-other-currency");
        }
        if (sum < floor.minor()) {
            return below(sum, floor);
        }
        return applied(Math.min(sum, amount.minor()), null, "coupon-cash", "floor", floor);
    }

    private CouponTaken discount(long sum, BigDecimal percent, @Nullable Money ceiling) {
        if (ceiling != null && foreign(ceiling)) {
            return refused("coupon-other-currency");
        }
        long off = Math.min(sum, till.percentOf(sum, percent));
        return ceiling != null && off > ceiling.minor()
                ? applied(ceiling.minor(), null, "coupon-discount-capped", "percent", percent, "ceiling", ceiling)
                : applied(off, null, "coupon-discount", "percent", percent);
    }

    private CouponTaken step(long sum, List<Benefit.Step> steps) {
        if (foreign(steps.getFirst().over())) {
            return refused("coupon-other-currency");
        }
        var reached = steps.stream().filter(step -> sum >= step.over().minor()).reduce((lower, higher) -> higher);
        if (reached.isEmpty()) {
            return below(sum, steps.getFirst().over());
        }
        var step = reached.get();
        return applied(Math.min(sum, step.off().minor()), null, "coupon-full-reduction", "over", step.over());
    }

    private boolean foreign(Money money) {
        return !money.currency().equals(till.currency());
    }

    private CouponTaken below(long sum, Money floor) {
        return refused("coupon-floor-not-met", "floor", floor, "missing", till.money(floor.minor() - sum));
    }

    /** A coupon that would take nothing is not used up, unless something is handed over for it. */
    private CouponTaken applied(long amount, @Nullable String gift, String why, Object... facts) {
        if (amount == 0 && gift == null) {
            return refused("coupon-takes-nothing");
        }
        var taken = Shares.inProportion(amount, rooms);
        var shares = new ArrayList<@Nullable Long>();
        var lines = new ArrayList<Explanation>();
        for (int i = 0; i < taken.length; i++) {
            boolean covered = covers(till, known, i);
            shares.add(covered ? Long.valueOf(taken[i]) : null);
            if (covered) {
                lines.add(till.line("line-coupon", till.items().get(i), taken[i]));
            }
        }
        var said = new ArrayList<Object>(List.of(facts));
        said.addAll(List.of("amount", till.money(amount)));
        return new CouponTaken(
                code, known, gift, shares, say(why, said.toArray()).with(lines));
    }

    private CouponTaken refused(String why, Object... facts) {
        return new CouponTaken(code, null, null, List.of(), say(why, facts));
    }

    private Explanation say(String what, Object... facts) {
        var all = new ArrayList<Object>(List.of("code", code, "name", known.name()));
        all.addAll(List.of(facts));
        return till.say(what, all.toArray());
    }
}
