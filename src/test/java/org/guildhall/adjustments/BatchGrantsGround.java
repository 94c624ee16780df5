package org.guildhall.adjustments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.guildhall.kernel.MemberId;
import org.guildhall.members.Members;
import org.guildhall.testing.TestHttp;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What stories of points given to many share: who is given to, and how a grant and its undoing are waited for. */
abstract class BatchGrantsGround extends AdjustmentsGround {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    Members members;

    List<MemberId> several(int count) {
        return Stream.generate(() -> people.of(null)).limit(count).sorted().toList();
    }

    List<String> numbers(List<MemberId> all) {
        var numbers = staff.asMachine(() -> members.numbers(all));
        return all.stream().map(numbers::get).toList();
    }

    static Map<String, Object> body(List<String> numbers, long amount, java.time.@Nullable LocalDate until) {
        var body = new HashMap<String, Object>(Map.of("numbers", numbers, "amount", amount, "reason", "周年答谢"));
        if (until != null) {
            body.put("expiresOn", until.toString());
        }
        return body;
    }

    static Map<String, Object> undo(String missing) {
        return Map.of("missing", missing, "reason", "发错名单");
    }

    static String path(JsonNode grant) {
        return "/api/batch-grants/" + grant.path("id").asString();
    }

    static JsonNode given(TestHttp.Client client, Map<String, Object> body, String key) {
        var answer = client.post("/api/batch-grants", body, key);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return finished(client, answer.json(), "run");
    }

    static JsonNode finished(TestHttp.Client client, JsonNode grant, String run) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            var view = client.get(path(grant)).json();
            var state = view.path(run).path("state").asString("");
            if (state.equals("done")) {
                return view;
            }
            assertThat(state).as(view.toString()).isIn("", "running");
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
        }
        throw new AssertionError("the run did not end in time");
    }

    static void spend(TestHttp.Client client, MemberId member, long amount) {
        var answer = client.post(
                "/api/members/" + member + "/points",
                Map.of("amount", amount, "kind", "spend", "reason", "礼品"),
                UUID.randomUUID().toString());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }
}
