package org.guildhall.intake.cleaning;

import java.util.Locale;
import org.guildhall.intake.Rule;

/** Cleans genders in the words of Chinese and English systems into FEMALE, MALE or OTHER. */
final class Genders {

    private Genders() {}

    static Cleaned<String> clean(String raw) {
        return switch (Texts.halfWidth(raw).strip().toLowerCase(Locale.ROOT)) {
            case "", "unknown", "未知", "保密", "不详", "不詳", "-" -> Cleaned.blank();
            case "f", "female", "w", "woman", "ms", "mrs", "女", "女士", "小姐", "2" -> Cleaned.value("FEMALE");
            case "m", "male", "man", "mr", "男", "先生", "1" -> Cleaned.value("MALE");
            case "other", "其他", "x" -> Cleaned.value("OTHER");
            default -> Cleaned.bad(Rule.GENDER_UNKNOWN);
        };
    }
}
