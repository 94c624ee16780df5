package org.guildhall.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.guildhall.kernel.Refusal;
import org.guildhall.platform.web.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Keeps {@code docs/problems.md} the list of all problem codes, and sees that the screens have words for each in every
 * language. Run with {@code -Dguildhall.write=true} to write the file anew.
 */
class ProblemsDocumentTest {

    private static final Path DOCUMENT = Path.of("docs/problems.md");
    private static final Path TEXTS = Path.of("web/packages/i18n/src/problems");

    private record Line(String code, int status, String facts, String meaning) {}

    @Test
    void listsEveryProblem() throws Exception {
        var document = new StringBuilder("""
                # Problems

                Every refusal is answered as `application/problem+json` (RFC 9457) with one of these stable codes. `facts` are the \
                named values of the sentence; `fields` lists the offending input, each with its value and rule. This file is \
                generated from the code.

                | code | status | facts | meaning |
                |---|---|---|---|
                """);
        for (var line : problems().values()) {
            document.append("| `%s` | %d | %s | %s |%n".formatted(line.code, line.status, line.facts, line.meaning));
        }
        if (Boolean.getBoolean("guildhall.write")) {
            Files.writeString(DOCUMENT, document);
        }
        assertThat(Files.readString(DOCUMENT))
                .as("docs/problems.md is stale; run this test with -Dguildhall.write=true")
                .isEqualTo(document.toString());
    }

    @Test
    void hasWordsForEveryProblemInEveryLanguage() throws Exception {
        var texts = new StringBuilder();
        try (var files = Files.list(TEXTS)) {
            for (var file : files.toList()) {
                texts.append(Files.readString(file));
            }
        }
        assertThat(problems().keySet())
                .allSatisfy(code -> assertThat(occurrences(texts.toString(), code))
                        .as("texts of " + code + " in zh-CN, zh-TW and en")
                        .isGreaterThanOrEqualTo(3));
    }

    private static int occurrences(String text, String code) {
        return (int) Pattern.compile("['\"]" + Pattern.quote(code) + "['\"]\\s*:")
                .matcher(text)
                .results()
                .count();
    }

    private static Map<String, Line> problems() throws Exception {
        var lines = new TreeMap<String, Line>();
        var classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.guildhall");
        for (JavaClass found : classes) {
            var type = found.reflect();
            if (type.isRecord() && Refusal.Reason.class.isAssignableFrom(type)) {
                for (var reason : samples(type)) {
                    lines.put(reason.code(), line(type, reason));
                }
            }
        }
        return lines;
    }

    /** The first sentences of the record's Javadoc. */
    private static String meaning(Class<?> type) throws IOException {
        Class<?> outer = type;
        while (outer.getEnclosingClass() != null) {
            outer = outer.getEnclosingClass();
        }
        var source = Files.readString(Path.of("src/main/java", outer.getName().replace('.', '/') + ".java"));
        var javadoc = Pattern.compile(
                        "/\\*\\*((?:(?!\\*/)[\\s\\S])*)\\*/\\s*(?:public )?record " + type.getSimpleName() + "\\(")
                .matcher(source);
        assertThat(javadoc.find()).as("Javadoc of " + type.getName()).isTrue();
        return javadoc.group(1)
                .replaceAll("\\n\\s*\\*", " ")
                .replaceAll("\\{@\\w+ ([^}]*)}", "$1")
                .replace("|", "\\|")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static Line line(Class<?> type, Refusal.Reason reason) throws IOException {
        var facts = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .filter(name -> !name.equals("fields"))
                .toList();
        return new Line(
                reason.code(),
                Problem.status(reason.kind()),
                facts.isEmpty() ? "" : "`" + String.join("`, `", facts) + "`",
                meaning(type));
    }

    /** Instances with plain values: a code depends on nothing, or on one enumerated component. */
    private static List<Refusal.Reason> samples(Class<?> type) throws ReflectiveOperationException {
        var components = type.getRecordComponents();
        Constructor<?> constructor = type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        constructor.setAccessible(true);
        var values = new @Nullable Object[components.length];
        int enumerated = -1;
        for (int i = 0; i < components.length; i++) {
            values[i] = plain(components[i].getType());
            enumerated = components[i].getType().isEnum() ? i : enumerated;
        }
        if (enumerated < 0) {
            return List.of((Refusal.Reason) constructor.newInstance(values));
        }
        var reasons = new ArrayList<Refusal.Reason>();
        for (var constant : components[enumerated].getType().getEnumConstants()) {
            values[enumerated] = constant;
            reasons.add((Refusal.Reason) constructor.newInstance(values));
        }
        return reasons;
    }

    private static @Nullable Object plain(Class<?> type) {
        if (type.isPrimitive()) {
            return Array.get(Array.newInstance(type, 1), 0);
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type == String.class) {
            return "";
        }
        if (List.class.isAssignableFrom(type)) {
            return List.of();
        }
        if (Map.class.isAssignableFrom(type)) {
            return Map.of();
        }
        return null;
    }
}
