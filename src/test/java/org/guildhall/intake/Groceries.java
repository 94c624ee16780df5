package org.guildhall.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A second, plain judgement of a grocery file, made to be obviously right rather than fast: which rows are bad, which
 * purchases there are and what they come to.
 */
record Groceries(
        long read,
        long accepted,
        long dropped,
        Set<Long> rejected,
        long purchases,
        long lines,
        long fen,
        Set<String> buyers) {

    private static final int HOUSEHOLD = 0;
    private static final int BASKET = 2;
    private static final int AMOUNT = 5;
    private static final int TIME = 10;

    static Groceries judge(List<String> lines) {
        Map<String, List<Integer>> baskets = new LinkedHashMap<>();
        Set<String> badBaskets = new HashSet<>();
        Set<Long> rejected = new TreeSet<>();
        Set<String> seen = new HashSet<>();
        long dropped = 0;
        for (int i = 1; i < lines.size(); i++) {
            var cells = cells(lines.get(i));
            if (!isGood(cells)) {
                badBaskets.add(cells.get(BASKET));
                rejected.add(i + 1L);
            } else if (!seen.add(lines.get(i))) {
                dropped++;
            } else {
                baskets.computeIfAbsent(cells.get(BASKET), basket -> new ArrayList<>())
                        .add(i);
            }
        }
        long fen = 0;
        long accepted = 0;
        long purchases = 0;
        Set<String> buyers = new HashSet<>();
        for (var basket : baskets.entrySet()) {
            var heads = new HashSet<String>();
            basket.getValue().forEach(i -> {
                var cells = cells(lines.get(i));
                heads.add(cells.get(HOUSEHOLD) + cells.get(1) + cells.get(TIME));
            });
            if (badBaskets.contains(basket.getKey()) || heads.size() > 1) {
                basket.getValue().forEach(i -> rejected.add(i + 1L));
                continue;
            }
            purchases++;
            for (int i : basket.getValue()) {
                accepted++;
                buyers.add(cells(lines.get(i)).get(HOUSEHOLD));
                fen += amount(cells(lines.get(i)).get(AMOUNT)).movePointRight(2).longValueExact();
            }
        }
        return new Groceries(lines.size() - 1L, accepted, dropped, rejected, purchases, accepted, fen, buyers);
    }

    private static boolean isGood(List<String> cells) {
        if (!cells.get(TIME).matches("20[0-2]\\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01]) \\d\\d:\\d\\d:\\d\\d")
                || cells.get(TIME).contains("-02-30")
                || cells.get(HOUSEHOLD).isBlank()) {
            return false;
        }
        return cells.get(AMOUNT).matches("\\d+(\\.\\d\\d?)?|\\d\\.\\d+e-1\\d");
    }

    private static BigDecimal amount(String text) {
        return new BigDecimal(text).setScale(2, RoundingMode.HALF_UP);
    }

    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        for (var cell : line.split(",", -1)) {
            cells.add(cell.replace("\"", ""));
        }
        return cells;
    }

    /** The same file with household numbers of their own, so that stories on one database don't share members. */
    static byte[] prefixed(byte[] content, String prefix) {
        var text = new StringBuilder();
        for (var line : Trials.lines(content)) {
            boolean head = text.isEmpty();
            boolean blank = line.startsWith("\"\"");
            text.append(head || blank ? line : "\"" + prefix + "-" + line.substring(1))
                    .append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    String counts(long known) {
        return "read " + read + " accepted " + accepted + " dropped " + dropped + " rejected " + rejected.size()
                + " purchases " + purchases + " stubs " + (buyers.size() - known) + " fen " + fen;
    }

    String stored() {
        return purchases + " purchases, " + fen + " fen, " + lines + " lines";
    }
}
