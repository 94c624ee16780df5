package org.guildhall.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Refusal;
import org.guildhall.platform.FileWords;
import org.jspecify.annotations.Nullable;

/**
 * What a refusal says to a person, in the language of the request: the words of the screens, which are the same files, with
 * the facts filled in; for invalid input field by field.
 */
final class Sentences {

    private static final Pattern FACT = Pattern.compile("\\{(\\w+)}");

    private final FileWords words;

    private Sentences(FileWords words) {
        this.words = words;
    }

    /** In the language that the request asks for: zh-CN if it asks for none, en if it asks for one that we do not speak. */
    static Sentences in(HttpServletRequest request) {
        return new Sentences(FileWords.of(
                "problems", request.getHeader("Accept-Language") == null ? null : spoken(request.getLocale())));
    }

    private static String spoken(Locale asked) {
        if (!asked.getLanguage().equals("zh")) {
            return "en";
        }
        boolean traditional =
                asked.getScript().equals("Hant") || asked.getCountry().matches("TW|HK|MO");
        return traditional ? "zh-TW" : "zh-CN";
    }

    String of(Refusal.Reason reason) {
        var sentence = words.find(reason.code())
                .map(text -> filled(text, reason.told()))
                .orElse(reason.code());
        var fields = reason.fields().stream().map(this::of).collect(Collectors.joining(" "));
        return fields.isEmpty() ? sentence : sentence + " " + fields;
    }

    private String of(Refusal.Field field) {
        var facts = new HashMap<String, @Nullable Object>(field.facts());
        facts.putIfAbsent("value", field.value()); // of a bound, the value that is allowed
        var rule = words.find("rule." + field.rule() + "." + field.facts().get("expected"))
                .or(() -> words.find("rule." + field.rule()))
                .map(text -> filled(text, facts))
                .orElse(field.rule());
        return "[" + field.field() + "] " + rule;
    }

    private String filled(String text, Map<String, ? extends @Nullable Object> facts) {
        return FACT.matcher(text)
                .replaceAll(fact -> Matcher.quoteReplacement(told(fact.group(1), facts.get(fact.group(1)))));
    }

    /** A fact in words: a code by what it is called, where it is called anything. */
    private String told(String name, @Nullable Object fact) {
        return switch (fact) {
            case null -> "—";
            case Money money ->
                money.decimal().toPlainString() + " " + money.currency().getCurrencyCode();
            case Collection<?> several ->
                several.stream().map(one -> told(name, one)).collect(Collectors.joining(", "));
            case Enum<?> code -> words.word("word." + name, EnumNames.nameOf(code));
            case Object other -> words.word("word." + name, other.toString());
        };
    }
}
