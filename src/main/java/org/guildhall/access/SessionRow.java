package org.guildhall.access;

import java.time.Instant;
import java.util.UUID;

/** One living log-in of a person, as listed. */
public record SessionRow(
        UUID id,
        Instant createdAt,
        Instant lastSeenAt,
        Instant expiresAt,
        String agent,
        String address,
        boolean current) {}
