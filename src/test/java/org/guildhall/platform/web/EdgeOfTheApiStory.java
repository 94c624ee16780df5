package org.guildhall.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.Operations;
import org.guildhall.testing.TestHttp;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** What HTTP says before an operation begins: methods, media types, parameters and the types of values. */
@GuildhallTest
@TestPropertySource(properties = "guildhall.test.company=edge")
class EdgeOfTheApiStory {

    private final TestStaff staff;
    private TestHttp.Client lead;

    EdgeOfTheApiStory(@Autowired TestStaff staff) {
        this.staff = staff;
        this.lead = staff.logIn("lead");
    }

    @BeforeEach
    void logIn() {
        lead = staff.logIn("lead");
    }

    @Test
    void another_method_is_answered_with_those_that_are_allowed() {
        var answer = lead.delete("/api/members");
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.code()).isEqualTo("platform.method-not-allowed");
        assertThat(answer.raw().headers().firstValue("Allow")).hasValue("GET, POST");
        assertThat(answer.json().path("facts").path("allowed").toString()).isEqualTo("[\"GET\",\"POST\"]");
        assertThat(lead.delete("/api/nowhere").code()).isEqualTo("platform.no-such-endpoint");
        assertThat(lead.get("/api/nowhere").status()).isEqualTo(404);
    }

    @Test
    void an_answer_of_another_type_is_refused_before_anything_is_done() {
        var asked = Map.of("Accept", "application/xml");
        var listed = lead.send("GET", "/api/members", null, asked);
        assertThat(listed.status()).isEqualTo(406);
        assertThat(listed.code()).isEqualTo("platform.not-acceptable");
        assertThat(listed.raw().headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        var number = "EDGE-406";
        var member = Map.of("kind", "PERSON", "number", number, "profile", Map.of("name", "不收"));
        assertThat(lead.send("POST", "/api/members", member, asked).status()).isEqualTo(406);
        assertThat(lead.get("/api/members?q=" + number).json().path("items")).isEmpty();
        for (var fits : List.of("*/*", "application/*", "text/html, application/json;q=0.5", "text/html,*/*;q=0.1")) {
            assertThat(lead.send("GET", "/api/members", null, Map.of("Accept", fits))
                            .status())
                    .as(fits)
                    .isEqualTo(200);
        }
    }

    @Test
    void a_parameter_that_no_operation_declares_is_named_with_those_that_it_does() {
        var field = only(lead.get("/api/members?limit=1&lmit=5"));
        assertThat(field.path("field").asString()).isEqualTo("lmit");
        assertThat(field.path("value").asString()).isEqualTo("5");
        assertThat(field.path("rule").asString()).isEqualTo("unknown-parameter");
        assertThat(field.path("facts").path("allowed").toString())
                .isEqualTo("[\"columns\",\"cursor\",\"limit\",\"q\",\"sort\"]");
        assertThat(only(lead.get("/api/purchases?memebr=1"))
                        .path("facts")
                        .path("allowed")
                        .toString())
                .contains("\"member\"", "\"from\"");
        assertThat(only(lead.get("/api/session?nothing")).path("rule").asString())
                .isEqualTo("no-parameters");
    }

    @Test
    void every_operation_refuses_a_parameter_nobody_declared() {
        var wrong = new ArrayList<String>();
        var admin = staff.logIn("admin");
        for (var operation : Operations.of(lead.get("/v3/api-docs").json())) {
            var path = operation.path() + (operation.path().contains("?") ? "&" : "?") + "nobody-declared=1";
            var answer = asked(lead, operation, path);
            if (answer.status() == 403) {
                answer = asked(admin, operation, path); // who may not at all hears that first
            }
            boolean named = answer.text().contains("nobody-declared");
            if (answer.status() != 400 || !named) {
                wrong.add(operation + " -> " + answer.status() + " " + answer.text());
            }
        }
        assertThat(wrong).as(String.join("\n", wrong)).isEmpty();
    }

    private static TestHttp.Answer asked(TestHttp.Client client, Operations.Operation operation, String path) {
        return operation.multipart()
                ? client.upload(path, "a.csv", new byte[] {'a'})
                : client.send(operation.method(), path, operation.body(), operation.headers());
    }

    @Test
    void every_parameter_that_the_description_names_is_let_through() {
        var wrong = new ArrayList<String>();
        var description = lead.get("/v3/api-docs").json();
        for (var path : description.path("paths").properties()) {
            for (var parameter : path.getValue().path("get").path("parameters")) {
                var name = parameter.path("name").asString();
                if (parameter.path("in").asString().equals("query")) {
                    var address = path.getKey().replaceAll("\\{[^}]*}", "01900000-0000-7000-8000-000000000001");
                    var text = lead.get(address + "?" + name + "=").text();
                    if (text.contains("unknown-parameter") || text.contains("no-parameters")) {
                        wrong.add(path.getKey() + " " + name);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void a_value_of_the_wrong_type_is_told_what_may_stand_there() {
        var kind = only(lead.post("/api/members", Map.of("kind", "ROBOT")));
        assertThat(kind.path("field").asString()).isEqualTo("kind");
        assertThat(kind.path("value").asString()).isEqualTo("ROBOT");
        assertThat(kind.path("facts").path("expected").asString()).isEqualTo("choice");
        assertThat(kind.path("facts").path("allowed").toString()).contains("\"PERSON\"");
        expects("/api/members", Map.of("kind", "PERSON", "joinedOn", "yesterday"), "date");
        expects("/api/members", Map.of("kind", "PERSON", "homeUnit", "here"), "identifier");
        expects("/api/members/search", Map.of("limit", "5"), "integer");
        expects("/api/members/search", Map.of("limit", ""), "integer");
        expects("/api/members/search", Map.of("limit", 1.5), "integer");
        expects("/api/members", Map.of("kind", ""), "choice");
        assertThat(sort(lead.get("/api/members?limit=five"))).isEqualTo("integer");
        assertThat(sort(lead.get("/api/purchases?from=5.3.2026"))).isEqualTo("date");
        assertThat(sort(lead.get("/api/members/nobody"))).isEqualTo("identifier");
    }

    @Test
    void the_remedy_is_told_in_the_language_of_the_caller() {
        var english = lead.send("GET", "/api/members?limit=five", null, Map.of("Accept-Language", "en"));
        assertThat(english.json().path("detail").asString()).contains("[limit] This must be a whole number");
        assertThat(lead.post("/api/members", Map.of("kind", "ROBOT"))
                        .json()
                        .path("detail")
                        .asString())
                .contains("须为下列之一：PERSON");
    }

    private void expects(String path, Map<String, ?> body, String sort) {
        assertThat(sort(lead.post(path, body))).as(body.toString()).isEqualTo(sort);
    }

    private static String sort(TestHttp.Answer answer) {
        return only(answer).path("facts").path("expected").asString("");
    }

    private static JsonNode only(TestHttp.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        var fields = answer.json().path("fields");
        assertThat(fields.size()).as(answer.text()).isEqualTo(1);
        return fields.get(0);
    }
}
