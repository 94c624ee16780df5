package org.guildhall.loyalty.earning;

import java.util.Currency;
import java.util.List;
import org.guildhall.kernel.UnitId;
import org.guildhall.loyalty.LineFact;
import org.guildhall.loyalty.PurchaseFact;
import org.jspecify.annotations.Nullable;

/** What of a purchase is left to earn on: its lines with the amounts that were not given back. */
public final class Basket {

    /** Marks a line given back entirely. */
    public static final long GONE = -1;

    private final PurchaseFact purchase;
    private final long total;
    private final long[] left;

    /** What is left in all and of each line, in the smallest unit; the array is read, never changed. */
    public Basket(PurchaseFact purchase, long total, long[] left) {
        this.purchase = purchase;
        this.total = total;
        this.left = left;
    }

    long total() {
        return total;
    }

    Currency currency() {
        return purchase.total().currency();
    }

    List<LineFact> lines() {
        return purchase.lines();
    }

    @Nullable
    UnitId store() {
        return purchase.store();
    }

    boolean isGone(int line) {
        return left[line] == GONE;
    }

    long left(int line) {
        return Math.max(0, left[line]);
    }
}
