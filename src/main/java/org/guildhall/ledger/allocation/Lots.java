package org.guildhall.ledger.allocation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.guildhall.ledger.Contra;
import org.jspecify.annotations.Nullable;

/**
 * An account's amounts by expiry, and the one place that says which of them a movement touches.
 *
 * <p>A lot is never below zero; what the member owes stands in {@link #DEBT}, never above zero. Value that comes in pays the
 * debt first.
 */
public final class Lots {

    /** The lot of what never expires. */
    public static final LocalDate NEVER = LocalDate.MAX;

    /** The lot of what the member owes. */
    public static final LocalDate DEBT = LocalDate.MIN;

    private final NavigableMap<LocalDate, Long> amounts = new TreeMap<>();

    /** An account without lots. */
    public Lots() {}

    /** An account with these lots. */
    public Lots(Map<LocalDate, Long> amounts) {
        this.amounts.putAll(amounts);
    }

    /** A copy that changes by itself. */
    Lots copy() {
        return new Lots(amounts);
    }

    /** The lot an expiry stands for. */
    public static LocalDate of(@Nullable LocalDate expiresOn) {
        return expiresOn == null ? NEVER : expiresOn;
    }

    /** What is in a lot. */
    public long in(LocalDate lot) {
        return amounts.getOrDefault(lot, 0L);
    }

    /** What the member owes, zero or above. */
    public long owed() {
        return -in(DEBT);
    }

    /** The sum of all lots. */
    public long balance() {
        long sum = 0;
        for (long amount : amounts.values()) {
            sum = Math.addExact(sum, amount);
        }
        return sum;
    }

    /** What can be spent on a day: the lots still valid then. */
    public long available(LocalDate on) {
        long sum = 0;
        for (long amount : amounts.tailMap(on, false).values()) {
            sum = Math.addExact(sum, amount);
        }
        return sum;
    }

    /** All lots, those included that are known and empty. */
    public Map<LocalDate, Long> known() {
        return Collections.unmodifiableMap(amounts);
    }

    /** All lots that hold something, debt included. */
    public Map<LocalDate, Long> amounts() {
        var present = new TreeMap<>(amounts);
        present.values().removeIf(amount -> amount == 0);
        return present;
    }

    /** Puts an amount into a lot after paying what is owed. */
    List<Part> give(long amount, LocalDate lot, Contra from) {
        long pays = Math.min(amount, owed());
        var parts = new ArrayList<Part>(2);
        move(parts, DEBT, from, pays);
        move(parts, lot, from, amount - pays);
        return parts;
    }

    /** Takes up to an amount from one lot. */
    List<Part> takeFrom(LocalDate lot, long amount, Contra to) {
        var parts = new ArrayList<Part>(1);
        move(parts, lot, to, -Math.min(amount, in(lot)));
        return parts;
    }

    /** Takes up to an amount from the lots valid on a day, those first that expire first. */
    List<Part> takeOldest(long amount, LocalDate on, Contra to) {
        var parts = new ArrayList<Part>(2);
        long left = amount;
        for (var lot : List.copyOf(amounts.tailMap(on, false).keySet())) {
            if (left == 0) {
                break;
            }
            long taken = Math.min(left, in(lot));
            move(parts, lot, to, -taken);
            left -= taken;
        }
        return parts;
    }

    /** Takes an amount that is not there: the member owes it. */
    List<Part> owe(long amount, Contra to) {
        var parts = new ArrayList<Part>(1);
        move(parts, DEBT, to, -amount);
        return parts;
    }

    /** Changes the lots as the parts say. */
    void apply(Iterable<Part> parts) {
        for (var part : parts) {
            amounts.merge(part.lot(), part.amount(), Math::addExact);
        }
    }

    /** Takes the parts' changes back. */
    void undo(Iterable<Part> parts) {
        for (var part : parts) {
            amounts.merge(part.lot(), -part.amount(), Math::addExact);
        }
    }

    private void move(List<Part> parts, LocalDate lot, Contra contra, long amount) {
        if (amount != 0) {
            amounts.merge(lot, amount, Math::addExact);
            parts.add(new Part(lot, contra, amount));
        }
    }
}
