package org.guildhall.intake.runs;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.stream.Stream;
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
                text(language, key(rejection, language)),
                text(language, key(rejection, language) + ".remedy"));
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
                text(language, key(rejection, language)),
                text(language, key(rejection, language) + ".remedy"));
    }

    /** A refusal of another module is told by its own words, and by those of the rule when it has none. */
    private static String key(Rejection rejection, Locale language) {
        var rule = rejection.rule().name();
        return Stream.of("code", "rule")
                .map(rejection.facts()::get)
                .filter(Objects::nonNull)
                .map(fact -> rule + "." + fact)
                .filter(texts(language)::containsKey)
                .findFirst()
                .orElse(rule);
    }

    private static String text(Locale language, String key) {
        return texts(language).getString(key);
    }

    private static ResourceBundle texts(Locale language) {
        return ResourceBundle.getBundle("org.guildhall.intake.rules", supported(language));
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
