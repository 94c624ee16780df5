package org.guildhall.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestHttp.Answer;
import org.guildhall.testing.TestHttp.Client;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two people who define the same attribute are told of each other; neither overwrites the other unseen. */
@GuildhallTest
class AttributeVersionsStory {

    @Autowired
    TestStaff staff;

    @Test
    void whoStartedFromAnOlderVersionIsToldOfTheNewer() {
        var one = staff.logIn("admin");
        var other = staff.logIn("lead");
        assertThat(define(one, "shirt", List.of("S", "M"), 0)
                        .json()
                        .path("version")
                        .asInt())
                .isEqualTo(1);

        assertThat(define(one, "shirt", List.of("S", "M", "L"), 1)
                        .json()
                        .path("version")
                        .asInt())
                .isEqualTo(2);
        var late = define(other, "shirt", List.of("S", "M", "XL"), 1);

        assertThat(late.status()).as(late.text()).isEqualTo(409);
        assertThat(late.code()).isEqualTo("members.stale-version");
        assertThat(late.json().path("facts").path("actual").asInt()).isEqualTo(2);
        assertThat(choices(other, "shirt")).containsExactly("S", "M", "L");
        assertThat(define(other, "shirt", List.of("S", "M", "L", "XL"), 2).status())
                .isEqualTo(200);
        assertThat(choices(other, "shirt")).containsExactly("S", "M", "L", "XL");
    }

    @Test
    void nobodyTakesAnAttributeThatIsThereForANewOne() {
        var client = staff.logIn("admin");
        define(client, "hat", List.of("S"), 0);

        assertThat(define(client, "hat", List.of("L"), 0).code()).isEqualTo("members.stale-version");
        assertThat(define(client, "gloves", List.of("S"), 3).code())
                .as("and nobody changes what isn't there")
                .isEqualTo("members.stale-version");
    }

    @Test
    void ofSeveralAtOnceOneIsFirst() throws Exception {
        var clients = List.of(staff.logIn("admin"), staff.logIn("admin"), staff.logIn("admin"), staff.logIn("admin"));
        for (var version : List.of(0, 1)) {
            try (var pool = Executors.newFixedThreadPool(clients.size())) {
                var answers = IntStream.range(0, clients.size())
                        .mapToObj(i ->
                                pool.submit(() -> define(clients.get(i), "socks", List.of("S" + version + i), version)
                                        .status()))
                        .toList();
                var seen = new java.util.ArrayList<Integer>();
                for (var answer : answers) {
                    seen.add(answer.get());
                }
                assertThat(seen).containsExactlyInAnyOrder(200, 409, 409, 409);
            }
        }
    }

    private static List<String> choices(Client client, String code) {
        for (var definition : client.get("/api/member-attributes").json()) {
            if (definition.path("code").asString().equals(code)) {
                return definition
                        .path("choices")
                        .valueStream()
                        .map(choice -> choice.asString())
                        .toList();
            }
        }
        throw new AssertionError("not defined: " + code);
    }

    private static Answer define(Client client, String code, List<String> choices, int version) {
        var definition = new HashMap<String, Object>(Map.of(
                "code",
                code,
                "type",
                "CHOICE",
                "label",
                Map.of("zh-CN", code),
                "choices",
                choices,
                "personal",
                false,
                "position",
                0,
                "retired",
                false));
        if (version > 0) {
            definition.put("version", version);
        }
        return client.post("/api/member-attributes", definition);
    }
}
