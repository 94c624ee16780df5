package org.guildhall.platform;

import java.security.SecureRandom;
import java.util.Locale;

/**
 * Codes that people read off and type: random characters nobody mistakes for others (five bits each) and a check character by
 * Luhn's algorithm over 32, which notices any one wrong character and most swaps of neighbours.
 *
 * @param random how many random characters a code has
 */
public record ReadableCodes(int random) {

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int GROUP = 4;
    private static final SecureRandom SOURCE = new SecureRandom();

    /** A new code, without its hyphens. */
    public String next() {
        var code = new StringBuilder();
        for (int i = 0; i < random; i++) {
            code.append(LETTERS.charAt(SOURCE.nextInt(LETTERS.length())));
        }
        return code.append(check(code)).toString();
    }

    /** What was typed or scanned, as codes are kept: capitals without spaces and hyphens, O, I and L as the digits they look like. */
    public static String normal(String typed) {
        return typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    /** Whether a code kept in this form can exist. */
    public boolean wellFormed(String code) {
        return code.length() == random + 1
                && code.chars().allMatch(c -> LETTERS.indexOf(c) >= 0)
                && check(code.substring(0, random)) == code.charAt(random);
    }

    /** The code in groups of four. */
    public static String shown(String code) {
        var groups = new StringBuilder(code);
        for (int at = (code.length() - 1) / GROUP * GROUP; at > 0; at -= GROUP) {
            groups.insert(at, '-');
        }
        return groups.toString();
    }

    private static char check(CharSequence characters) {
        int size = LETTERS.length();
        int sum = 0;
        for (int i = 0; i < characters.length(); i++) {
            int value = LETTERS.indexOf(characters.charAt(i)) * (i % 2 == 0 ? 2 : 1);
            sum += value / size + value % size;
        }
        return LETTERS.charAt((size - sum % size) % size);
    }
}
