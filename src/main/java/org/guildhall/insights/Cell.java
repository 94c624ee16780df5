package org.guildhall.insights;

import org.jspecify.annotations.Nullable;

/** One cell of a measure: its keys, its exact integer value, for shares the whole it is a part of, and how many members it has. */
public record Cell(
        String k1, String k2, long value, @Nullable Long base, long members) {

    /** The same cell as a part of a whole. */
    Cell outOf(@Nullable Long whole) {
        return new Cell(k1, k2, value, whole, members);
    }
}
