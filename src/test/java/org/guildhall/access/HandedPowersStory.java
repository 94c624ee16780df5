package org.guildhall.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.guildhall.kernel.UnitId;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestHttp;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody who manages the staff and the keys of one store tries to hand out, take over or take away more than that. */
@GuildhallTest
class HandedPowersStory {

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final List<String> POWERS =
            List.of("access.staff-read", "access.staff-write", "access.keys-write", "members.read");

    @Autowired
    TestStaff staff;

    @Autowired
    Posts posts;

    @Test
    void whoManagesOneStoreHiresNobodyAboveThemselves() {
        var store = store();
        var head = head(store);
        var lead = posts.byCode("lead").orElseThrow().id();

        var above = hire(head, "above" + store, lead, store);

        assertThat(above.status()).isEqualTo(403);
        assertThat(above.code()).isEqualTo("access.exceeds-own-powers");
        assertThat(above.text()).contains("members.unmasked", "moneyLimit").doesNotContain("\"password\"");
        assertThat(staff.logIn("admin").get("/api/staff?q=above" + store).json().path("items"))
                .isEmpty();
        assertThat(hire(head, "equal" + store, post(ScopeLevel.ALL), store).code())
                .isEqualTo("access.exceeds-own-powers");
        assertThat(hire(head, "peer" + store, post(ScopeLevel.BRANCH), store).status())
                .isEqualTo(201);
        assertThat(hire(staff.logIn("admin"), "chief" + store, lead, store).status())
                .isEqualTo(201);
    }

    @Test
    void whoManagesOneStoreTakesNobodyAboveThemselvesOverAndNobodyWhoHasGone() {
        var store = store();
        var head = head(store);
        var lead = posts.byCode("lead").orElseThrow().id();
        var peer = staff.hire(List.of(new Appoint(post(ScopeLevel.BRANCH), store, staff.today(), null)));
        var above = staff.hire(List.of(
                new Appoint(post(ScopeLevel.BRANCH), store, staff.today(), null),
                new Appoint(lead, staff.company(), staff.today().plusDays(9), null)));
        var gone = staff.hire(List.of(
                new Appoint(post(ScopeLevel.BRANCH), store, staff.today().minusDays(9), staff.today())));

        assertThat(head.post("/api/staff/" + peer.id() + "/password", Map.of()).status())
                .isEqualTo(200);
        assertThat(head.post("/api/staff/" + above.id() + "/password", Map.of()).code())
                .isEqualTo("access.exceeds-own-powers");
        assertThat(head.post("/api/staff/" + gone.id() + "/password", Map.of()).code())
                .isEqualTo("access.no-such-staff");
        assertThat(head.get("/api/staff/" + gone.id()).status()).isEqualTo(200);
        assertThat(staff.logIn("admin")
                        .post("/api/staff/" + above.id() + "/password", Map.of())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whatHasEndedEndsNoLaterAndOutOfReachNothingEnds() {
        var store = store();
        var head = head(store);
        var svc = posts.byCode("svc").orElseThrow().id();
        var today = staff.today();
        var person = staff.hire(List.of(
                new Appoint(post(ScopeLevel.BRANCH), store, today.minusDays(30), null),
                new Appoint(svc, store, today.minusDays(30), today.minusDays(10)),
                new Appoint(svc, staff.company(), today.minusDays(20), null)));
        var file = head.get("/api/staff/" + person.id()).json().path("appointments");
        var ended = appointment(file, store.toString(), "svc");
        var elsewhere = appointment(file, staff.company().toString(), "svc");

        var later = end(head, person, ended, today.plusYears(1).toString());
        var beyond = end(head, person, elsewhere, today.toString());

        assertThat(later.json().path("fields").get(0).path("rule").asString()).isEqualTo("not-after-end");
        assertThat(beyond.code()).isEqualTo("access.out-of-scope");
        assertThat(end(staff.logIn("admin"), person, ended, today.toString()).status())
                .isEqualTo(400);
        assertThat(end(staff.logIn("admin"), person, elsewhere, today.toString())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void ofManySaversOfOneFileOneIsHeard() throws Exception {
        var person = staff.hire("svc", staff.company());
        var admins = IntStream.range(0, 6).mapToObj(i -> staff.logIn("admin")).toList();
        try (var threads = Executors.newFixedThreadPool(admins.size())) {
            var answers = threads.invokeAll(admins.stream()
                    .<java.util.concurrent.Callable<Integer>>map(admin -> () -> admin.put(
                                    "/api/staff/" + person.id(),
                                    Map.of("expectedVersion", 1, "name", "改名" + admins.indexOf(admin)))
                            .status())
                    .toList());
            var statuses = answers.stream().map(answer -> answer.resultNow()).toList();
            assertThat(statuses).containsOnly(200, 409);
            assertThat(statuses.stream().filter(status -> status == 200)).hasSize(1);
        }
    }

    @Test
    void keysBeyondReachAreNeitherSeenNorRevoked() {
        var store = store();
        var head = head(store);
        var own = key(head, store);
        var others = key(staff.logIn("lead"), store());
        var everywhere = key(staff.logIn("lead"), null);

        assertThat(head.get("/api/api-keys").text()).contains(own).doesNotContain(others, everywhere);
        for (var beyond : List.of(others, everywhere)) {
            assertThat(head.delete("/api/api-keys/" + beyond).code()).isEqualTo("access.no-such-key");
        }
        assertThat(staff.logIn("lead").get("/api/api-keys").text()).contains(own, others, everywhere);
        assertThat(head.delete("/api/api-keys/" + own).status()).isEqualTo(204);
    }

    private UnitId store() {
        return staff.open(UnitKind.STORE, staff.company());
    }

    private TestHttp.Client head(UnitId store) {
        return staff.logIn(staff.hire(List.of(
                new Appoint(post(ScopeLevel.BRANCH), store, staff.today().minusDays(1), null))));
    }

    private PostId post(ScopeLevel level) {
        var code = "keeper-" + NEXT.incrementAndGet();
        var grants = POWERS.stream()
                .map(power -> new Grant(Permission.of(power), level))
                .toList();
        return staff.asMachine(() ->
                        posts.define(new DefinePost(code, code, PostClass.of("store"), "", PostPowers.NONE, grants)))
                .id();
    }

    private static TestHttp.Answer hire(TestHttp.Client client, String username, PostId post, UnitId unit) {
        return client.post(
                "/api/staff",
                Map.of(
                        "username",
                        username,
                        "name",
                        "新人",
                        "enteredOn",
                        "2026-01-01",
                        "appointments",
                        List.of(Map.of("post", post, "unit", unit, "from", "2026-03-02"))));
    }

    private static String appointment(tools.jackson.databind.JsonNode appointments, String unit, String post) {
        for (var one : appointments) {
            if (one.path("unit").asString().equals(unit)
                    && one.path("postCode").asString().equals(post)) {
                return one.path("id").asString();
            }
        }
        throw new AssertionError("no " + post + " in " + appointments);
    }

    private static TestHttp.Answer end(
            TestHttp.Client client, TestStaff.Person person, String appointment, String until) {
        return client.put("/api/staff/" + person.id() + "/posts/" + appointment + "/end", Map.of("until", until));
    }

    private static String key(TestHttp.Client client, @org.jspecify.annotations.Nullable UnitId unit) {
        var command =
                new java.util.HashMap<String, Object>(Map.of("name", "till", "permissions", List.of("members.read")));
        if (unit != null) {
            command.put("unit", unit);
        }
        return client.post("/api/api-keys", command)
                .json()
                .path("key")
                .path("id")
                .asString();
    }
}
