package org.guildhall.prepaid;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.guildhall.kernel.MemberId;

/** Stored value as plain sums: for each member what is left of each top-up; principal first, 1 000 → 200 and 3 000 → 800. */
final class PrepaidModel {

    private static final long CAP = 500_000;
    private static final long MOST_AT_ONCE = 50_000;
    private static final long MOST_PER_DAY = 80_000;

    final List<Wallet> wallets = new ArrayList<>();

    PrepaidModel(List<MemberId> members) {
        members.forEach(member -> wallets.add(new Wallet(member)));
    }

    /** What is left of a top-up, and what it brought at first less what was transferred. */
    static final class Stake {
        private final long broughtPrincipal;
        private final long broughtBonus;
        private long paid;
        private long gift;
        private long principal;
        private long bonus;
        private long used;
        private boolean open = true;

        Stake(long paid, long gift) {
            this.broughtPrincipal = paid;
            this.broughtBonus = gift;
            this.paid = paid;
            this.gift = gift;
            this.principal = paid;
            this.bonus = gift;
        }

        boolean whole() {
            return open && principal == broughtPrincipal && bonus == broughtBonus;
        }
    }

    /** How much of which top-up a payment took. */
    record Took(Stake stake, long principal, long bonus) {}

    /** A payment with what is still out of it. */
    static final class Paid {
        private final List<Took> took;
        private boolean out = true;
        private boolean locked;

        Paid(List<Took> took, boolean locked) {
            this.took = took;
            this.locked = locked;
        }
    }

    /** One member's stored value. */
    static final class Wallet {
        final MemberId member;
        private final List<Stake> stakes = new ArrayList<>();
        private final List<Paid> payments = new ArrayList<>();
        private boolean frozen;
        private long transferredToday;

        Wallet(MemberId member) {
            this.member = member;
        }

        long principal() {
            return stakes.stream().mapToLong(stake -> stake.principal).sum();
        }

        long bonus() {
            return stakes.stream().mapToLong(stake -> stake.bonus).sum();
        }

        private long locked() {
            return payments.stream()
                    .filter(payment -> payment.locked && payment.out)
                    .flatMap(payment -> payment.took.stream())
                    .mapToLong(part -> part.principal + part.bonus)
                    .sum();
        }

        Stake latest() {
            return stakes.getLast();
        }

        boolean topUp(long amount) {
            long gift = amount >= 300_000 ? 80_000 : amount >= 100_000 ? 20_000 : 0;
            if (frozen || principal() + bonus() + locked() + amount + gift > CAP) {
                return false;
            }
            stakes.add(new Stake(amount, gift));
            return true;
        }

        boolean undo(Stake stake) {
            if (frozen || !stake.whole()) {
                return false;
            }
            stake.principal = 0;
            stake.bonus = 0;
            stake.open = false;
            return true;
        }

        /** Which payment it was, or −1 where it is refused. */
        int pay(long amount, boolean lock) {
            if (frozen || amount > principal() + bonus()) {
                return -1;
            }
            long principal = Math.min(amount, principal());
            long bonus = amount - principal;
            var took = new ArrayList<Took>();
            for (var stake : stakes) {
                var part = new Took(stake, Math.min(principal, stake.principal), Math.min(bonus, stake.bonus));
                principal -= part.principal;
                bonus -= part.bonus;
                stake.principal -= part.principal;
                stake.bonus -= part.bonus;
                stake.used += part.principal + part.bonus;
                took.add(part);
            }
            payments.add(new Paid(took, lock));
            return payments.size() - 1;
        }

        boolean giveBack(int number) {
            var payment = payments.get(number);
            boolean stands =
                    payment.took.stream().allMatch(part -> part.stake.open || part.principal + part.bonus == 0);
            if (frozen || payment.locked || !payment.out || !stands) {
                return false;
            }
            comeBack(payment);
            return true;
        }

        boolean use(int number) {
            var payment = payments.get(number);
            if (frozen || !payment.locked || !payment.out) {
                return false;
            }
            payment.locked = false;
            return true;
        }

        boolean release(int number) {
            var payment = payments.get(number);
            if (frozen || !payment.locked || !payment.out) {
                return false;
            }
            comeBack(payment);
            return true;
        }

        private static void comeBack(Paid payment) {
            for (var part : payment.took) {
                part.stake.principal += part.principal;
                part.stake.bonus += part.bonus;
                part.stake.used -= part.principal + part.bonus;
            }
            payment.out = false;
        }

        /** The refund in fen, or −1 where it is refused. */
        long refund(RefundGround ground) {
            if (frozen || locked() > 0 || principal() + bonus() == 0) {
                return -1;
            }
            long refund = 0;
            for (var stake : stakes) {
                if (stake.principal + stake.bonus > 0) {
                    long counted = ground == RefundGround.CONSUMER
                            ? stake.used
                            : BigInteger.valueOf(stake.used)
                                    .multiply(BigInteger.valueOf(stake.paid))
                                    .divide(BigInteger.valueOf(stake.paid + stake.gift))
                                    .longValueExact();
                    refund += Math.max(0, stake.paid - counted);
                    stake.principal = 0;
                    stake.bonus = 0;
                    stake.open = false;
                }
            }
            return refund;
        }

        boolean freeze(boolean wanted) {
            boolean done = frozen != wanted;
            frozen = wanted;
            return done;
        }
    }

    boolean transfer(Wallet from, Wallet to, long amount) {
        if (from.frozen
                || to.frozen
                || amount > MOST_AT_ONCE
                || from.transferredToday + amount > MOST_PER_DAY
                || amount > from.principal()) {
            return false;
        }
        var moved = new ArrayList<Stake>();
        long left = amount;
        for (var stake : from.stakes) {
            long principal = Math.min(left, stake.principal);
            if (principal > 0) {
                long bonus = stake.bonus * principal / stake.principal;
                moved.add(new Stake(principal, bonus));
                left -= principal;
            }
        }
        long bonus = moved.stream().mapToLong(stake -> stake.gift).sum();
        if (to.principal() + to.bonus() + to.locked() + amount + bonus > CAP) {
            return false;
        }
        take(from, amount);
        from.transferredToday += amount;
        to.stakes.addAll(moved);
        return true;
    }

    private static void take(Wallet from, long amount) {
        long left = amount;
        for (var stake : from.stakes) {
            long principal = Math.min(left, stake.principal);
            if (principal > 0) {
                long bonus = stake.bonus * principal / stake.principal;
                stake.principal -= principal;
                stake.bonus -= bonus;
                stake.paid -= principal;
                stake.gift -= bonus;
                left -= principal;
            }
        }
    }
}
