package org.guildhall.intake.staging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guildhall.intake.ImportField;
import org.guildhall.intake.ImportSettings.IdenticalRows;
import org.guildhall.intake.Rejection;
import org.guildhall.intake.Rule;
import org.guildhall.intake.cleaning.PurchaseRow;
import org.guildhall.intake.staging.StageFolder.SpoiltNumbers;
import org.guildhall.kernel.Ids;

/**
 * Puts the rows of a batch together: rows with one number are the lines of one purchase, which is taken whole or not at all.
 * Rows without a number get a derived one (buyer, time, amount, and which of such equal ones it is), the same whenever the
 * same rows come again.
 */
public final class PurchaseAssembly {

    private static final int MOST_NUMBER = 100;

    private PurchaseAssembly() {}

    /** One purchase or return with its rows. */
    public record Assembled(String number, List<PurchaseRow> rows) {

        /** Any row's word on the purchase as a whole. */
        public PurchaseRow head() {
            return rows.getFirst();
        }

        /** Whether it is a return. */
        public boolean isReturn() {
            return head().returnOf() != null;
        }

        /** What was paid or is given back in all; overflow is an {@link ArithmeticException}. */
        public long minor() {
            long sum = 0;
            for (var row : rows) {
                sum = Math.addExact(sum, row.minor());
            }
            return sum;
        }
    }

    /** The facts of a batch, the rows rejected, and how many equal rows were dropped. */
    public record Result(List<Assembled> facts, List<Rejection> rejections, long dropped) {}

    /** Assembles the rows of one batch. */
    public static Result assemble(List<PurchaseRow> rows, IdenticalRows identical, SpoiltNumbers spoilt) {
        var groups = new LinkedHashMap<String, List<PurchaseRow>>();
        var derived = new HashMap<String, List<PurchaseRow>>();
        long dropped = 0;
        for (var row : rows) {
            List<PurchaseRow> alike = row.number() == null
                    ? derived.computeIfAbsent(stem(row), stem -> new ArrayList<>())
                    : groups.computeIfAbsent(row.number(), number -> new ArrayList<>(4));
            if (identical == IdenticalRows.DROP && alike.stream().anyMatch(row::equalsInContent)) {
                dropped++;
                continue;
            }
            alike.add(row);
            if (row.number() == null) {
                groups.put(derivedNumber(row, alike.size()), List.of(row));
            }
        }
        var facts = new ArrayList<Assembled>(groups.size());
        var rejections = new ArrayList<Rejection>();
        for (var group : groups.entrySet()) {
            judge(new Assembled(group.getKey(), group.getValue()), spoilt, facts, rejections);
        }
        return new Result(facts, rejections, dropped);
    }

    private static void judge(Assembled fact, SpoiltNumbers spoilt, List<Assembled> facts, List<Rejection> rejections) {
        boolean agree = fact.rows().stream().allMatch(fact.head()::agreesWith);
        boolean bad = fact.head().number() != null && spoilt.contains(fact.number());
        if (agree && !bad) {
            facts.add(fact);
            return;
        }
        var rule = agree ? Rule.ANOTHER_ROW_OF_PURCHASE_BAD : Rule.PURCHASE_CONTRADICTS_ITSELF;
        for (var row : fact.rows()) {
            rejections.add(new Rejection(
                    row.row(),
                    ImportField.PURCHASE_NUMBER,
                    fact.number(),
                    rule,
                    Map.of("rows", fact.rows().size())));
        }
    }

    private static String stem(PurchaseRow row) {
        return row.buyer().key() + "|" + row.atSecond() + "|" + row.minor();
    }

    private static String derivedNumber(PurchaseRow row, int which) {
        var number = row.buyer().key() + "-" + row.atSecond() + "-" + row.minor() + "-" + which;
        return number.length() <= MOST_NUMBER ? number : Ids.derived(number).toString();
    }
}
