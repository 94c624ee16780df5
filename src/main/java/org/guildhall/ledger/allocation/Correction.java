package org.guildhall.ledger.allocation;

import java.time.Instant;
import java.util.UUID;

/** An entry to book: what part changes, and the posting whose movement it is about with the time of that movement. */
public record Correction(UUID about, Instant occurredAt, Part part) {}
