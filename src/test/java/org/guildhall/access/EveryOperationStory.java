package org.guildhall.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.Operations;
import org.guildhall.testing.Operations.Operation;
import org.guildhall.testing.TestHttp;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Attacks every operation of the API, also those that will be added: nobody, somebody without powers, a foreign page. */
@GuildhallTest
class EveryOperationStory {

    /** Open to everybody who works here, since they concern the own log-in, jobs and files alone. */
    private static final Set<String> OWN = Set.of(
            "logIn",
            "getSession",
            "getEntrance",
            "logOut",
            "changePassword",
            "listOwnSessions",
            "revokeOwnSession",
            "listJobs",
            "getJob",
            "cancelJob",
            "getDownload");

    @Autowired
    TestStaff staff;

    @Autowired
    TestHttp http;

    @Test
    void nobodyGetsInAnywhereButAtTheDoor() {
        var open = new ArrayList<String>();
        for (var operation : operations()) {
            var answer = operation.send(http.asNobody(), Map.of());
            boolean door = switch (operation.id()) {
                case "logIn" -> answer.code().equals("access.csrf");
                case "getEntrance" -> answer.text().equals("{\"zone\":\"Asia/Shanghai\"}");
                default -> false;
            };
            if (answer.status() != 401 && !door) {
                open.add(operation + " → " + answer.status() + " " + answer.text());
            }
        }
        assertThat(open).as("operations that let nobody in").isEmpty();
    }

    @Test
    void somebodyWithoutPowersIsDeniedEverythingButTheirOwn() {
        var powerless = staff.logIn(staff.hire(List.of()));
        var open = new ArrayList<String>();
        for (var operation : operations()) {
            if (OWN.contains(operation.id())) {
                continue;
            }
            var answer = operation.send(powerless, Map.of());
            if (answer.status() != 403) {
                open.add(operation + " → " + answer.status() + " " + answer.text());
            }
        }
        assertThat(open).as("operations open to somebody without powers").isEmpty();
    }

    @Test
    void whoMayNotIsToldSoWhateverTheySend() {
        var powerless = staff.logIn(staff.hire(List.of()));
        var telling = new ArrayList<String>();
        for (var operation : operations()) {
            if (operation.body() == null || OWN.contains(operation.id())) {
                continue;
            }
            var denied = denied(operation.send(powerless, Map.of()));
            for (var garbage : List.of("", "{", "{}", "[7]", "{\"nobody\": {\"knows\": [1, {}]}}")) {
                var answer = powerless.send(operation.method(), operation.path(), garbage, operation.headers());
                if (!denied(answer).equals(denied)) {
                    telling.add(operation + " " + garbage + " → " + answer.text() + " instead of " + denied);
                }
            }
        }
        assertThat(telling)
                .as("operations that say what they take before they say no")
                .isEmpty();
    }

    private static String denied(TestHttp.Answer answer) {
        return answer.status() + " " + answer.code() + " "
                + answer.json().path("facts").path("permission").asString("");
    }

    @Test
    void aProgramWithoutPermissionsIsDeniedEverythingToo() {
        var key = staff.logIn("lead")
                .post(
                        "/api/api-keys",
                        Map.of(
                                "name",
                                "weak",
                                "permissions",
                                List.of("access.administer"),
                                "perSecond",
                                10_000,
                                "burst",
                                10_000));
        var program = http.asKey(key.json().path("bearer").asString());
        var open = new ArrayList<String>();
        for (var operation : operations()) {
            if (OWN.contains(operation.id())) {
                continue;
            }
            var answer = operation.send(program, Map.of());
            if (answer.status() != 403) {
                open.add(operation + " → " + answer.status() + " " + answer.text());
            }
        }
        assertThat(open).as("operations open to a key without permissions").isEmpty();
    }

    @Test
    void aForeignPageChangesNothing() {
        var lead = staff.logIn("lead");
        var open = new ArrayList<String>();
        for (var operation : operations()) {
            if (operation.changes() && !operation.multipart()) {
                var answer = operation.send(lead, Map.of("X-XSRF-TOKEN", "Zm9yZWlnbg"));
                if (!answer.code().equals("access.csrf")) {
                    open.add(operation + " → " + answer.status() + " " + answer.text());
                }
            }
        }
        assertThat(open).as("operations that a foreign page could call").isEmpty();
        assertThat(lead.get("/api/session").status()).isEqualTo(200);
    }

    private List<Operation> operations() {
        var description = staff.logIn("lead").get("/v3/api-docs").json();
        var operations = Operations.of(description);
        assertThat(operations).as("the description lists the operations").hasSizeGreaterThan(40);
        assertThat(operations).extracting(Operation::id).doesNotHaveDuplicates().doesNotContain("");
        return operations;
    }
}
