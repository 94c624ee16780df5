package org.guildhall.cashback.rules;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guildhall.kernel.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * Who recommended whom, and who could be paid for it, as far as asked for.
 *
 * @param bonds the steps of each customer
 * @param terms when each promoter became one and when they ceased to be
 */
public record Uplines(Map<MemberId, List<Bond>> bonds, Map<MemberId, Term> terms) {

    /** Nobody recommended anybody. */
    public static final Uplines NONE = new Uplines(Map.of(), Map.of());

    /** A step: by whom from when; by nobody once it was ended. */
    public record Bond(int step, @Nullable MemberId promoter, Instant from) {}

    /** From when somebody was a promoter, and until when. */
    public record Term(Instant from, @Nullable Instant until) {

        boolean covers(Instant at) {
            return !at.isBefore(from) && (until == null || at.isBefore(until));
        }
    }

    /** Whose recommendation somebody was at an instant, if that one was a promoter then. */
    Optional<Bond> at(MemberId customer, Instant at) {
        return bonds.getOrDefault(customer, List.of()).stream()
                .filter(bond -> !bond.from.isAfter(at))
                .max(Comparator.comparingInt(Bond::step))
                .filter(bond -> bond.promoter != null && promotes(bond.promoter, at));
    }

    /** When somebody was first recommended by anybody; later bonds begin no new time. */
    Optional<Instant> firstTouch(MemberId customer) {
        return bonds.getOrDefault(customer, List.of()).stream()
                .min(Comparator.comparingInt(Bond::step))
                .map(Bond::from);
    }

    private boolean promotes(MemberId member, Instant at) {
        var term = terms.get(member);
        return term != null && term.covers(at);
    }
}
