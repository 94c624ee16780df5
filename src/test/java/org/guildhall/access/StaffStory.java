package org.guildhall.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestHttp;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GuildhallTest
class StaffStory {

    @Autowired
    TestStaff staff;

    @Autowired
    TestHttp http;

    @Autowired
    Posts posts;

    @Test
    void anAdministratorHiresSomebodyWhoThenLogsInAndIsFoundInTheAuditLog() {
        var admin = staff.logIn("admin");
        var svc = posts.byCode("svc").orElseThrow();
        var appoint = Map.of("post", svc.id(), "unit", staff.company(), "from", "2026-01-01");
        var hired = admin.post(
                "/api/staff",
                Map.of(
                        "username", "Wang.Li",
                        "name", "王丽",
                        "enteredOn", "2026-01-01",
                        "appointments", List.of(appoint)));

        assertThat(hired.status()).isEqualTo(201);
        var id = hired.json().path("staff").asString();
        var wang = http.asStaff("wang.li", hired.json().path("password").asString());
        assertThat(wang.get("/api/session").json().path("mustChangePassword").asBoolean())
                .isTrue();
        var again = admin.post(
                "/api/staff",
                Map.of("username", "WANG.LI", "name", "x", "enteredOn", "2026-01-01", "appointments", List.of()));
        assertThat(again.code()).isEqualTo("access.login-taken");
        var auditor = staff.logIn("auditor");
        var acts = auditor.get("/api/audit?subjectKind=staff&subjectId=" + id);
        assertThat(acts.text())
                .contains("access.staff-hired")
                .contains("access.appointed")
                .contains("access.logged-in");
        assertThat(admin.get("/api/staff?q=wang").text()).contains("王丽").contains("服务专员");
    }

    @Test
    void nobodyGivesThemselvesAnotherPost() {
        var person = staff.hire("admin", staff.company());
        var admin = staff.logIn(person);
        var lead = posts.byCode("lead").orElseThrow();

        var answer = admin.post(
                "/api/staff/" + person.id() + "/posts",
                Map.of(
                        "post",
                        lead.id(),
                        "unit",
                        staff.company(),
                        "from",
                        staff.today().plusYears(1).toString()));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("access.widens-own-powers");
        assertThat(answer.text()).contains("members.");
        assertThat(admin.get("/api/staff/" + person.id())
                        .json()
                        .path("appointments")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void nobodyAddsPermissionsToThePostTheyHold() {
        var admin = staff.logIn("admin");
        var post = admin.get("/api/posts/" + posts.byCode("admin").orElseThrow().id())
                .json();
        var grants = List.of(Map.of("permission", "policies.publish", "scope", "all"));

        var answer = admin.put("/api/posts/" + post.path("id").asString(), revised(post, grants));

        assertThat(answer.code()).isEqualTo("access.widens-own-powers");
        assertThat(answer.text()).contains("policies.publish");
    }

    @Test
    void nobodyMovesAnotherStoreUnderTheOwnBranch() {
        var north = staff.open(UnitKind.BRANCH, staff.company());
        var store = staff.open(UnitKind.STORE, staff.company());
        var admin = staff.logIn("admin");
        var defined = admin.post(
                "/api/posts",
                Map.of(
                        "code", "branch-head",
                        "name", "分公司经理",
                        "postClass", "lead",
                        "summary", "",
                        "powers", PostPowers.NONE,
                        "grants",
                                List.of(
                                        Map.of("permission", "access.staff-read", "scope", "branch"),
                                        Map.of("permission", "access.units-read", "scope", "all"),
                                        Map.of("permission", "access.units-write", "scope", "all"))));
        assertThat(defined.status()).isEqualTo(201);
        var head = staff.logIn(staff.hire("branch-head", north));
        var unit = unit(head, store.toString());

        var answer = head.put("/api/units/" + store, changed(unit, "parent", north.toString()));

        assertThat(answer.code()).isEqualTo("access.widens-own-powers");
        assertThat(unit(head, store.toString()).get("parent")).isEqualTo(unit.get("parent"));
    }

    @Test
    void aStaleVersionIsRefusedWithBothVersions() {
        var person = staff.hire("svc", staff.company());
        var admin = staff.logIn("admin");
        var change = Map.of("expectedVersion", 1, "name", "新名字");
        assertThat(admin.put("/api/staff/" + person.id(), change).status()).isEqualTo(200);

        var answer = admin.put("/api/staff/" + person.id(), change);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("access.stale-version");
        assertThat(answer.json().path("facts").path("actual").asInt()).isEqualTo(2);
    }

    @Test
    void aContactStaysUntilItIsToldToGo() {
        var person = staff.hire("svc", staff.company());
        var admin = staff.logIn("admin");
        var path = "/api/staff/" + person.id();
        admin.put(path, Map.of("expectedVersion", 1, "name", "甲", "contact", "8001"));
        admin.put(path, Map.of("expectedVersion", 2, "name", "乙"));
        assertThat(admin.get(path).json().path("contact").asString("")).isEqualTo("8001");

        admin.put(path, Map.of("expectedVersion", 3, "name", "乙", "contact", ""));
        assertThat(admin.get(path).json().path("contact").asString("")).isEmpty();
    }

    @Test
    void whoeverLeavesIsOutAtOnce() {
        var person = staff.hire("svc", staff.company());
        var client = staff.logIn(person);
        var admin = staff.logIn("admin");
        assertThat(client.get("/api/session").status()).isEqualTo(200);

        var left = Map.of(
                "expectedVersion",
                1,
                "name",
                person.name(),
                "leftOn",
                staff.today().toString());
        assertThat(admin.put("/api/staff/" + person.id(), left).status()).isEqualTo(200);

        assertThat(client.get("/api/session").status()).isEqualTo(401);
    }

    @Test
    void aPersonOfOneStoreDoesNotSeeThePeopleOfAnother() {
        var north = staff.open(UnitKind.STORE, staff.company());
        var south = staff.open(UnitKind.STORE, staff.company());
        var admin = staff.logIn("admin");
        admin.post(
                "/api/posts",
                Map.of(
                        "code", "store-head",
                        "name", "店长",
                        "postClass", "store",
                        "summary", "",
                        "powers", PostPowers.NONE,
                        "grants",
                                List.of(
                                        Map.of("permission", "access.staff-read", "scope", "branch"),
                                        Map.of("permission", "access.staff-write", "scope", "branch"))));
        var stranger = staff.hire("store", south);
        var colleague = staff.hire("store", north);
        var head = staff.logIn(staff.hire("store-head", north));

        assertThat(head.get("/api/staff/" + colleague.id()).status()).isEqualTo(200);
        assertThat(head.get("/api/staff/" + stranger.id()).code()).isEqualTo("access.no-such-staff");
        assertThat(head.get("/api/staff?limit=200").text())
                .contains(colleague.username() + "\"")
                .doesNotContain(stranger.username() + "\"");
        assertThat(head.post("/api/staff/" + stranger.id() + "/password", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(head.delete("/api/staff/" + stranger.id() + "/sessions").status())
                .isEqualTo(404);
        var store = posts.byCode("store").orElseThrow();
        var elsewhere = Map.of("post", store.id(), "unit", south, "from", "2026-03-02");
        assertThat(head.post("/api/staff/" + colleague.id() + "/posts", elsewhere)
                        .code())
                .isEqualTo("access.out-of-scope");
    }

    @Test
    void theOrganisationIsShownAsItWasOnADay() {
        var region = staff.open(UnitKind.REGION, staff.company());
        var store = staff.open(UnitKind.STORE, staff.company());
        var admin = staff.logIn("admin");
        var moved = new HashMap<>(changed(unit(admin, store.toString()), "parent", region.toString()));
        moved.put("effectiveFrom", "2026-06-01");
        assertThat(admin.put("/api/units/" + store, moved).status()).isEqualTo(200);

        assertThat(parentOn(admin, store.toString(), "2026-05-31"))
                .isEqualTo(staff.company().toString());
        assertThat(parentOn(admin, store.toString(), "2026-06-01")).isEqualTo(region.toString());
        assertThat(admin.get("/api/units/" + store + "/history").json().size()).isEqualTo(2);
        var cycle = new HashMap<>(changed(unit(admin, region.toString()), "parent", store.toString()));
        cycle.put("effectiveFrom", LocalDate.of(2026, 7, 1).toString());
        assertThat(admin.put("/api/units/" + region, cycle).code()).isEqualTo("access.unit-cycle");
    }

    private static String parentOn(TestHttp.Client client, String unit, String day) {
        for (var node : client.get("/api/units?on=" + day).json()) {
            if (node.path("id").asString().equals(unit)) {
                return node.path("parent").asString();
            }
        }
        throw new AssertionError("no unit " + unit + " on " + day);
    }

    private static Map<String, Object> unit(TestHttp.Client client, String id) {
        var newest = client.get("/api/units/" + id + "/history").json().get(0);
        return Map.of(
                "expectedVersion", newest.path("version").asInt(),
                "code", newest.path("code").asString(),
                "name", newest.path("name").asString(),
                "parent", newest.path("parent").asString(),
                "open", true,
                "effectiveFrom", "2026-03-02");
    }

    private static Map<String, Object> changed(Map<String, Object> unit, String field, Object value) {
        var copy = new HashMap<>(unit);
        copy.put(field, value);
        return copy;
    }

    private static Map<String, Object> revised(tools.jackson.databind.JsonNode post, List<Map<String, String>> more) {
        var grants = new java.util.ArrayList<Object>(more);
        post.path("grants").forEach(grants::add);
        return Map.of(
                "expectedVersion", post.path("version").asInt(),
                "name", post.path("name").asString(),
                "postClass", post.path("postClass").asString(),
                "summary", post.path("summary").asString(),
                "powers", post.path("powers"),
                "grants", grants,
                "retired", false);
    }
}
