package org.guildhall.members.identification;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** Mobile numbers in E.164: Chinese ones in any common way of writing, others with their country code. */
public final class Mobiles {

    private static final Pattern CHINESE = Pattern.compile("(?:\\+?86|0086)?(1[3-9]\\d{9})");
    private static final Pattern INTERNATIONAL = Pattern.compile("(?:\\+|00)([1-9]\\d{6,14})");

    private Mobiles() {}

    /** The number in E.164, if it is one. */
    public static Optional<String> normalise(String given) {
        var compact = Normalizer.normalize(given, Normalizer.Form.NFKC).replaceAll("[\\s()./\\-\\u2010-\\u2015]", "");
        var chinese = CHINESE.matcher(compact);
        if (chinese.matches()) {
            return Optional.of("+86" + chinese.group(1));
        }
        var international = INTERNATIONAL.matcher(compact);
        if (international.matches() && !international.group(1).startsWith("86")) {
            return Optional.of("+" + international.group(1));
        }
        return Optional.empty();
    }

    /** How people write the stored number: without the country code when it is Chinese. */
    public static String shown(String stored) {
        return stored.startsWith("+86") ? stored.substring(3) : stored;
    }
}
