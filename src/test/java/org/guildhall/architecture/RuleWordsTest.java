package org.guildhall.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleWordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"problems", "problems_zh_TW", "problems_en"})
    void everyRuleThatAFieldBearsIsSpokenInEveryLanguage(String file) throws IOException {
        var words = words(file);
        var rules = rules();
        assertThat(rules).contains("rule.min", "rule.digits", "rule.not-blank");
        assertThat(rules)
                .allSatisfy(rule -> assertThat(words.getProperty(rule))
                        .as("%s in %s", rule, file)
                        .isNotBlank());
    }

    private static Set<String> rules() {
        var rules = new TreeSet<String>();
        var classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.guildhall");
        for (var type : classes) {
            Stream.concat(type.getFields().stream(), type.getMethods().stream())
                    .flatMap(member -> member.getAnnotations().stream())
                    .map(JavaAnnotation::getRawType)
                    .filter(annotation -> annotation.getPackageName().equals("jakarta.validation.constraints"))
                    .forEach(annotation -> rules.add("rule."
                            + annotation
                                    .getSimpleName()
                                    .replaceAll("([a-z])([A-Z])", "$1-$2")
                                    .toLowerCase(Locale.ROOT)));
        }
        return rules;
    }

    private static Properties words(String file) throws IOException {
        var words = new Properties();
        try (var in = Objects.requireNonNull(
                        RuleWordsTest.class.getResourceAsStream("/words/" + file + ".properties"));
                var text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            words.load(text);
        }
        return words;
    }
}
