package org.guildhall.intake.cleaning;

import java.util.Locale;
import org.guildhall.intake.Rule;

/** Cleans free text: full-width Latin becomes half-width, runs of blanks one blank, control characters vanish. */
public final class Texts {

    private Texts() {}

    /** The text in one line, bounded. */
    public static Cleaned<String> clean(String raw, int mostCharacters) {
        var text = isPlain(raw) ? raw : squeezed(halfWidth(raw));
        if (text.isEmpty()) {
            return Cleaned.blank();
        }
        return text.length() > mostCharacters ? Cleaned.bad(Rule.TEXT_TOO_LONG) : Cleaned.value(text);
    }

    /** An e-mail address in lower case. */
    public static Cleaned<String> email(String raw) {
        var text = squeezed(halfWidth(raw)).replace(" ", "").toLowerCase(Locale.ROOT);
        if (text.isEmpty()) {
            return Cleaned.blank();
        }
        int at = text.indexOf('@');
        boolean shaped = at > 0 && at == text.lastIndexOf('@') && text.indexOf('.', at) > at + 1;
        return shaped
                        && !text.endsWith(".")
                        && text.length() <= 254
                        && text.chars().allMatch(c -> c > ' ' && c < 0x7f)
                ? Cleaned.value(text)
                : Cleaned.bad(Rule.EMAIL_UNREADABLE);
    }

    /** Full-width digits, letters and signs as their ordinary forms; Chinese characters stay. */
    static String halfWidth(String raw) {
        var out = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c >= '\uff01' && c <= '\uff5e') {
                out.append((char) (c - 0xfee0));
            } else if (c == '\u3000' || c == '\u00a0') {
                out.append(' ');
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static String squeezed(String text) {
        var out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean blank = c <= ' ';
            boolean invisible = c == '\u200b' || c == '\ufeff' || c == 0x7f;
            if (blank && !out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
                out.append(' ');
            } else if (!blank && !invisible) {
                out.append(c);
            }
        }
        return out.toString().strip();
    }

    private static boolean isPlain(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c <= ' ' || c >= 0x7f) {
                return false;
            }
        }
        return true;
    }
}
