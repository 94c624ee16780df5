package org.guildhall.ledger;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of checking one law over all that is booked.
 *
 * <p>{@code law} is a stable code with a text in every language; {@code covered} is the number of facts looked at;
 * {@code counterExample} names the first fact that breaks the law and is absent when it holds. {@code by} is absent only for
 * proofs older than the runs that prove.
 */
public record LawProof(
        String law,
        boolean holds,
        long covered,
        @Nullable String counterExample,
        Instant provedAt,
        long millis,
        @Nullable By by) {

    /** Who had it proven, and the run in which all laws were. */
    public record By(UUID run, String actor, String actorName) {}
}
