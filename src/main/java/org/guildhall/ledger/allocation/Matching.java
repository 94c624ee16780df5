package org.guildhall.ledger.allocation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.guildhall.ledger.Contra;
import org.guildhall.ledger.Shortage;

/**
 * Says for each sort of movement which lots it touches, changes them and adds up what was not covered.
 *
 * <p>What was owed or lost is a shortfall; an asset that nobody may owe turns every shortfall into a loss.
 */
final class Matching {

    private final Lots lots;
    private final boolean mayOwe;
    private long shortfall;

    Matching(Lots lots, boolean mayOwe) {
        this.lots = lots;
        this.mayOwe = mayOwe;
    }

    Lots lots() {
        return lots;
    }

    /** Everything that takings did not find, so far. */
    long shortfall() {
        return shortfall;
    }

    List<Part> grant(long amount, LocalDate lot) {
        return lots.give(amount, lot, Contra.ISSUED);
    }

    /**
     * Takes back from the grant's own lot and those it was carried to, whether or not they are still valid, then from valid
     * lots, then as the shortage says.
     */
    List<Part> clawback(long amount, List<LocalDate> homes, LocalDate on, Shortage shortage) {
        var parts = new ArrayList<Part>(2);
        for (var home : homes) {
            parts.addAll(lots.takeFrom(home, amount - taken(parts), Contra.ISSUED));
        }
        parts.addAll(lots.takeOldest(amount - taken(parts), on, Contra.ISSUED));
        long missing = amount - taken(parts);
        if (missing > 0) {
            parts.addAll(missing(missing, homes.getFirst(), Contra.ISSUED, shortage == Shortage.LOSS));
        }
        return parts;
    }

    /** Takes from valid lots; a spend that once was covered stands, so what a re-match no longer finds is owed. */
    List<Part> spend(long amount, LocalDate on, Contra to) {
        var parts = new ArrayList<>(lots.takeOldest(amount, on, to));
        long missing = amount - taken(parts);
        if (missing > 0) {
            parts.addAll(missing(missing, Lots.DEBT, to, false));
        }
        return parts;
    }

    /** Returns what a spend took, lot by lot; what it owed comes back as value that never expires, what was lost does not. */
    List<Part> restore(List<Part> spent) {
        return restore(spent, spent.stream().anyMatch(part -> part.contra() == Contra.LOST));
    }

    /**
     * Returns so much of what a spend took, the last taken first, to where its lots are now, and leaves in the list what is still
     * out; of what was lost the loss goes back with it.
     */
    List<Part> restorePart(List<Part> spent, long amount, UnaryOperator<LocalDate> home) {
        int loss = indexOfLoss(spent);
        var back = new ArrayList<Part>();
        long left = amount;
        for (int i = spent.size() - 1; i >= 0 && left > 0; i--) {
            var part = spent.get(i);
            long some = Math.min(left, -part.amount());
            if (some > 0) {
                back.add(new Part(home.apply(part.lot()), part.contra(), -some));
                lower(spent, i, some);
                left -= some;
                if (loss >= 0 && part.lot().equals(Lots.DEBT)) {
                    back.add(new Part(Lots.DEBT, Contra.LOST, some));
                    lower(spent, loss, -some);
                }
            }
        }
        return restore(back, loss >= 0);
    }

    private static int indexOfLoss(List<Part> spent) {
        for (int i = 0; i < spent.size(); i++) {
            if (spent.get(i).contra() == Contra.LOST) {
                return i;
            }
        }
        return -1;
    }

    /** Makes what is out that much less. */
    private static void lower(List<Part> spent, int at, long by) {
        var part = spent.get(at);
        spent.set(at, new Part(part.lot(), part.contra(), part.amount() + by));
    }

    private List<Part> restore(List<Part> spent, boolean lost) {
        var parts = new ArrayList<Part>();
        for (var part : spent) {
            boolean owed = part.lot().equals(Lots.DEBT);
            if (owed && lost) {
                parts.add(new Part(part.lot(), part.contra(), -part.amount()));
            } else {
                parts.addAll(lots.give(-part.amount(), owed ? Lots.NEVER : part.lot(), part.contra()));
            }
        }
        return parts;
    }

    /** Moves what a lot holds, together with what had lapsed of it, to another lot; a debt is paid from it first. */
    List<Part> carry(LocalDate from, long lapsed, LocalDate to) {
        long held = lots.in(from);
        var parts = new ArrayList<>(lots.takeFrom(from, held, Contra.EXPIRED));
        parts.addAll(lots.give(Math.addExact(held, lapsed), to, Contra.EXPIRED));
        return parts;
    }

    private List<Part> missing(long amount, LocalDate lot, Contra to, boolean loss) {
        shortfall = Math.addExact(shortfall, amount);
        if (mayOwe && !loss) {
            return lots.owe(amount, to);
        }
        return List.of(new Part(lot, to, -amount), new Part(lot, Contra.LOST, amount));
    }

    private static long taken(Iterable<Part> parts) {
        long sum = 0;
        for (var part : parts) {
            sum -= part.amount();
        }
        return sum;
    }
}
