package org.guildhall.intake.runs;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.guildhall.intake.Rejection;
import org.guildhall.intake.RejectionView;
import org.jspecify.annotations.Nullable;

/** What is wrong with a row and how to mend it, in the reader's language. */
final class RuleTexts {

    private RuleTexts() {}

    static RejectionView view(Rejection rejection, Locale language) {
        return new RejectionView(
                rejection.row(),
                rejection.field(),
                rejection.value(),
                rejection.rule(),
                problem(rejection, language),
                text(language, rejection.rule().name() + ".remedy"));
    }

    /** The head of the sheet of rejected rows. */
    static List<String> head(Locale language) {
        return Arrays.stream(new String[] {"row", "field", "value", "problem", "remedy"})
                .map(column -> text(language, "head." + column))
                .toList();
    }

    /** One line of that sheet. */
    static List<@Nullable Object> row(Rejection rejection, Locale language) {
        var field = rejection.field();
        return Arrays.asList(
                rejection.row(),
                field == null ? null : text(language, "field." + field.name()),
                rejection.value(),
                problem(rejection, language),
                text(language, rejection.rule().name() + ".remedy"));
    }

    private static String problem(Rejection rejection, Locale language) {
        var code = rejection.facts().get("code");
        var text = text(language, rejection.rule().name());
        return code == null ? text : text + " (" + code + ")";
    }

    private static String text(Locale language, String key) {
        return ResourceBundle.getBundle("org.guildhall.intake.rules", supported(language))
                .getString(key);
    }

    private static Locale supported(Locale language) {
        if (language.getLanguage().equals("en")) {
            return Locale.ENGLISH;
        }
        boolean traditional = language.getCountry().equals("TW")
                || language.getCountry().equals("HK")
                || language.getScript().equals("Hant");
        return traditional ? Locale.TAIWAN : Locale.CHINA;
    }
}
