package org.guildhall.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.testing.TestHttp.Answer;
import org.guildhall.testing.TestHttp.Client;
import tools.jackson.databind.JsonNode;

/** What stories of occasions send and read. */
final class OccasionCalls {

    private OccasionCalls() {}

    static String at(String day) {
        return "2026-%s-%sT01:00:00Z".formatted(day.equals("28") ? "02" : "03", day);
    }

    static Answer checkIn(Client client, MemberId member, String at, String key) {
        return record(client, member, "CHECK_IN", Map.of("occurredAt", at), key);
    }

    static Answer refer(Client client, MemberId by, MemberId referred) {
        return record(
                client,
                by,
                "REFERRAL",
                Map.of("referred", referred.toString()),
                UUID.randomUUID().toString());
    }

    static Answer record(Client client, MemberId member, String kind, Map<String, Object> more, String key) {
        var body = new HashMap<String, Object>(more);
        body.put("kind", kind);
        body.put("member", member.toString());
        return client.post("/api/occasions", body, (member + key).replace(' ', '-'));
    }

    static void edit(Client client, MemberId member, Map<String, Object> profile) {
        var answer = client.patch("/api/members/" + member, Map.of("set", profile));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    static void spend(Client client, MemberId member, int points) {
        var answer = client.post(
                "/api/members/" + member + "/points",
                Map.of("amount", points, "kind", "spend", "reason", "test"),
                UUID.randomUUID().toString());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    static JsonNode occasions(Client client, MemberId member) {
        return client.get("/api/occasions?member=" + member).json().path("items");
    }

    static List<String> codes(JsonNode why) {
        return why.path("parts")
                .valueStream()
                .map(part -> part.path("code").asString())
                .toList();
    }

    static Map<String, Object> rule(String kind, int points, int growth, Map<String, Object> limits) {
        var rule = new HashMap<String, Object>(limits);
        rule.put("kind", kind);
        rule.put("points", points);
        rule.put("growth", growth);
        rule.put("tierMultiplier", false);
        return rule;
    }
}
