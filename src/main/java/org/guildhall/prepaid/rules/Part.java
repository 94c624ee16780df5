package org.guildhall.prepaid.rules;

import java.util.List;
import java.util.UUID;

/** How much of one top-up moves, in the smallest unit: above zero as an amount, with a sign as a change. */
public record Part(UUID topUp, long principal, long bonus) {

    /** Both pots. */
    public long sum() {
        return principal + bonus;
    }

    /** The change that takes it. */
    public Part taken() {
        return new Part(topUp, -principal, -bonus);
    }

    /** The changes that take them. */
    public static List<Part> taken(List<Part> parts) {
        return parts.stream().map(Part::taken).toList();
    }

    /** The principal of all. */
    public static long principal(List<Part> parts) {
        return parts.stream().mapToLong(Part::principal).sum();
    }

    /** The bonus of all. */
    public static long bonus(List<Part> parts) {
        return parts.stream().mapToLong(Part::bonus).sum();
    }
}
