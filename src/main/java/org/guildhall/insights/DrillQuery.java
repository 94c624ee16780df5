package org.guildhall.insights;

import org.jspecify.annotations.Nullable;

/** Asks for the members behind one cell of a measure, a page of at most {@link org.guildhall.kernel.Slice#PAGE_LIMIT} at a time. */
public record DrillQuery(
        String measure,
        InsightsQuery query,
        @Nullable String k1,
        @Nullable String k2,
        @Nullable String cursor,
        int limit) {}
