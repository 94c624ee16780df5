package org.guildhall.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestHttp;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Every list there is, also those that will be added, is asked to go on from a place that can't be. */
@GuildhallTest
class SpoiltCursorsStory {

    private static final String SOME_ID = "01900000-0000-7000-8000-000000000001";
    private static final List<List<String>> PLACES = List.of(
            List.of("x"),
            List.of("a", "b"),
            List.of("a", "b", "c"),
            List.of("a", "b", "c", "d"),
            List.of("-1"),
            List.of("+999999999-12-31T23:59:59Z", SOME_ID),
            List.of("-1", "x", "y"),
            List.of("99999999999999999999", SOME_ID),
            List.of("\0", SOME_ID));

    @Autowired
    TestStaff staff;

    @Test
    void a_spoilt_cursor_is_bad_input_in_every_list() {
        var lead = staff.logIn("lead");
        var lists = lists(lead.get("/v3/api-docs").json());
        assertThat(lists).hasSizeGreaterThan(25);
        var wrong = new ArrayList<String>();
        for (var list : lists) {
            for (var place : PLACES) {
                var cursor = Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(String.join("\u001f", place).getBytes(StandardCharsets.UTF_8));
                var answer = lead.get(list + (list.contains("?") ? "&" : "?") + "cursor=" + cursor);
                if (answer.status() >= 500 || !fits(list, place, answer)) {
                    wrong.add(list + " " + place + " → " + answer.status() + " " + answer.text());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Words are in no place of any list but by mistake; lists of nobody's things may be unknown first. */
    private static boolean fits(String list, List<String> place, TestHttp.Answer answer) {
        return list.contains(SOME_ID) || !place.getFirst().equals("a") || answer.status() == 400;
    }

    private static List<String> lists(JsonNode description) {
        var lists = new ArrayList<String>();
        description.path("paths").propertyStream().forEach(path -> {
            var parameters = path.getValue().path("get").path("parameters");
            for (var parameter : parameters) {
                if (parameter.path("name").asString("").equals("cursor")) {
                    lists.add(path.getKey().replaceAll("\\{[^}]+}", SOME_ID) + required(parameters));
                }
            }
        });
        return lists;
    }

    private static String required(JsonNode parameters) {
        var query = new ArrayList<String>();
        for (var parameter : parameters) {
            if (parameter.path("in").asString().equals("query")
                    && parameter.path("required").asBoolean(false)) {
                var format = parameter.path("schema").path("format").asString("");
                query.add(parameter.path("name").asString() + "="
                        + (parameter.path("name").asString().equals("measure")
                                ? "members"
                                : format.startsWith("date") ? "2026-03-02" : format.equals("uuid") ? SOME_ID : "1"));
            }
        }
        return query.isEmpty() ? "" : "?" + String.join("&", query);
    }
}
