package org.guildhall.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.platform.web.Rejects.Expected.input;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestHttp;
import org.guildhall.testing.TestStaff;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is missing inside, too long or too large is refused by name, and is never a fault of the server. */
@GuildhallTest
class BadPartsStory {

    @Autowired
    TestStaff staff;

    @Autowired
    DSLContext sql;

    @Test
    void a_filter_says_what_it_asks_for() {
        var lead = staff.logIn("lead");
        var rejects = new Rejects(sql);
        var missing = Map.of(
                "{\"type\": \"all\"}", "filter.of",
                "{\"type\": \"not\"}", "filter.of",
                "{\"type\": \"kind\"}", "filter.kind",
                "{\"type\": \"status\"}", "filter.in",
                "{\"type\": \"home\"}", "filter.in",
                "{\"type\": \"birthday-month\"}", "filter.in",
                "{\"type\": \"has\", \"known\": true}", "filter.field",
                "{\"type\": \"tagged\"}", "filter.any",
                "{\"type\": \"attribute\", \"code\": \"x\", \"test\": \"IN\"}", "filter.values",
                "{\"type\": \"column\", \"test\": \"IN\", \"values\": []}", "filter.code");
        missing.forEach((filter, field) ->
                rejects.post(lead, "/api/members/search", "{\"filter\": " + filter + "}", input(field, "required")));
        rejects.post(
                lead,
                "/api/members/search",
                "{\"filter\": {\"type\": \"all\", \"of\": [{\"type\": \"ids\"}]}}",
                input("filter.in", "required"));
        rejects.allFine();
    }

    @Test
    void a_member_is_entered_with_whole_parts_of_a_size_that_can_be_kept() {
        var lead = staff.logIn("lead");
        assertThat(lead.post("/api/member-attributes", weight()).status()).isEqualTo(200);
        var rejects = new Rejects(sql);
        for (var path : List.of("/api/members", "/api/members/duplicates")) {
            var document = Map.of("document", Map.of("kind", "PASSPORT"));
            var birthday = Map.of("birthday", Map.of("month", 1, "day", 1, "leapMonth", false));
            rejects.post(lead, path, told(path, document), input("document.number", "required"));
            rejects.post(lead, path, told(path, birthday), input("birthday.calendar", "required"));
        }
        for (var number : List.of("1e200000", "1e2147483647", "1e-2147483647", "9".repeat(41))) {
            rejects.post(
                    lead,
                    "/api/members",
                    person(Map.of("attributes", Map.of("weight", number))),
                    input("attributes.weight", "number"));
            rejects.post(
                    lead,
                    "/api/members/search",
                    Map.of(
                            "filter",
                            Map.of(
                                    "type", "attribute",
                                    "code", "weight",
                                    "test", "AT_LEAST",
                                    "values", List.of(number))),
                    input("filter.values", "number"));
        }
        rejects.post(
                lead,
                "/api/members",
                person(Map.of("preferences", Map.of("remark", "长".repeat(501)))),
                input("preferences.remark", "text-length"));
        rejects.post(
                lead,
                "/api/members",
                person(Map.of("preferences", Map.of("interests", Collections.nCopies(21, "茶")))),
                input("preferences.interests", "list-size"));
        var people = Collections.nCopies(21, Map.of("name", "联系人"));
        rejects.post(
                lead,
                "/api/members",
                Map.of(
                        "kind",
                        "ORGANISATION",
                        "profile",
                        Map.of("name", "某公司", "organisation", Map.of("contacts", people))),
                input("organisation.contacts", "list-size"));
        rejects.post(
                lead,
                "/api/members",
                Map.of("kind", "PERSON", "tags", List.of("签".repeat(31))),
                input("tags", "tag-length"));
        rejects.post(
                lead,
                "/api/members",
                Map.of("kind", "PERSON", "external", Map.of("system", "pos", "id", "8".repeat(3_000))),
                input("external.id", "text-length"));
        rejects.allFine();
    }

    @Test
    void a_name_may_be_of_dots() {
        var lead = staff.logIn("lead");
        for (var name : List.of("John·", "·", "·John· Smith ·")) {
            assertThat(lead.post("/api/members", person(Map.of("name", name))).status())
                    .as(name)
                    .isEqualTo(201);
        }
    }

    @Test
    void a_list_is_kept_and_taken_out_only_with_columns_and_an_order_there_are() {
        var lead = staff.logIn("lead");
        var rejects = new Rejects(sql);
        var views = Map.of(
                "columns", Map.of("columns", List.of("shoe")), "sort", Map.<String, Object>of("sort", "-shoe-size"));
        views.forEach((field, query) -> {
            var rule = field.equals("sort") ? "sort-key" : "known-column";
            rejects.post(
                    lead,
                    "/api/members/views",
                    Map.of("name", "鞋码", "shared", false, "query", query),
                    input(field, rule));
            rejects.post(
                    lead,
                    "/api/members/exports",
                    Map.of("query", query, "format", "CSV", "reason", "x", "language", "en"),
                    input(field, rule));
        });
        rejects.allFine();
    }

    @Test
    void the_character_zero_in_an_address_is_refused() {
        var lead = staff.logIn("lead");
        for (var address : List.of("/api/members?q=%00", "/api/staff?q=a%00b", "/api/messages?reason=%00")) {
            assertThat(rule(lead.get(address))).as(address).isEqualTo("no-character-zero");
        }
    }

    private static String rule(TestHttp.Answer answer) {
        return answer.json().path("fields").get(0).path("rule").asString();
    }

    private static Object told(String path, Map<String, ?> profile) {
        return path.endsWith("duplicates") ? profile : person(profile);
    }

    private static Map<String, Object> person(Map<String, ?> profile) {
        return Map.of("kind", "PERSON", "profile", profile);
    }

    private static Map<String, Object> weight() {
        return Map.of(
                "code",
                "weight",
                "type",
                "NUMBER",
                "label",
                Map.of("en", "Weight"),
                "choices",
                List.of(),
                "personal",
                false,
                "position",
                1,
                "retired",
                false);
    }
}
