package org.guildhall.members.identification;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Member numbers: given ones in one form, generated ones closed by a Luhn digit so that a slip of one digit is noticed. */
public final class MemberNumbers {

    private static final Pattern FORM = Pattern.compile("[A-Z0-9][A-Z0-9._/\\-]{0,39}");

    private MemberNumbers() {}

    /** The one form in which a number is stored and compared. */
    public static String normalise(String given) {
        return Normalizer.normalize(given, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
    }

    /** Whether the normalised number can be a member number. */
    public static boolean wellFormed(String number) {
        return FORM.matcher(number).matches();
    }

    /** The generated number for the n-th member: prefix, n padded to the digits, check digit over all digits. */
    public static String generated(String prefix, int digits, long n) {
        var body = new StringBuilder(Long.toString(n));
        while (body.length() < digits) {
            body.insert(0, '0');
        }
        var number = prefix + body;
        return number + luhn(number);
    }

    /** Whether the last digit is the Luhn digit of the digits before it. */
    public static boolean checks(String number) {
        int last = number.length() - 1;
        return last > 0 && number.charAt(last) - '0' == luhn(number.substring(0, last));
    }

    private static int luhn(String number) {
        int sum = 0;
        boolean twice = true;
        for (int i = number.length() - 1; i >= 0; i--) {
            int digit = number.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                continue;
            }
            int value = twice ? digit * 2 : digit;
            sum += value > 9 ? value - 9 : value;
            twice = !twice;
        }
        return (10 - sum % 10) % 10;
    }
}
