package org.guildhall.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guildhall.testing.TestHttp.Client;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Enters and finds members over HTTP, as somebody. */
final class FrontDesk {

    private FrontDesk() {}

    static String register(Client client, String name, @Nullable String mobile, @Nullable String unit) {
        var profile = new HashMap<String, Object>(Map.of("name", name));
        if (mobile != null) {
            profile.put("mobile", mobile);
        }
        var command = new HashMap<String, Object>(Map.of("kind", "PERSON", "profile", profile));
        if (unit != null) {
            command.put("homeUnit", unit);
        }
        return register(client, command);
    }

    static String register(Client client, Map<String, Object> command) {
        var answer = client.post("/api/members", command);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("member").path("id").asString();
    }

    static JsonNode search(Client client, Map<String, ?> query) {
        var answer = client.post("/api/members/search", query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    static List<String> ids(JsonNode page) {
        var ids = new ArrayList<String>();
        page.path("items").forEach(row -> ids.add(row.path("id").asString()));
        return ids;
    }
}
