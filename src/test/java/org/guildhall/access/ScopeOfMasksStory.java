package org.guildhall.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestHttp;
import org.guildhall.testing.TestStaff;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Somebody reads all members, but one store's alone in the clear; somebody acts for one store alone and is moved to another. */
@GuildhallTest
class ScopeOfMasksStory {

    private static final String SURNAME = "令狐";

    @Autowired
    TestStaff staff;

    @Autowired
    StaffDirectory directory;

    @Autowired
    ApplicationContext application;

    private ScopeWorld world() {
        return ScopeWorld.of(application, SURNAME);
    }

    @Test
    void who_is_seen_in_the_clear_is_told_member_by_member_everywhere() {
        var reader = world().somebody(List.of(all("read"), all("export"), branch("unmasked")));
        var lead = staff.logIn("lead");
        for (var person : world().people) {
            var mail = person.number().toLowerCase(java.util.Locale.ROOT) + "@secret.example";
            assertThat(lead.patch(
                                    "/api/members/" + person.id(),
                                    Map.of("set", Map.of("email", mail), "expectedVersion", 1, "reason", "补"))
                            .status())
                    .isEqualTo(200);
            assertThat(reader.get("/api/members/" + person.id()).text().contains(mail))
                    .isEqualTo(near(person));
            assertThat(reader.get("/api/members/" + person.id() + "/timeline")
                            .text()
                            .contains(mail))
                    .isEqualTo(near(person));
        }
        var rows = reader.post("/api/members/search", Map.of("text", SURNAME)).json();
        assertThat(rows.path("items")).hasSize(world().people.size());
        for (var row : rows.path("items")) {
            var person = world().people.stream()
                    .filter(one -> one.id().toString().equals(row.path("id").asString()))
                    .findFirst()
                    .orElseThrow();
            assertThat(row.path("name").asString().equals(person.name())).isEqualTo(near(person));
        }
        var prefix = world().people.getFirst().mobile().substring(0, 8);
        assertThat(reader.post("/api/members/search", Map.of("text", prefix))
                        .json()
                        .path("items"))
                .isEmpty();
        var file = file(reader);
        world().people
                .forEach(person -> assertThat(file.contains(person.name())).isEqualTo(near(person)));
    }

    @Test
    void a_masked_attribute_is_not_found_out_by_asking_for_ranges() {
        var reader = world().somebody(List.of(all("read"), branch("unmasked")));
        var lead = staff.logIn("lead");
        assertThat(lead.post("/api/member-attributes", attribute("salary", true))
                        .status())
                .isEqualTo(200);
        assertThat(lead.post("/api/member-attributes", attribute("shelf", false))
                        .status())
                .isEqualTo(200);

        for (var test : List.of("AT_LEAST", "AT_MOST", "IN", "CONTAINS")) {
            var asked = reader.post("/api/members/search", Map.of("filter", not(filter("salary", test, List.of("8")))));
            assertThat(asked.code()).as(test).isEqualTo("access.denied");
            assertThat(asked.text()).contains("members.unmasked");
            assertThat(lead.post("/api/members/search", Map.of("filter", filter("salary", test, List.of("8"))))
                            .status())
                    .isEqualTo(200);
            assertThat(reader.post("/api/members/search", Map.of("filter", filter("shelf", test, List.of("8"))))
                            .status())
                    .isEqualTo(200);
        }
        assertThat(reader.post("/api/members/search", Map.of("filter", filter("salary", "KNOWN", List.of())))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void what_was_entered_as_personal_is_opened_by_nobody_who_may_not_see_it() {
        var lead = staff.logIn("lead");
        var admin = staff.logIn("admin");
        assertThat(admin.post("/api/member-attributes", attribute("illness", true, null))
                        .status())
                .isEqualTo(200);
        assertThat(admin.post("/api/member-attributes", attribute("illness", false, 1))
                        .status())
                .as("nobody has one yet")
                .isEqualTo(200);
        assertThat(admin.post("/api/member-attributes", attribute("illness", true, 2))
                        .status())
                .isEqualTo(200);
        var person = Map.of("kind", "PERSON", "profile", Map.of("name", "某人", "attributes", Map.of("illness", 7)));
        assertThat(lead.post("/api/members", person).status()).isEqualTo(201);

        assertThat(admin.post("/api/member-attributes", attribute("illness", false, 3))
                        .code())
                .isEqualTo("access.denied");
        assertThat(lead.post("/api/member-attributes", attribute("illness", false, 3))
                        .status())
                .isEqualTo(200);
        var told = staff.logIn("auditor").get("/api/audit?subjectKind=attribute&subjectId=illness");
        var facts = told.json().path("items").get(0).path("facts");
        assertThat(facts.path("personalBefore").asBoolean()).isTrue();
        assertThat(facts.path("personal").asBoolean(true)).isFalse();
        var endless = "{\"code\": \"endless\", \"type\": \"NUMBER\", \"label\": {\"en\": \"Endless\"}, \"choices\": [],"
                + " \"minimum\": 1e999999, \"personal\": false, \"position\": 1, \"retired\": false}";
        assertThat(lead.post("/api/member-attributes", endless)
                        .json()
                        .path("fields")
                        .get(0)
                        .path("field")
                        .asString())
                .isEqualTo("minimum");
    }

    @Test
    void consent_is_recorded_only_for_those_whom_that_power_reaches() {
        var clerk = world().somebody(List.of(all("read"), branch("consent")));
        var said = Map.of(
                "purpose", "MARKETING", "channel", "SMS", "granted", true, "version", "1", "evidence", "paper form");
        for (var person : world().people) {
            var answer = clerk.post("/api/members/" + person.id() + "/consents", said);
            if (near(person)) {
                assertThat(answer.status()).as(answer.text()).isLessThan(300);
            } else {
                assertThat(answer.code()).isEqualTo("members.not-found");
            }
        }
    }

    @Test
    void who_was_moved_undoes_nothing_with_the_powers_of_before() {
        var grants = List.of(all("read"), branch("assign"));
        var mover = world().appointed(grants, world().northStore);
        var client = staff.logIn(mover);
        var started = client.post(
                "/api/members/bulk",
                Map.of(
                        "query", Map.of("text", SURNAME),
                        "assignment", Map.of("addTags", List.of("春茶")),
                        "reason", "新茶到了"));
        var job = started.json().path("id").asString();
        assertThat(client.ended(job).json().path("state").asString()).isEqualTo("DONE");
        assertThat(tagged()).isEqualTo(2);

        move(mover, List.of(all("read")));
        assertThat(client.get("/api/members/bulk/" + job + "/undo").code()).isEqualTo("access.denied");
        assertThat(client.post("/api/members/bulk/" + job + "/undo", Map.of("reason", "x"))
                        .code())
                .isEqualTo("access.denied");

        move(mover, grants);
        undo(client, job);
        assertThat(tagged()).as("out of reach").isEqualTo(2);
    }

    @Test
    void who_handed_members_out_of_reach_by_mistake_takes_them_back() {
        var client = world().somebody(List.of(all("read"), branch("assign")));
        var given = world().people.stream().filter(this::near).toList();
        var started = client.post(
                "/api/members/bulk",
                Map.of(
                        "ids", world().ids(given),
                        "assignment", Map.of("homeUnit", world().southStore),
                        "reason", "手滑"));
        var job = started.json().path("id").asString();
        client.ended(job);
        for (var person : given) {
            assertThat(home(person)).isEqualTo(world().southStore.toString());
        }

        undo(client, job);
        for (var person : given) {
            assertThat(home(person)).isEqualTo(world().northStore.toString());
        }
    }

    private void undo(TestHttp.Client client, String job) {
        var undone = client.post("/api/members/bulk/" + job + "/undo", Map.of("reason", "搞错了"));
        assertThat(undone.status()).as(undone.text()).isLessThan(300);
        assertThat(client.ended(undone.json().path("id").asString())
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("DONE");
    }

    private void move(TestStaff.Person person, List<Grant> grants) {
        var other = world().appointed(grants, world().southStore);
        staff.asMachine(() -> {
            var post = directory.get(other.id()).appointments().getFirst().post();
            for (var held : directory.get(person.id()).appointments()) {
                if (held.until() == null) {
                    directory.end(person.id(), held.id(), staff.today());
                }
            }
            return directory.appoint(person.id(), new Appoint(post, world().southStore, staff.today(), null));
        });
    }

    private long tagged() {
        return staff.logIn("lead")
                .post(
                        "/api/members/search",
                        Map.of("text", SURNAME, "filter", Map.of("type", "tagged", "any", List.of("春茶"))))
                .json()
                .path("total")
                .path("value")
                .asLong();
    }

    private String home(ScopeWorld.Person person) {
        return staff.logIn("lead")
                .get("/api/members/" + person.id())
                .json()
                .path("homeUnit")
                .asString();
    }

    private String file(TestHttp.Client client) {
        var asked = client.post(
                "/api/members/exports",
                Map.of("query", Map.of("text", SURNAME), "format", "CSV", "reason", "好奇", "language", "en"));
        var done = client.ended(asked.json().path("id").asString()).json();
        return client.get(
                        "/api/downloads/" + done.path("result").path("download").asString())
                .text();
    }

    private boolean near(ScopeWorld.Person person) {
        return world().northStore.equals(person.home());
    }

    private static Grant all(String verb) {
        return new Grant(Permission.of("members." + verb), ScopeLevel.ALL);
    }

    private static Grant branch(String verb) {
        return new Grant(Permission.of("members." + verb), ScopeLevel.BRANCH);
    }

    private static Map<String, Object> attribute(String code, boolean personal, @Nullable Integer version) {
        var attribute = new HashMap<>(attribute(code, personal));
        if (version != null) {
            attribute.put("version", version);
        }
        return attribute;
    }

    private static Map<String, Object> attribute(String code, boolean personal) {
        return Map.of(
                "code",
                code,
                "type",
                "NUMBER",
                "label",
                Map.of("en", code),
                "choices",
                List.of(),
                "personal",
                personal,
                "position",
                1,
                "retired",
                false);
    }

    private static Map<String, Object> filter(String code, String test, List<String> values) {
        return Map.of("type", "attribute", "code", code, "test", test, "values", values);
    }

    private static Map<String, Object> not(Map<String, Object> filter) {
        return Map.of("type", "not", "of", filter);
    }
}
