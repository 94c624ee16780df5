package org.guildhall.kernel;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a keyset-paged list: the items, the cursor of the next page (absent on the last), and the total, exact up to
 * {@value #COUNT_LIMIT}.
 */
public record Slice<T>(
        List<T> items, @Nullable String next, @Nullable Total total) {

    /** Totals above this many rows are given as "more than". */
    public static final int COUNT_LIMIT = 10_000;

    /** The most items one page may hold. */
    public static final int PAGE_LIMIT = 200;

    /** How many there are in all; when not exact, at least {@code value}. */
    public record Total(long value, boolean exact) {

        /** The total for a count that stopped at {@link #COUNT_LIMIT} + 1. */
        public static Total counted(long upToLimitPlusOne) {
            return upToLimitPlusOne > COUNT_LIMIT ? new Total(COUNT_LIMIT, false) : new Total(upToLimitPlusOne, true);
        }
    }

    /** Cuts a list fetched with {@code limit + 1} rows to one page and derives the next cursor from its last item. */
    public static <T> Slice<T> cut(List<T> fetched, int limit, Function<T, String> cursor, @Nullable Total total) {
        if (fetched.size() <= limit) {
            return new Slice<>(fetched, null, total);
        }
        var items = List.copyOf(fetched.subList(0, limit));
        return new Slice<>(items, cursor.apply(items.getLast()), total);
    }

    /** The same page of other items. */
    public <R> Slice<R> map(Function<T, R> view) {
        return new Slice<>(items.stream().map(view).toList(), next, total);
    }
}
