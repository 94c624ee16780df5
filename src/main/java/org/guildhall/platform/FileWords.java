package org.guildhall.platform;

import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * The words of one module's files in the reader's language: zh-CN unless it is zh-TW or en. They are kept under
 * {@code words/<module>}, the same keys in each language.
 */
public final class FileWords {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Locale language;
    private final ResourceBundle words;

    private FileWords(String module, Locale language) {
        this.language = language;
        this.words = ResourceBundle.getBundle("words." + module, language, NO_FALLBACK);
    }

    /** The module's words; refused by a {@link MissingResourceException} if it has none. */
    public static FileWords of(String module, @Nullable String language) {
        return new FileWords(
                module,
                switch (language) {
                    case "zh-TW" -> Locale.TRADITIONAL_CHINESE;
                    case "en" -> Locale.ENGLISH;
                    case null, default -> Locale.ROOT;
                });
    }

    /** The headings of a sheet, from left to right. */
    public List<String> head(String sheet) {
        return List.of(words.getString("head." + sheet).split("\\|", -1));
    }

    /** What the code is called; a code of somebody else's making that has no word is given as it is. */
    public String word(String kind, String code) {
        var key = kind + "." + code;
        return words.containsKey(key) ? words.getString(key) : code;
    }

    /** The text of this key, if there is one. */
    public Optional<String> find(String key) {
        return words.containsKey(key) ? Optional.of(words.getString(key)) : Optional.empty();
    }

    /** The one of these names that is in the reader's language; the first where that has none. */
    public String choose(String name, @Nullable String traditional, @Nullable String english) {
        var own = language.equals(Locale.TRADITIONAL_CHINESE)
                ? traditional
                : language.equals(Locale.ENGLISH) ? english : null;
        return own == null ? name : own;
    }

    /** What the value is called: {@code ON_SALE} is looked up as {@code on-sale}. */
    public String word(String kind, Enum<?> value) {
        return words.getString(
                kind + "." + value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
