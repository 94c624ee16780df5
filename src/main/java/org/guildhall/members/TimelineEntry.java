package org.guildhall.members;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a member: its kind ({@code members.updated}, {@code loyalty.purchase}…), when it was true and
 * when it was learnt, who did it, and the facts for its sentence. The id is unique within the kind.
 */
public record TimelineEntry(
        UUID id,
        String kind,
        Instant occurredAt,
        Instant recordedAt,
        @Nullable String actor,
        Map<String, Object> facts) {}
