package org.guildhall.loyalty;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * What stays of a purchase after its returns, line by line, as far as known now; for modules that reward goods. Purchases of one
 * member come by time, those of one instant by source and number, whatever the order of their arrival.
 *
 * @param tier on which it was bought, before what it brought itself; absent before the first
 * @param lines a purchase without lines has one, numbered 0
 */
public record Goods(
        UUID purchase,
        MemberId member,
        String number,
        Instant occurredAt,
        @Nullable UnitId store,
        @Nullable String tier,
        Currency currency,
        List<Line> lines) {

    /** Copies the list. */
    public Goods {
        lines = List.copyOf(lines);
    }

    /** The same on a tier. */
    public Goods on(@Nullable String known) {
        return new Goods(purchase, member, number, occurredAt, store, known, currency, lines);
    }

    /** What stays in all, in the smallest unit. */
    public long left() {
        return lines.stream().mapToLong(Line::left).sum();
    }

    /**
     * A line.
     *
     * @param paid after discounts, in the smallest unit
     * @param left of it after returns
     */
    public record Line(
            int number, @Nullable String product, @Nullable String category, long paid, long left) {}
}
