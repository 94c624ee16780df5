package org.guildhall.intake;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a batch or a whole run did or would do.
 *
 * @param rows what became of the file's rows; read = accepted + dropped + left + rejected
 * @param facts members and purchases that came of them
 * @param paid what the accepted purchases come to, in the smallest unit, by currency; returns are not taken off
 * @param returned what is given back, likewise
 * @param from first business day of the accepted purchases
 * @param unknownStores rows by store code that the organisation does not know
 * @param history what came of a history of points; absent for other files
 * @param rejectedByRule rejected rows by each rule they break; one with two faults counts under both
 */
@Schema(name = "ImportReport")
public record Tally(
        Rows rows,
        Facts facts,
        Map<String, Long> paid,
        Map<String, Long> returned,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Map<String, Long> unknownStores,
        Map<String, Long> rejectedByRule,
        @Nullable PointsTally history) {

    /** Nothing done. */
    public static final Tally NOTHING =
            new Tally(Rows.NONE, Facts.NONE, Map.of(), Map.of(), null, null, Map.of(), Map.of(), null);

    /** Rows of the file by what became of them. */
    @Schema(name = "ImportRows")
    public record Rows(long read, long accepted, long dropped, long left, long rejected) {
        static final Rows NONE = new Rows(0, 0, 0, 0, 0);

        Rows plus(Rows o) {
            return new Rows(
                    read + o.read, accepted + o.accepted, dropped + o.dropped, left + o.left, rejected + o.rejected);
        }
    }

    /**
     * What came of the accepted rows: members entered, updated, entered as stubs; purchases and returns recorded; facts the
     * house held already with the same content; net points and growth value; members whose tier changed.
     */
    @Schema(name = "ImportFacts")
    public record Facts(
            long entered,
            long updated,
            long stubs,
            long purchases,
            long returns,
            long unchanged,
            long points,
            long growth,
            long tierChanges) {
        static final Facts NONE = new Facts(0, 0, 0, 0, 0, 0, 0, 0, 0);

        Facts plus(Facts o) {
            return new Facts(
                    entered + o.entered,
                    updated + o.updated,
                    stubs + o.stubs,
                    purchases + o.purchases,
                    returns + o.returns,
                    unchanged + o.unchanged,
                    points + o.points,
                    growth + o.growth,
                    tierChanges + o.tierChanges);
        }
    }

    /** A tally of rows alone. */
    public static Tally of(Rows rows, Map<String, Long> rejectedByRule) {
        return new Tally(rows, Facts.NONE, Map.of(), Map.of(), null, null, Map.of(), rejectedByRule, null);
    }

    /** Both together. */
    public Tally plus(Tally o) {
        return new Tally(
                rows.plus(o.rows),
                facts.plus(o.facts),
                sum(paid, o.paid),
                sum(returned, o.returned),
                either(from, o.from, (a, b) -> a.isBefore(b) ? a : b),
                either(to, o.to, (a, b) -> a.isAfter(b) ? a : b),
                sum(unknownStores, o.unknownStores),
                sum(rejectedByRule, o.rejectedByRule),
                either(history, o.history, PointsTally::plus));
    }

    private static Map<String, Long> sum(Map<String, Long> a, Map<String, Long> b) {
        var sum = new TreeMap<>(a);
        b.forEach((key, value) -> sum.merge(key, value, Long::sum));
        return sum;
    }

    private static <T> @Nullable T either(@Nullable T a, @Nullable T b, BinaryOperator<T> choice) {
        return a == null ? b : b == null ? a : choice.apply(a, b);
    }
}
