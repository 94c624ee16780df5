package org.guildhall.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps {@code docs/openapi.json} the description of the API as it is. Run with {@code -Dguildhall.write=true} to write it
 * anew, then {@code npm run gen:api} in {@code web}.
 */
@GuildhallTest
class OpenApiTest {

    private static final Path DOCUMENT = Path.of("docs/openapi.json");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private final TestStaff staff;

    OpenApiTest(@Autowired TestStaff staff) {
        this.staff = staff;
    }

    @Test
    void describesTheApiAsItIs() throws Exception {
        var document = (ObjectNode) staff.logIn("lead").get("/v3/api-docs").json();
        document.remove("servers");
        var text = JSON.writeValueAsString(JSON.treeToValue(document, Object.class)) + "\n";
        if (Boolean.getBoolean("guildhall.write")) {
            Files.writeString(DOCUMENT, text);
        }
        var committed = Files.readAllLines(DOCUMENT);
        var live = text.lines().toList();
        int same = 0;
        while (same < Math.min(committed.size(), live.size())
                && committed.get(same).equals(live.get(same))) {
            same++;
        }
        assertThat(around(live, same))
                .as("docs/openapi.json is stale from line %d on; run this test with -Dguildhall.write=true", same + 1)
                .isEqualTo(around(committed, same));
        assertThat(live).hasSameSizeAs(committed);
    }

    /** A few lines from the first difference on: the whole document would bury it. */
    private static List<String> around(List<String> lines, int difference) {
        return lines.subList(Math.min(difference, lines.size()), Math.min(difference + 8, lines.size()));
    }

    @Test
    void namesEveryOperationOnce() {
        var names = new ArrayList<String>();
        for (JsonNode path : staff.logIn("lead").get("/v3/api-docs").json().path("paths")) {
            for (JsonNode operation : path) {
                names.add(operation.path("operationId").asString(""));
            }
        }
        assertThat(names).isNotEmpty().doesNotHaveDuplicates();
        assertThat(names).as("names given by hand").allMatch(name -> name.matches("[a-z][A-Za-z]+"));
    }
}
