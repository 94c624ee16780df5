package org.guildhall.intake.cleaning;

import org.guildhall.intake.Rule;

/**
 * Cleans phone numbers into E.164: a Chinese mobile in any dress ({@code 138-0013 8000}, {@code 0086…}, {@code 86…}, full-width,
 * {@code 13800138000.0} from a spreadsheet) or any number that names its country with {@code +}.
 */
public final class Phones {

    private static final int CHINESE_MOBILE_DIGITS = 11;

    private Phones() {}

    /** The number, or why it is none. */
    public static Cleaned<String> clean(String raw) {
        if (raw.isEmpty()) {
            return Cleaned.blank();
        }
        var text = Texts.halfWidth(raw).strip();
        if (text.endsWith(".0")) {
            text = text.substring(0, text.length() - 2);
        }
        boolean international = text.startsWith("+");
        var digits = new StringBuilder(16);
        for (int i = international ? 1 : 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            } else if (" -().\t'/".indexOf(c) < 0) {
                return Cleaned.bad(Rule.PHONE_UNREADABLE);
            }
        }
        return numbered(digits.toString(), international);
    }

    private static Cleaned<String> numbered(String digits, boolean international) {
        if (digits.isEmpty() || digits.chars().allMatch(c -> c == '0')) {
            return Cleaned.blank();
        }
        var rest = digits.startsWith("00") ? digits.substring(2) : digits;
        boolean named = international || rest.length() < digits.length();
        if (isChineseMobile(rest) && !named) {
            return Cleaned.value("+86" + rest);
        }
        if (rest.startsWith("86") && isChineseMobile(rest.substring(2))) {
            return Cleaned.value("+" + rest);
        }
        boolean foreign = named && !rest.startsWith("86") && rest.length() >= 8 && rest.length() <= 15;
        return foreign && rest.charAt(0) != '0' ? Cleaned.value("+" + rest) : Cleaned.bad(Rule.PHONE_UNREADABLE);
    }

    private static boolean isChineseMobile(String digits) {
        return digits.length() == CHINESE_MOBILE_DIGITS && digits.charAt(0) == '1' && digits.charAt(1) >= '3';
    }
}
