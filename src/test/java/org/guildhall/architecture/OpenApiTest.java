package org.guildhall.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
        assertThat(text)
                .as("docs/openapi.json is stale; run this test with -Dguildhall.write=true")
                .isEqualTo(Files.readString(DOCUMENT));
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
