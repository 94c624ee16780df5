package org.guildhall.demo.people;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * Invents document numbers and mobiles that pass their check and can belong to nobody: identity numbers with the region prefix
 * 99, which is not allocated, credit codes of that region, and one block of mobiles counted upwards.
 */
final class Documents {

    private static final int[] IDENTITY_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String IDENTITY_CHECK = "10X98765432";
    private static final String CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int CREDIT_MODULUS = 31;

    private Documents() {}

    /** An identity number (GB 11643) for the day of birth; the third digit of the sequence is odd for men. */
    static String identity(int index, LocalDate born, boolean female) {
        int sequence = (index * 2 + (female ? 0 : 1)) % 1000;
        var body = "99%04d".formatted(index / 500 % 10_000)
                + born.format(DateTimeFormatter.BASIC_ISO_DATE)
                + "%03d".formatted(sequence);
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            sum += (body.charAt(i) - '0') * IDENTITY_WEIGHTS[i];
        }
        return body + IDENTITY_CHECK.charAt(sum % IDENTITY_CHECK.length());
    }

    /** A unified social credit code (GB 32100) of an enterprise. */
    static String creditCode(int index) {
        var body = "91990000MA%07d".formatted(index);
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < body.length(); i++) {
            sum += CREDIT_ALPHABET.indexOf(body.charAt(i)) * weight;
            weight = weight * 3 % CREDIT_MODULUS;
        }
        int check = (CREDIT_MODULUS - sum % CREDIT_MODULUS) % CREDIT_MODULUS;
        return body + CREDIT_ALPHABET.charAt(check);
    }

    /** A mobile of the block 1990000xxxx. */
    static String mobile(int index) {
        return "1990000%04d".formatted(index);
    }
}
