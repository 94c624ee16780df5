package org.guildhall.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * A till's export with what an importer must make of it, known from the making: good purchases, returns, and bad rows each
 * with a number of its own. Rows are as narrow as those of a real till, so that batches are what they are in a shop.
 */
record TillFile(String text, List<List<Object>> purchases, List<List<Object>> returns, List<List<Object>> badRows) {

    private static final int BUYERS = 300;
    private static final List<String> BAD_AMOUNTS = List.of("", "abc", "1.234");

    static TillFile make(int rows) {
        var random = new Random(20_260_302);
        var text = new StringBuilder("会员号,单号,时间,类别,金额\n");
        var purchases = new ArrayList<List<Object>>();
        var returns = new ArrayList<List<Object>>();
        var bad = new ArrayList<List<Object>>();
        for (int i = 0; i < rows; i++) {
            long line = i + 2L;
            var buyer = "K%04d".formatted(random.nextInt(BUYERS));
            var number = "N%06d".formatted(i);
            var day =
                    "202%d-%02d-%02d".formatted(3 + random.nextInt(3), 1 + random.nextInt(12), 1 + random.nextInt(28));
            long minor = 100L * (1 + random.nextInt(400)) + random.nextInt(100);
            switch (random.nextInt(60)) {
                case 0 -> {
                    row(text, buyer, number, day, BAD_AMOUNTS.get(i % BAD_AMOUNTS.size()));
                    bad.add(List.of(line));
                }
                case 1 -> {
                    row(text, buyer, number, "2023-02-30", amount(minor));
                    bad.add(List.of(line));
                }
                case 2 -> {
                    row(text, buyer, number, "2023-01-02", amount(minor));
                    row(text, buyer, number, "2024-01-03", "-" + amount(minor / 2));
                    i++;
                    purchases.add(List.of(number, minor));
                    returns.add(List.of(number, minor / 2));
                }
                default -> {
                    row(text, buyer, number, day, amount(minor));
                    purchases.add(List.of(number, minor));
                }
            }
        }
        return new TillFile(text.toString(), sorted(purchases), sorted(returns), bad);
    }

    private static List<List<Object>> sorted(List<List<Object>> facts) {
        return facts.stream()
                .sorted(Comparator.comparing(fact -> fact.getFirst().toString()))
                .toList();
    }

    private static String amount(long minor) {
        return "%d.%02d".formatted(minor / 100, minor % 100);
    }

    private static void row(StringBuilder text, String buyer, String number, String day, String amount) {
        text.append(buyer).append(',').append(number).append(',').append(day).append(" 10:00:00,tea,");
        text.append(amount).append('\n');
    }
}
