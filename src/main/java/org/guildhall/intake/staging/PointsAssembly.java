package org.guildhall.intake.staging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.guildhall.intake.ImportField;
import org.guildhall.intake.ImportSettings.DifferingRows;
import org.guildhall.intake.ImportSettings.IdenticalRows;
import org.guildhall.intake.Rejection;
import org.guildhall.intake.Rule;
import org.guildhall.intake.cleaning.Buyer;
import org.guildhall.intake.cleaning.PointsRow;

/**
 * Makes one period of each member's points of the rows that tell it: equal rows count once, or each, as is set; different
 * ones are added up, the larger is taken, or none, as is set.
 */
public final class PointsAssembly {

    private static final Comparator<PointsRow> BY_SIZE = Comparator.comparingLong(PointsRow::earned)
            .thenComparingLong(PointsRow::redeemed)
            .thenComparingLong(PointsRow::expired);

    private PointsAssembly() {}

    /** Of whom, and which period. */
    private record Period(Buyer buyer, long atSecond) {}

    /**
     * One period.
     *
     * @param sum what is taken of it
     * @param all the rows that tell it
     * @param taken those that count
     * @param equal rows equal to an earlier one that do not count
     */
    public record Told(PointsRow sum, List<PointsRow> all, List<PointsRow> taken, int equal) {

        /** Whether rows say different things. */
        public boolean isDiffering() {
            return !all.stream().allMatch(all.getFirst()::equalsInContent);
        }

        /** Whether more than one row tells it. */
        public boolean isRepeated() {
            return all.size() > 1;
        }

        /** Rows that the rule for different ones leaves out. */
        public int left() {
            return all.size() - equal - taken.size();
        }
    }

    /** The periods taken, those refused, and the rejected rows. */
    public record Result(List<Told> periods, List<Told> refused, List<Rejection> rejections) {}

    /** Assembles the rows of one batch. */
    public static Result assemble(List<PointsRow> rows, IdenticalRows identical, DifferingRows differing) {
        Map<Period, List<PointsRow>> periods = new LinkedHashMap<>();
        for (var row : rows) {
            periods.computeIfAbsent(new Period(row.buyer(), row.atSecond()), period -> new ArrayList<>(1))
                    .add(row);
        }
        var result = new Result(new ArrayList<>(periods.size()), new ArrayList<>(), new ArrayList<>());
        for (var all : periods.values()) {
            var told = told(all, identical, differing);
            if (told.taken().isEmpty()) {
                result.refused.add(told);
                all.forEach(row -> result.rejections.add(new Rejection(
                        row.row(),
                        ImportField.OCCURRED_AT,
                        row.buyer().key(),
                        Rule.PERIOD_TOLD_DIFFERENTLY,
                        Map.of("rows", all.size()))));
            } else {
                result.periods.add(told);
            }
        }
        return result;
    }

    private static Told told(List<PointsRow> all, IdenticalRows identical, DifferingRows differing) {
        var each = identical == IdenticalRows.KEEP ? all : distinct(all);
        int equal = all.size() - each.size();
        if (each.stream().allMatch(each.getFirst()::equalsInContent)) {
            return new Told(sum(each), all, each, equal);
        }
        return switch (differing) {
            case SUM -> new Told(sum(each), all, each, equal);
            case LARGER -> {
                var larger = each.stream().max(BY_SIZE).orElseThrow();
                yield new Told(larger, all, List.of(larger), equal);
            }
            case REFUSE -> new Told(all.getFirst(), all, List.of(), 0);
        };
    }

    private static List<PointsRow> distinct(List<PointsRow> all) {
        var distinct = new ArrayList<PointsRow>(all.size());
        for (var row : all) {
            if (distinct.stream().noneMatch(row::equalsInContent)) {
                distinct.add(row);
            }
        }
        return distinct;
    }

    private static PointsRow sum(List<PointsRow> rows) {
        var first = rows.getFirst();
        return new PointsRow(
                first.row(),
                first.buyer(),
                first.atSecond(),
                sum(rows, PointsRow::earned),
                sum(rows, PointsRow::redeemed),
                sum(rows, PointsRow::expired));
    }

    private static long sum(List<PointsRow> rows, ToLongFunction<PointsRow> part) {
        return rows.stream().mapToLong(part).reduce(0, Math::addExact);
    }
}
