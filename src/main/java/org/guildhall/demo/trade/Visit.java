package org.guildhall.demo.trade;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One purchase as it happened at a till, and what was brought back of it.
 *
 * @param store index of the store
 */
public record Visit(
        int number,
        LocalDateTime at,
        int store,
        List<Item> items,
        String payment,
        @Nullable Return returned) {

    /** A line: pieces of one product and what was paid for them in fen. */
    public record Item(String product, String category, int pieces, long fen) {}

    /** Brought back on a later day: one line by its index, or everything when there is none. */
    public record Return(LocalDateTime at, @Nullable Integer item) {}

    /** What was paid in all, in fen. */
    public long fen() {
        return items.stream().mapToLong(Item::fen).sum();
    }

    /** What came back, in fen. */
    public long returnedFen() {
        if (returned == null) {
            return 0;
        }
        return returned.item() == null ? fen() : items.get(returned.item()).fen();
    }
}
