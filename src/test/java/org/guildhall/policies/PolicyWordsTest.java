package org.guildhall.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Every field, choice and word of every kind of policy has a name in every language, so that the editor shows no code. */
@GuildhallTest
class PolicyWordsTest {

    private static final Path LOCALES = Path.of("web/apps/console/src/features/policies/locales");

    @Autowired
    TestStaff staff;

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "zh-TW", "en"})
    void whatever_a_policy_holds_is_called_something(String language) throws IOException {
        var text = Files.readString(LOCALES.resolve(language + ".ts"));
        var fields = text.substring(text.indexOf("  form: {"), text.indexOf("  formHint: {"));
        var lead = staff.logIn("lead");
        var missing = new ArrayList<String>();
        for (var kind : lead.get("/api/policies").json()) {
            var form = lead.get("/api/policies/" + kind.path("kind").asString())
                    .json()
                    .path("form");
            form.path("types").properties().forEach(type -> {
                var block = block(fields, type.getKey().replace('.', '_')) + block(fields, "any");
                for (var field : type.getValue().path("fields")) {
                    need(missing, block, field.path("name").asString(), type.getKey());
                    words(field).forEach(word -> need(missing, block(text, "option"), word, "option"));
                }
                type.getValue()
                        .path("variants")
                        .propertyNames()
                        .forEach(variant -> need(missing, text, variant, type.getKey()));
            });
        }
        assertThat(missing).isEmpty();
    }

    private static List<String> words(JsonNode field) {
        var words = new ArrayList<String>();
        field.path("options").forEach(option -> words.add(option.asString()));
        field.path("items").path("options").forEach(option -> words.add(option.asString()));
        return words;
    }

    private static void need(List<String> missing, String block, String name, String where) {
        if (!Pattern.compile("['\\s,{]" + Pattern.quote(name) + "'?:")
                .matcher(block)
                .find()) {
            missing.add(where + " " + name);
        }
    }

    /** What stands in the braces after a name. */
    private static String block(String text, String name) {
        var found =
                Pattern.compile("\\b" + Pattern.quote(name) + ": \\{([^}]*)}").matcher(text);
        return found.find() ? " " + found.group(1) : "";
    }
}
