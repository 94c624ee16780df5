package org.guildhall.intake;

import java.util.Random;

/** Makes grocery files with the dirt of real ones and more, from a fixed seed. */
final class GeneratedGroceries {

    private static final String HEAD =
            "\"household_id\",\"store_id\",\"basket_id\",\"product_id\",\"quantity\",\"sales_value\",\"retail_disc\","
                    + "\"coupon_disc\",\"coupon_match_disc\",\"week\",\"transaction_timestamp\"\n";

    private GeneratedGroceries() {}

    /** A file of about so many rows. */
    static String file(int rows) {
        var random = new Random(20_260_302);
        var text = new StringBuilder(HEAD);
        for (int i = 0, basket = 0; i < rows; basket++) {
            int household = 1 + random.nextInt(300);
            var time = "2017-%02d-%02d 1%d:0%d:53"
                    .formatted(1 + random.nextInt(12), 1 + random.nextInt(28), random.nextInt(10), random.nextInt(10));
            for (int line = random.nextInt(4); line >= 0; line--, i++) {
                var row = row(random, household, basket, line, time);
                text.append(row);
                if (random.nextInt(200) == 0) {
                    text.append(row);
                    i++;
                }
            }
        }
        return text.toString();
    }

    private static String row(Random random, int household, int basket, int line, String time) {
        var amount = switch (random.nextInt(150)) {
            case 0 -> "";
            case 1 -> "-3.50";
            case 2 -> "abc";
            case 3 -> "4.440892e-16";
            case 4 -> "1.234";
            case 5 -> "0";
            default -> "%d.%02d".formatted(random.nextInt(60), random.nextInt(100));
        };
        var buyer = switch (random.nextInt(300)) {
            case 0 -> "";
            case 1 -> String.valueOf(household + 1);
            default -> String.valueOf(household);
        };
        var at = switch (random.nextInt(300)) {
            case 0 -> "2017-02-30 10:00:00";
            case 1 -> "tomorrow";
            default -> time;
        };
        return "\"%s\",\"%d\",\"b%d\",\"p%d%d\",%d,%s,0,0,0,5,%s\n"
                .formatted(buyer, 300 + household % 7, basket, random.nextInt(50), line, 1 + line % 3, amount, at);
    }
}
