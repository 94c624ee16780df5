package org.guildhall.intake.profiling;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** The columns that the file of rejected rows puts before those of the original, known again when the file comes back. */
public final class ErrorFile {

    private static final List<Locale> LANGUAGES = List.of(Locale.CHINA, Locale.TAIWAN, Locale.ENGLISH);
    private static final List<String> COLUMNS = List.of("row", "field", "value", "problem", "remedy");

    private ErrorFile() {}

    /** The names of those columns, in one of the three languages. */
    public static List<String> head(Locale language) {
        var texts = ResourceBundle.getBundle("org.guildhall.intake.rules", language);
        return COLUMNS.stream().map(column -> texts.getString("head." + column)).toList();
    }

    /** How many of the first columns are ours: all of them or none. */
    public static int leading(List<String> names) {
        var ours = Stream.of(names)
                .filter(all -> all.size() > COLUMNS.size())
                .map(all -> all.subList(0, COLUMNS.size()).stream()
                        .map(name -> name.strip().replaceFirst(" \\(\\d+\\)$", ""))
                        .toList());
        return ours.anyMatch(first -> LANGUAGES.stream().map(ErrorFile::head).anyMatch(first::equals))
                ? COLUMNS.size()
                : 0;
    }
}
