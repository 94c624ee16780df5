package org.guildhall.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestHttp;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GuildhallTest
class ApiKeyStory {

    @Autowired
    TestStaff staff;

    @Autowired
    TestHttp http;

    @Autowired
    MovableClock clock;

    @Test
    void aProgramDoesWhatItsKeyAllowsAndNothingElse() {
        var key = create(staff.logIn("lead"), Map.of("permissions", List.of("access.units-read")));
        var program = http.asKey(key.json().path("bearer").asString());

        assertThat(program.get("/api/units").status()).isEqualTo(200);
        assertThat(program.get("/api/staff").code()).isEqualTo("access.denied");
        assertThat(program.get("/api/session").code()).isEqualTo("access.unauthenticated");
    }

    @Test
    void aKeyNeedsNoCsrfTokenButItsWholeSecret() {
        var bearer = create(staff.logIn("lead"), Map.of("permissions", List.of("access.units-read")))
                .json()
                .path("bearer")
                .asString();

        var spoilt = bearer.substring(0, bearer.length() - 1) + (bearer.endsWith("A") ? "B" : "A");
        assertThat(http.asKey(spoilt).get("/api/units").code()).isEqualTo("access.bad-credentials");
        assertThat(http.asKey("gh_nonsense").get("/api/units").code()).isEqualTo("access.bad-credentials");
        assertThat(http.asKey(bearer).post("/api/audit/verify", Map.of()).code())
                .isEqualTo("access.denied");
    }

    @Test
    void aKeyCanDoNoMoreThanItsMaker() {
        var answer =
                create(staff.logIn("admin"), Map.of("permissions", List.of("access.units-read", "policies.publish")));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("access.exceeds-own-powers");
        assertThat(answer.json().path("facts").path("permissions").toString()).isEqualTo("[\"policies.publish\"]");
    }

    @Test
    void aRevokedOrExpiredKeyOpensNothing() {
        var lead = staff.logIn("lead");
        var key = create(lead, Map.of("permissions", List.of("access.units-read")));
        var program = http.asKey(key.json().path("bearer").asString());
        assertThat(program.get("/api/units").status()).isEqualTo(200);

        var id = key.json().path("key").path("id").asString();
        assertThat(lead.delete("/api/api-keys/" + id).status()).isEqualTo(204);
        assertThat(program.get("/api/units").code()).isEqualTo("access.bad-credentials");

        var start = clock.instant();
        var brief = create(
                lead,
                Map.of(
                        "permissions",
                        List.of("access.units-read"),
                        "expiresAt",
                        start.plusSeconds(60).toString()));
        var briefly = http.asKey(brief.json().path("bearer").asString());
        assertThat(briefly.get("/api/units").status()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(61));
        assertThat(briefly.get("/api/units").code()).isEqualTo("access.bad-credentials");
        clock.moveTo(start);
    }

    @Test
    void tooManyRequestsAreToldWhenToComeBack() {
        var key = create(
                staff.logIn("lead"), Map.of("permissions", List.of("access.units-read"), "perSecond", 1, "burst", 3));
        var program = http.asKey(key.json().path("bearer").asString());
        for (int i = 0; i < 3; i++) {
            assertThat(program.get("/api/units").status()).isEqualTo(200);
        }

        var refused = program.get("/api/units");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("access.rate-limited");
        assertThat(refused.raw().headers().firstValue("Retry-After")).contains("1");
        var start = clock.instant();
        clock.advance(Duration.ofSeconds(1));
        assertThat(program.get("/api/units").status()).isEqualTo(200);
        clock.moveTo(start);
    }

    private static TestHttp.Answer create(TestHttp.Client client, Map<String, Object> command) {
        var body = new HashMap<String, Object>(command);
        body.put("name", "till");
        return client.post("/api/api-keys", body);
    }
}
