package org.guildhall.sessioncards.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What sessions are worth, exactly: the parts make the price to the fen.
 *
 * <p>A card's price is split over its services in proportion to what their sessions cost without a card, fractions to the largest
 * remainder. Of the sessions of a service the first {@code n} are worth {@code price × n / sessions}, rounded down.
 */
public final class Worth {

    private Worth() {}

    /** Sessions of one service: how many, and what one costs without a card. */
    public record Sessions(int count, long listed) {

        long weight() {
            return Math.multiplyExact(count, listed);
        }
    }

    /** The parts of the price, in the order of the services. */
    public static List<Long> split(long price, List<Sessions> services) {
        long whole = services.stream().mapToLong(Sessions::weight).reduce(0, Math::addExact);
        var parts = new ArrayList<Long>();
        var rests = new ArrayList<Long>();
        for (var service : services) {
            long share = Math.multiplyExact(price, service.weight());
            parts.add(share / whole);
            rests.add(share % whole);
        }
        long missing = price - parts.stream().mapToLong(Long::longValue).sum();
        IntStream.range(0, parts.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> rests.get(i)).reversed())
                .limit(missing)
                .forEach(i -> parts.set(i, parts.get(i) + 1));
        return parts;
    }

    /** What the first {@code used} of these sessions are worth. */
    public static long of(long price, int sessions, int used) {
        return Math.multiplyExact(price, used) / sessions;
    }
}
