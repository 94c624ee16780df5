package org.guildhall.members;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a timeline: newest first by (occurredAt, id), strictly before the given position, of the kinds (all if
 * empty), only what was recorded by {@code knownAt}, at most {@code limit} entries.
 */
public record TimelineQuery(
        @Nullable Before before,
        Set<String> kinds,
        @Nullable Instant knownAt,
        int limit) {

    /** The position of the last entry of the page before. */
    public record Before(Instant occurredAt, UUID id) {}

    /** Whether entries of the kind are wanted. */
    public boolean wants(String kind) {
        return kinds.isEmpty() || kinds.contains(kind);
    }
}
