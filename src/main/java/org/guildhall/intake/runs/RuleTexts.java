package org.guildhall.intake.runs;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guildhall.intake.Rejection;
import org.guildhall.intake.RejectionView;
import org.guildhall.intake.profiling.ErrorFile;
import org.guildhall.platform.Sheets;
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

    /** The head of our columns in the sheet of rejected rows. */
    static List<String> head(Locale language) {
        return ErrorFile.head(supported(language));
    }

    /** What that sheet says of one row, all its faults together. */
    static List<@Nullable Object> line(List<Rejection> faults, Locale language) {
        return Arrays.asList(
                faults.getFirst().row(),
                joined(faults, language, fault -> {
                    var field = fault.field();
                    return field == null ? "" : text(language, "field." + field.name());
                }),
                joined(faults, language, fault -> fault.value() == null ? "" : fault.value()),
                joined(faults, language, fault -> text(language, key(fault, language))),
                joined(faults, language, fault -> text(language, key(fault, language) + ".remedy")));
    }

    private static String joined(List<Rejection> faults, Locale language, Function<Rejection, String> part) {
        return faults.stream().map(part).distinct().collect(Collectors.joining(text(language, "between")));
    }

    /** What the sheet is called: after the file that the rows come from. */
    static String fileName(String original, Locale language, Sheets.Format format) {
        var stem = original.replaceFirst("(?i)([.](csv|tsv|txt|xlsx))?([.]gz)?$", "");
        return text(language, "file.rejected") + "-" + (stem.isEmpty() ? "file" : stem) + format.suffix();
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
