package org.guildhall.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.guildhall.testing.TestHttp;
import tools.jackson.databind.JsonNode;

/** What stories of simulations send and read. */
final class SimulationCalls {

    private SimulationCalls() {}

    static Map<String, Object> rule(String code, Map<String, Object> effect) {
        return Map.of("code", code, "name", code, "when", List.of(), "effect", effect);
    }

    static Map<String, Object> term(int months) {
        return Map.of("points", Map.of("kind", "term", "months", months));
    }

    static Map<String, Object> export() {
        return Map.of("format", "CSV", "reason", "for the meeting", "language", "en");
    }

    /** Saves a draft over the revision that is expected; gives its own. */
    static int save(TestHttp.Client client, String kind, Object body, int expected) {
        var saved = client.put("/api/policies/" + kind + "/draft", Map.of("body", body, "expectedRevision", expected));
        assertThat(saved.status()).as(saved.text()).isEqualTo(200);
        return saved.json().path("revision").asInt();
    }

    static List<String> members(JsonNode extremes) {
        var members = new ArrayList<String>();
        extremes.forEach(one -> members.add(one.path("member").asString()));
        return members;
    }
}
