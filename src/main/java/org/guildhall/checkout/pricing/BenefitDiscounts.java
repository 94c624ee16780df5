package org.guildhall.checkout.pricing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.guildhall.benefits.CounterDiscount;
import org.guildhall.checkout.CheckoutPolicy.Deduction;
import org.guildhall.kernel.Explanation;
import org.jspecify.annotations.Nullable;

/**
 * Takes one discount the buyer is entitled to by a benefit: of those without a quota and the one asked for, the one that takes
 * most off; where they take the same, one without a quota, then the first in the catalogue.
 */
record BenefitDiscounts() implements Deducting {

    private static final Comparator<BenefitTried> BEST = Comparator.comparingLong(BenefitTried::amount)
            .thenComparing(one -> !one.discount().limited());

    @Override
    public Taken take(Till till) {
        var customer = till.customer();
        if (!customer.known()) {
            return nothing(till, till.say("no-member-no-benefit"));
        }
        var wanted = customer.wantedBenefit();
        if (wanted != null
                && customer.discounts().stream().noneMatch(one -> one.benefit().equals(wanted))) {
            return chosen(till, List.of(till.say("benefit-not-entitled", "benefit", wanted)));
        }
        return customer.discounts().isEmpty() ? nothing(till, till.say("no-benefit")) : chosen(till, List.of());
    }

    private static Taken chosen(Till till, List<Explanation> before) {
        var tries = till.customer().discounts().stream()
                .map(discount -> attempt(till, discount))
                .toList();
        var best = tries.stream()
                .filter(BenefitTried::applies)
                .reduce((one, other) -> BEST.compare(other, one) > 0 ? other : one);
        var told = tries.stream()
                .map(one -> best.isEmpty() || one.equals(best.get()) || !one.applies()
                        ? one
                        : beside(till, one, best.get()))
                .toList();
        var why = new ArrayList<>(before);
        told.forEach(one -> why.add(one.why()));
        long amount = best.map(BenefitTried::amount).orElse(0L);
        var shares = new long[till.items().size()];
        best.ifPresent(one -> System.arraycopy(shares(till, one), 0, shares, 0, shares.length));
        long most = tries.stream().mapToLong(BenefitTried::amount).max().orElse(0);
        var said = till.say(best.isEmpty() ? "no-benefit-used" : "benefit-used", "amount", till.money(amount));
        return new Taken(
                Deduction.BENEFIT, Taken.shares(shares), 0, new Taken.Most(most, 0), List.of(), told, said.with(why));
    }

    private static BenefitTried attempt(Till till, CounterDiscount discount) {
        var hindrance = hindered(till, discount);
        if (hindrance != null) {
            return new BenefitTried(discount, false, 0, 0, hindrance);
        }
        var rooms = rooms(till, discount);
        long from = Shares.sum(rooms);
        long amount = Math.min(from, discount.offer().takes(till.money(from)).minor());
        if (amount == 0) {
            return new BenefitTried(discount, false, from, 0, say(till, "benefit-takes-nothing", discount));
        }
        boolean asked = discount.benefit().equals(till.customer().wantedBenefit());
        if (discount.limited() && !asked) {
            var why = say(till, "benefit-not-asked", discount, "amount", till.money(amount), "left", left(discount));
            return new BenefitTried(discount, false, from, amount, why);
        }
        var why = say(
                till,
                "benefit-discount",
                discount,
                "percent",
                discount.offer().percent(),
                "ceiling",
                discount.offer().ceiling(),
                "amount",
                till.money(amount));
        return new BenefitTried(discount, true, from, amount, why.with(lines(till, discount, rooms, amount)));
    }

    private static @Nullable Explanation hindered(Till till, CounterDiscount discount) {
        var hindrance = discount.hindrance();
        if (hindrance != null) {
            var next = hindrance.nextDay();
            return switch (hindrance.why()) {
                case USED_UP ->
                    next == null
                            ? say(till, "benefit-used-up", discount)
                            : say(till, "benefit-used-up-until", discount, "nextDay", next.toString());
                case MEMBER_NOT_ACTIVE -> say(till, "benefit-member-not-active", discount);
                case NOT_THE_BIRTHDAY, BIRTHDAY_UNKNOWN ->
                    throw new IllegalStateException("a discount on purchases is no birthday gift");
            };
        }
        return discount.offer().ceiling().currency().equals(till.currency())
                ? null
                : say(till, "benefit-other-currency", discount);
    }

    private static BenefitTried beside(Till till, BenefitTried one, BenefitTried best) {
        return one.because(say(
                till,
                "benefit-beside-another",
                one.discount(),
                "other",
                best.discount().name(),
                "amount",
                till.money(one.amount())));
    }

    /** What is left of the goods it is for. */
    private static long[] rooms(Till till, CounterDiscount discount) {
        var rooms = till.rooms();
        for (int i = 0; i < rooms.length; i++) {
            if (!covers(till, discount, i)) {
                rooms[i] = 0;
            }
        }
        return rooms;
    }

    private static boolean covers(Till till, CounterDiscount discount, int line) {
        var category = till.items().get(line).category();
        boolean left = category != null && till.policy().withoutDiscount().contains(category);
        return !left && discount.offer().covers(category);
    }

    private static long[] shares(Till till, BenefitTried taken) {
        return Shares.inProportion(taken.amount(), rooms(till, taken.discount()));
    }

    private static List<Explanation> lines(Till till, CounterDiscount discount, long[] rooms, long amount) {
        var shares = Shares.inProportion(amount, rooms);
        var lines = new ArrayList<Explanation>();
        for (int i = 0; i < shares.length; i++) {
            var what = covers(till, discount, i) ? "line-benefit" : "line-without-benefit";
            lines.add(till.line(what, till.items().get(i), shares[i]));
        }
        return lines;
    }

    private static int left(CounterDiscount discount) {
        var left = discount.left();
        return left == null ? 0 : left;
    }

    private static Explanation say(Till till, String what, CounterDiscount discount, Object... facts) {
        var all = new ArrayList<Object>(
                List.of("benefit", discount.benefit(), "name", discount.name(), "clause", discount.clause()));
        all.addAll(List.of(facts));
        return till.say(what, all.toArray());
    }

    private static Taken nothing(Till till, Explanation why) {
        return Taken.nothing(Deduction.BENEFIT, till, Taken.Most.NOTHING, why);
    }
}
