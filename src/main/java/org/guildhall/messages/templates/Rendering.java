package org.guildhall.messages.templates;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.guildhall.kernel.Refusal;
import org.guildhall.messages.Channel;
import org.guildhall.messages.Language;
import org.guildhall.messages.MessagePolicy;
import org.guildhall.messages.MessageReason;
import org.guildhall.messages.PreviewView;
import org.guildhall.messages.Recipient;
import org.guildhall.messages.TemplateText;
import org.guildhall.messages.Variable;
import org.guildhall.messages.VariableType;
import org.jspecify.annotations.Nullable;

/** Makes a text of a template's words, a recipient and facts: a pure function, so that what was sent can be shown again. */
public final class Rendering {

    /** What every text may use, whatever its reason. */
    static final List<Variable> EVERYBODYS = List.of(
            new Variable("name", VariableType.TEXT, false),
            new Variable("number", VariableType.TEXT, false),
            new Variable("sender", VariableType.TEXT, false),
            new Variable("unsubscribe", VariableType.TEXT, false));

    static final Pattern USE = Pattern.compile("\\{\\{\\s*([A-Za-z][A-Za-z0-9]*)\\s*}}");

    private static final Map<Language, String> NAMELESS =
            Map.of(Language.ZH_CN, "会员", Language.ZH_TW, "會員", Language.EN, "Member");

    private Rendering() {}

    /** The names that a text uses, in order. */
    static Set<String> uses(@Nullable String text) {
        var names = new LinkedHashSet<String>();
        Matcher found = USE.matcher(text == null ? "" : text);
        while (found.find()) {
            names.add(found.group(1));
        }
        return names;
    }

    /** The text for the language, or simplified Chinese, which is always there. */
    public static TemplateText choose(List<TemplateText> texts, Language language) {
        return texts.stream()
                .filter(text -> text.language() == language)
                .findFirst()
                .orElseGet(() -> texts.stream()
                        .filter(text -> text.language() == Language.ZH_CN)
                        .findFirst()
                        .orElseThrow());
    }

    /** Which facts the texts need are missing or of another type. */
    public static List<Refusal.Field> broken(
            MessageReason reason, List<TemplateText> texts, Map<String, Object> facts) {
        var used = new LinkedHashSet<String>();
        texts.forEach(text -> {
            used.addAll(uses(text.subject()));
            used.addAll(uses(text.body()));
        });
        var broken = new ArrayList<Refusal.Field>();
        for (var variable : reason.variables()) {
            var value = facts.get(variable.name());
            if (value == null && used.contains(variable.name())) {
                broken.add(new Refusal.Field("facts." + variable.name(), null, "required"));
            } else if (value != null && !Wording.fits(variable.type(), value)) {
                broken.add(new Refusal.Field(
                        "facts." + variable.name(),
                        value.toString(),
                        "type",
                        Map.of("expected", sort(variable.type()))));
            }
        }
        facts.keySet().stream()
                .filter(name -> reason.variables().stream()
                        .noneMatch(variable -> variable.name().equals(name)))
                .sorted()
                .forEach(name -> broken.add(new Refusal.Field("facts." + name, null, "known")));
        return broken;
    }

    private static String sort(VariableType type) {
        return switch (type) {
            case TEXT -> "text";
            case COUNT -> "integer";
            case MONEY -> "money";
            case DATE -> "date";
            case LOTS -> "list";
        };
    }

    /** The text with its variables filled in; what has no value stands as it is written. */
    public static PreviewView.Shown render(Channel channel, TemplateText text, MessageReason reason, Values values) {
        var words = values.words(reason, text.language());
        var subject = text.subject() == null ? null : fill(text.subject(), words);
        var body = fill(text.body(), words);
        return new PreviewView.Shown(
                text.language(), subject, body, body.length(), channel == Channel.SMS ? SmsParts.of(body) : null);
    }

    /** What fills the variables in: whom it is for, what is told, and how the company signs. */
    public record Values(Recipient recipient, Map<String, Object> facts, MessagePolicy policy) {

        Map<String, String> words(MessageReason reason, Language language) {
            var words = new LinkedHashMap<String, String>();
            var name = recipient.name();
            words.put("name", name == null ? java.util.Objects.requireNonNull(NAMELESS.get(language)) : name);
            words.put("number", recipient.number());
            words.put("sender", policy.sender());
            words.put("unsubscribe", policy.optOut().in(language));
            for (var variable : reason.variables()) {
                var value = facts.get(variable.name());
                if (value != null && Wording.fits(variable.type(), value)) {
                    words.put(variable.name(), Wording.of(variable.type(), value, language));
                }
            }
            return words;
        }
    }

    private static String fill(String text, Map<String, String> words) {
        return USE.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(words.getOrDefault(found.group(1), found.group())));
    }
}
