package org.guildhall.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/** A program's key as listed; its secret is not kept. */
public record ApiKey(
        UUID id,
        String publicId,
        String name,
        List<Permission> permissions,
        @Nullable UnitId unit,
        int perSecond,
        int burst,
        String createdBy,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable Instant lastUsedAt) {}
