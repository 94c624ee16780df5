package org.guildhall.checkout.acts;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/** Numbers that people read off a receipt: the day, and ten characters that nobody mistakes for others. */
final class Receipts {

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 10;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");

    private Receipts() {}

    static String number(UUID id, LocalDate day) {
        var text = new StringBuilder(DAY.format(day)).append('-');
        long bits = id.getLeastSignificantBits();
        for (int i = 0; i < LENGTH; i++) {
            text.append(LETTERS.charAt((int) (bits & 31)));
            bits >>>= 5;
        }
        return text.toString();
    }
}
