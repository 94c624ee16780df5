package org.guildhall.ledger;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * Which bookings by hand to list, newest first: recorded in {@code [from, to)}.
 *
 * @param by who did them; everybody when absent
 * @param kind of the postings; all three when absent
 */
public record HandBookingQuery(
        @Nullable MemberId member,
        @Nullable By by,
        @Nullable String kind,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String cursor,
        int limit) {

    /**
     * Done by one of these, by their references, or one of these postings, which were booked in another's name.
     */
    public record By(Set<String> actors, Set<UUID> postings) {

        /** Copies both. */
        public By {
            actors = Set.copyOf(actors);
            postings = Set.copyOf(postings);
        }
    }
}
