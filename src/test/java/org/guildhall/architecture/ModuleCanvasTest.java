package org.guildhall.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.guildhall.GuildhallApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.util.ApplicationModulesExporter;
import org.springframework.modulith.docs.Documenter;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps {@code docs/modules} the canvases of the modules as they are; {@code -Dguildhall.write=true} writes them anew. */
class ModuleCanvasTest {

    private static final Path DOCUMENTS = Path.of("docs/modules");

    private static final Path LIST = Path.of("src/main/resources/META-INF/spring-modulith/application-modules.json");

    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    Path folder;

    @Test
    void showsEachModuleAsItIs() throws IOException {
        new Documenter(
                        modules(),
                        Documenter.Options.defaults()
                                .withOutputFolder(folder.toString())
                                .withoutClean())
                .writeModuleCanvases();
        var generated = read(folder);
        if (Boolean.getBoolean("guildhall.write")) {
            write(generated);
        }
        assertThat(read(DOCUMENTS))
                .as("docs/modules is stale; run this test with -Dguildhall.write=true")
                .isEqualTo(generated);
    }

    /** The application reads it when it starts, instead of all its classes, which takes seconds. */
    @Test
    void theListOfModulesThatIsReadAtTheStartIsTheirList() throws IOException {
        var list = sorted(new ApplicationModulesExporter(modules()).toJson());
        if (Boolean.getBoolean("guildhall.write")) {
            Files.createDirectories(LIST.getParent());
            Files.writeString(LIST, list);
        }
        assertThat(Files.readString(LIST))
                .as("stale; run this test with -Dguildhall.write=true")
                .isEqualTo(list);
    }

    /** The modules in the order in which they start, what each uses by name: two writings of the same modules are equal. */
    private static String sorted(String list) {
        var modules = JSON.readValue(list, new TypeReference<LinkedHashMap<String, TreeMap<String, Object>>>() {});
        modules.values().forEach(module -> module.computeIfPresent("dependencies", (name, uses) -> sorted(uses)));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(modules) + "\n";
    }

    private static Collection<Use> sorted(Object uses) {
        var byTarget = new TreeMap<String, Use>();
        for (var use : JSON.convertValue(uses, Use[].class)) {
            byTarget.put(use.target, new Use(use.target, new TreeSet<>(use.types)));
        }
        return byTarget.values();
    }

    private record Use(String target, SortedSet<String> types) {}

    private static ApplicationModules modules() {
        return ApplicationModules.of(
                GuildhallApplication.class, JavaClass.Predicates.resideInAPackage("org.guildhall.jooq.."));
    }

    private static void write(Map<String, String> files) throws IOException {
        Files.createDirectories(DOCUMENTS);
        try (var old = Files.list(DOCUMENTS)) {
            for (var file : old.toList()) {
                Files.delete(file);
            }
        }
        for (var file : files.entrySet()) {
            Files.writeString(DOCUMENTS.resolve(file.getKey()), file.getValue());
        }
    }

    private static Map<String, String> read(Path folder) throws IOException {
        var texts = new TreeMap<String, String>();
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return texts;
    }
}
