package org.guildhall.prepaid.rules;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.prepaid.PrepaidPolicy;
import org.guildhall.prepaid.PrepaidPolicy.OddFen;
import org.jspecify.annotations.Nullable;

/** Says from which top-ups and pots an amount is taken, and to which it returns; the oldest top-up is spent first. */
public final class Splits {

    private Splits() {}

    /** What a payment takes; the amount is at most what is left of all. */
    public static List<Part> pay(PrepaidPolicy policy, List<Stake> stakes, long amount) {
        return switch (policy.spending()) {
            case PRINCIPAL_FIRST -> {
                long principal = Math.min(amount, principalLeft(stakes));
                yield taken(stakes, principal, amount - principal);
            }
            case BONUS_FIRST -> {
                long bonus = Math.min(
                        amount, stakes.stream().mapToLong(Stake::bonusLeft).sum());
                yield taken(stakes, amount - bonus, bonus);
            }
            case IN_PROPORTION -> inProportion(policy.oddFen(), stakes, amount);
        };
    }

    /** Principal for another member, with the share of bonus that belongs to it, rounded down. */
    public static List<Part> transfer(List<Stake> stakes, long principal) {
        var parts = new ArrayList<Part>();
        long left = principal;
        for (var stake : stakes) {
            long take = Math.min(left, stake.principalLeft());
            if (take > 0) {
                long share = share(take, stake.bonusLeft(), stake.principalLeft(), OddFen.FROM_BONUS);
                parts.add(new Part(stake.id(), take, share));
                left -= take;
            }
        }
        return parts;
    }

    /**
     * What comes back of a payment that still has these parts out, the last taken first: principal and bonus in the proportion
     * in which they are out.
     */
    public static List<Part> giveBack(PrepaidPolicy policy, List<Part> out, long amount) {
        long principalOut = Part.principal(out);
        long principal = share(amount, principalOut, principalOut + Part.bonus(out), policy.oddFen());
        long bonus = amount - principal;
        var parts = new ArrayList<Part>();
        for (var part : out.reversed()) {
            var back = new Part(part.topUp(), Math.min(principal, part.principal()), Math.min(bonus, part.bonus()));
            if (back.sum() > 0) {
                parts.add(back);
                principal -= back.principal();
                bonus -= back.bonus();
            }
        }
        return parts;
    }

    /** What is still out of what was taken, after what came back, in the order it was taken. */
    public static List<Part> out(List<Part> taken, List<Part> back) {
        Map<UUID, Part> returned = new LinkedHashMap<>();
        back.forEach(part -> returned.merge(part.topUp(), part, Splits::plus));
        return taken.stream()
                .map(part -> minus(part, returned.get(part.topUp())))
                .toList();
    }

    private static List<Part> taken(List<Stake> stakes, long principal, long bonus) {
        var parts = new ArrayList<Part>();
        long principalWanted = principal;
        long bonusWanted = bonus;
        for (var stake : stakes) {
            var part = new Part(
                    stake.id(),
                    Math.min(principalWanted, stake.principalLeft()),
                    Math.min(bonusWanted, stake.bonusLeft()));
            if (part.sum() > 0) {
                parts.add(part);
                principalWanted -= part.principal();
                bonusWanted -= part.bonus();
            }
        }
        return parts;
    }

    private static List<Part> inProportion(OddFen odd, List<Stake> stakes, long amount) {
        var parts = new ArrayList<Part>();
        long left = amount;
        for (var stake : stakes) {
            long take = Math.min(left, stake.left());
            if (take > 0) {
                long principal = share(take, stake.principalLeft(), stake.left(), odd);
                parts.add(new Part(stake.id(), principal, take - principal));
                left -= take;
            }
        }
        return parts;
    }

    /** {@code amount × of / whole}, rounded as stated: up if the odd fen is the part's own, else down. */
    private static long share(long amount, long of, long whole, OddFen odd) {
        var exact = BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(of))
                .divideAndRemainder(BigInteger.valueOf(Math.max(1, whole)));
        boolean up = odd == OddFen.FROM_PRINCIPAL && exact[1].signum() > 0;
        return exact[0].longValueExact() + (up ? 1 : 0);
    }

    private static long principalLeft(List<Stake> stakes) {
        return stakes.stream().mapToLong(Stake::principalLeft).sum();
    }

    private static Part plus(Part a, Part b) {
        return new Part(a.topUp(), a.principal() + b.principal(), a.bonus() + b.bonus());
    }

    private static Part minus(Part taken, @Nullable Part back) {
        return back == null
                ? taken
                : new Part(taken.topUp(), taken.principal() - back.principal(), taken.bonus() - back.bonus());
    }
}
