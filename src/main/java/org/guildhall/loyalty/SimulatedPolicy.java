package org.guildhall.loyalty;

import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.policies.PolicyKind;

/**
 * A policy of another module that decides what purchases bring or cost in money, and that can be simulated; found by its kind. The
 * module replays what it knows by its own pure functions, and loyalty does the rest: who may, the background, the counting, the
 * result.
 */
public interface SimulatedPolicy<P extends Record> {

    /** The kind whose drafts it replays. */
    PolicyKind<P> kind();

    /** Prepares to compare the rules in force with the draft in their place from the first day of the period. */
    Replay replay(P draft, SimulatedPeriod period);

    /** One comparison. It is asked from several threads, each time within one snapshot of the database, and writes nothing. */
    interface Replay {

        /** Of the amounts it tells; what was bought in others is left out. */
        Currency currency();

        /** The next buyers by their identifiers, after the given one; none when there are no more. */
        List<MemberId> next(UUID after, int limit);

        /** Tells what the purchases of these buyers in the period come to by both rules. */
        void of(List<MemberId> buyers, SimulationTally tally);

        /** Tells, once, what belongs to no buyer, and how many purchases could not be replayed. */
        default void rest(SimulationTally tally) {}

        /** Whether what purchases come to is always their buyer's, so that a buyer who was told of is done with. */
        default boolean forBuyers() {
            return true;
        }
    }
}
