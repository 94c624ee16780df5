package org.guildhall.members.identification;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Unified social credit codes after GB 32100: 18 characters of an alphabet without I, O, S, V and Z, the last one a check
 * (weights 3^i modulo 31). Some genuine codes from before the standard fail the check, so a wrong one is a warning only.
 */
public final class CreditCodes {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{2}\\d{6}[" + ALPHABET + "]{10}");

    private CreditCodes() {}

    /** Without spaces and hyphens, in capitals. */
    public static String normalise(String given) {
        return given.replaceAll("[\\s\\-]", "").toUpperCase(Locale.ROOT);
    }

    /** Whether the normalised code has the form of one. */
    public static boolean wellFormed(String code) {
        return FORM.matcher(code).matches();
    }

    /** Whether the check character of a well-formed code is right. */
    public static boolean checks(String code) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return ALPHABET.charAt((31 - sum % 31) % 31) == code.charAt(17);
    }
}
