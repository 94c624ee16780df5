package org.guildhall.loyalty;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    static List<String> members(JsonNode extremes) {
        var members = new ArrayList<String>();
        extremes.forEach(one -> members.add(one.path("member").asString()));
        return members;
    }
}
