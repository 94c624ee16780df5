package org.guildhall.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of checking one law over all that is booked.
 *
 * <p>{@code law} is a stable code with a text in every language; {@code covered} is the number of facts looked at;
 * {@code counterExample} names the first fact that breaks the law and is absent when it holds.
 */
public record LawProof(
        String law, boolean holds, long covered, @Nullable String counterExample, Instant provedAt, long millis) {}
