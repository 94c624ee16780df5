package org.guildhall.loyalty.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.guildhall.ledger.Shortage;
import org.guildhall.loyalty.earning.Earned;

/** The awards of a replay, in order of time; when they expire is known last, since later activity may carry points on. */
final class Awards {

    private final List<Award> awards;
    private final List<Integer> positions;

    Awards(int capacity) {
        awards = new ArrayList<>(capacity);
        positions = new ArrayList<>(capacity);
    }

    /** What was awarded or taken back, when, and who bears what is missing. */
    record Given(UUID fact, Award.By by, java.time.Instant at, Earned earned, Shortage shortage) {}

    /** Adds an award that belongs to a position. */
    void add(Given given, Position position, int at) {
        awards.add(new Award(
                given.fact,
                given.by,
                given.at,
                given.earned.points(),
                given.earned.growth(),
                null,
                given.shortage,
                position.version(),
                position.store()));
        positions.add(at);
    }

    /** Every award with its expiry, which is told one by one with its position. */
    List<Award> dated(List<Position> all, BiConsumer<Award, Position> told) {
        var expiries = new Expiries(all);
        for (int i = 0; i < awards.size(); i++) {
            int position = positions.get(i);
            var dated = awards.get(i).expiring(expiries.of(position));
            awards.set(i, dated);
            told.accept(dated, all.get(position));
        }
        return awards;
    }
}
