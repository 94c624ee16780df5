package org.guildhall.members.identification;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Resident identity numbers after GB 11643: 17 digits and a check character (weights 7 9 10 5 8 4 2 1 6 3 7 9 10 5 8 4 2, modulo 11);
 * permits that begin with 81, 82, 83 or 9 have the same form.
 */
public final class ResidentIds {

    private static final Pattern FORM = Pattern.compile("\\d{17}[\\dX]");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    private ResidentIds() {}

    /** Without spaces, with a capital X. */
    public static String normalise(String given) {
        return given.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }

    /** Whether the normalised number has the form, a real day of birth and the right check character. */
    public static boolean valid(String number) {
        return FORM.matcher(number).matches() && hasDayOfBirth(number) && check(number) == number.charAt(17);
    }

    /** The check character that belongs to the first 17 digits. */
    public static char check(String number) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (number.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % 11);
    }

    private static boolean hasDayOfBirth(String number) {
        try {
            var born = LocalDate.of(
                    Integer.parseInt(number.substring(6, 10)),
                    Integer.parseInt(number.substring(10, 12)),
                    Integer.parseInt(number.substring(12, 14)));
            return born.getYear() >= 1850;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
