package org.guildhall.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestHttp;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GuildhallTest
class LogInStory {

    @Autowired
    TestHttp http;

    @Autowired
    TestStaff staff;

    @Autowired
    MovableClock clock;

    @Autowired
    Access access;

    @Autowired
    StaffDirectory directory;

    Instant start = Instant.EPOCH;

    @BeforeEach
    void rememberTheTime() {
        start = clock.instant();
    }

    @AfterEach
    void putTheClockBack() {
        clock.moveTo(start);
    }

    @Test
    void aPersonLogsInSeesWhoTheyAreAndLogsOut() {
        var lead = staff.hire("lead", staff.company());
        var client = staff.logIn(lead);

        var view = client.get("/api/session");

        assertThat(view.status()).isEqualTo(200);
        assertThat(view.json().path("username").asString()).isEqualTo(lead.username());
        assertThat(view.json().path("posts").get(0).path("postCode").asString()).isEqualTo("lead");
        assertThat(view.text()).contains("access.staff-read").doesNotContain("password\"");
        assertThat(client.delete("/api/session").status()).isEqualTo(204);
        assertThat(client.get("/api/session").code()).isIn("access.unauthenticated", "access.session-expired");
    }

    @Test
    void nobodyIsToldToLogInByAProblemAndNotByARedirect() {
        var answer = http.asNobody().get("/api/staff");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("access.unauthenticated");
        assertThat(answer.raw().headers().firstValue("Content-Type").orElse("")).contains("application/problem+json");
        assertThat(http.asNobody().get("/v3/api-docs").status()).isEqualTo(401);
        assertThat(http.asNobody().get("/actuator/prometheus").status()).isEqualTo(401);
        assertThat(http.asNobody().get("/actuator/health").status()).isEqualTo(200);
    }

    @Test
    void anAddressWrittenInOtherLettersOpensNothing() {
        for (var address : java.util.List.of("/%61pi/staff", "/%61ctuator/prometheus", "/%763/api-docs")) {
            var answer = http.asNobody().get(address);
            assertThat(answer.status()).as(address).isEqualTo(401);
            assertThat(answer.code()).as(address).isEqualTo("access.unauthenticated");
        }
        var lead = staff.logIn("lead");
        assertThat(lead.get("/%61pi/staff").status()).isEqualTo(200);
        assertThat(lead.send("DELETE", "/api/%73ession", null, Map.of("X-XSRF-TOKEN", "Zm9yZWlnbg"))
                        .code())
                .isEqualTo("access.csrf");
        assertThat(http.asNobody()
                        .post("/api/%73ession", Map.of("username", "a", "password", "b"))
                        .code())
                .isEqualTo("access.csrf");
        assertThat(http.asNobody().post("/anything", Map.of()).status()).isEqualTo(401);
    }

    @Test
    void aWrongPasswordAndAnUnknownNameAreTheSameRefusal() {
        var person = staff.hire("svc", staff.company());

        assertThat(tryToLogIn(person.username(), "wrong-Password-1").code()).isEqualTo("access.bad-credentials");
        assertThat(tryToLogIn("nobody-at-all", "wrong-Password-1").code()).isEqualTo("access.bad-credentials");
    }

    @Test
    void theFifthFailureLocksTheAccountForAQuarterOfAnHourEvenForTheRightPassword() {
        var person = staff.hire("svc", staff.company());
        for (int i = 0; i < 4; i++) {
            assertThat(tryToLogIn(person.username(), "wrong-Password-1").code()).isEqualTo("access.bad-credentials");
        }
        assertThat(tryToLogIn(person.username(), "wrong-Password-1").code()).isEqualTo("access.locked-out");

        assertThat(tryToLogIn(person.username(), TestStaff.PASSWORD).code()).isEqualTo("access.locked-out");
        clock.advance(Duration.ofMinutes(14));
        assertThat(tryToLogIn(person.username(), TestStaff.PASSWORD).code()).isEqualTo("access.locked-out");
        clock.advance(Duration.ofMinutes(1));
        assertThat(tryToLogIn(person.username(), TestStaff.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void aSuccessBetweenFailuresBeginsTheCountAnew() {
        var person = staff.hire("svc", staff.company());
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 4; i++) {
                assertThat(tryToLogIn(person.username(), "wrong-Password-1").status())
                        .isEqualTo(401);
            }
            assertThat(tryToLogIn(person.username(), TestStaff.PASSWORD).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void aSessionEndsAfterHalfAnHourUnusedAndAfterTwelveHoursInAnyCase() {
        var client = staff.logIn("lead");
        clock.advance(Duration.ofMinutes(29));
        assertThat(client.get("/api/session").status()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(30));
        assertThat(client.get("/api/session").code()).isEqualTo("access.session-expired");

        var busy = staff.logIn("lead");
        for (int i = 0; i < 35; i++) {
            clock.advance(Duration.ofMinutes(20));
            assertThat(busy.get("/api/session").status())
                    .as("after %d minutes", (i + 1) * 20)
                    .isEqualTo(200);
        }
        clock.advance(Duration.ofMinutes(20));
        assertThat(busy.get("/api/session").code()).isEqualTo("access.session-expired");
    }

    @Test
    void aRevokedSessionEndsAtOnceAndTheOthersLiveOn() {
        var person = staff.hire("lead", staff.company());
        var here = staff.logIn(person);
        var there = staff.logIn(person);
        var all = here.get("/api/session/all").json();
        assertThat(all.size()).isEqualTo(2);
        var other = all.get(0).path("current").asBoolean() ? all.get(1) : all.get(0);

        assertThat(here.delete("/api/session/all/" + other.path("id").asString())
                        .status())
                .isEqualTo(204);

        assertThat(there.get("/api/session").code()).isEqualTo("access.session-expired");
        assertThat(here.get("/api/session").status()).isEqualTo(200);
    }

    @Test
    void aOneTimePasswordOpensNothingButItsOwnReplacement() {
        var password = staff.asMachine(
                () -> directory.hire(new HireStaff("newcomer", "新人", null, staff.today(), java.util.List.of())));
        var client = http.asStaff("newcomer", password.password());

        assertThat(client.get("/api/session").json().path("mustChangePassword").asBoolean())
                .isTrue();
        assertThat(client.get("/api/jobs").code()).isEqualTo("access.password-change-required");
        assertThat(change(client, "not-it", "a-Fine-passphrase")
                        .json()
                        .path("fields")
                        .get(0)
                        .path("rule")
                        .asString())
                .isEqualTo("password-wrong");
        assertThat(change(client, password.password(), "newcomer").text())
                .contains("password-too-short")
                .contains("password-contains-name");
        assertThat(change(client, password.password(), "a-Fine-passphrase").status())
                .isEqualTo(204);

        assertThat(client.get("/api/jobs").status()).isEqualTo(200);
        assertThat(tryToLogIn("newcomer", password.password()).code()).isEqualTo("access.bad-credentials");
        assertThat(tryToLogIn("newcomer", "a-Fine-passphrase").status()).isEqualTo(200);
    }

    @Test
    void aChangingRequestWithoutTheCsrfTokenOfItsOwnSessionIsRefused() {
        var client = staff.logIn("lead");
        var foreign = Map.of("X-XSRF-TOKEN", "Zm9yZWlnbg");

        assertThat(client.send("DELETE", "/api/session", null, foreign).code()).isEqualTo("access.csrf");
        assertThat(client.get("/api/session").status()).isEqualTo(200);
        var nobody = http.asNobody();
        assertThat(nobody.post("/api/session", Map.of("username", "x", "password", "y"))
                        .code())
                .isEqualTo("access.csrf");
    }

    @Test
    void everyAnswerCarriesTheStrictHeaders() {
        var headers = http.asNobody().get("/api/session").raw().headers();

        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'self'; style-src 'self'; img-src 'self' data: blob:")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
        assertThat(headers.allValues("Set-Cookie"))
                .allSatisfy(cookie -> assertThat(cookie).contains("SameSite=Lax"));
    }

    @Test
    void nobodyAtTheDoorIsAnAnswerAndNoError() {
        var nobody = http.asNobody().get("/api/entrance");
        assertThat(nobody.status()).isEqualTo(200);
        assertThat(nobody.text()).isEqualTo("{\"zone\":\"Asia/Shanghai\"}");
        assertThat(nobody.raw().headers().allValues("Set-Cookie")).anyMatch(cookie -> cookie.startsWith("XSRF-TOKEN="));

        var client = staff.logIn("lead");
        assertThat(client.get("/api/entrance")
                        .json()
                        .path("session")
                        .path("staff")
                        .asString(""))
                .isNotEmpty();
        var stale = Map.of("Cookie", "GUILDHALL_SESSION=bm9ib2R5");
        var ended = http.asNobody().send("GET", "/api/entrance", null, stale);
        assertThat(ended.status()).isEqualTo(200);
        assertThat(ended.text()).isEqualTo("{\"zone\":\"Asia/Shanghai\"}");
        assertThat(http.asNobody().send("GET", "/api/session", null, stale).status())
                .isEqualTo(401);
    }

    @Test
    void theSessionCookieIsClosedToScriptsAndTheDatabaseHoldsOnlyItsHash() {
        var person = staff.hire("svc", staff.company());
        var client = http.asNobody();
        client.get("/api/session");
        var answer = client.post("/api/session", Map.of("username", person.username(), "password", TestStaff.PASSWORD));

        var cookie = answer.raw().headers().allValues("Set-Cookie").stream()
                .filter(text -> text.startsWith("GUILDHALL_SESSION="))
                .findFirst()
                .orElseThrow();
        assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax");
    }

    private TestHttp.Answer tryToLogIn(String username, String password) {
        var client = http.asNobody();
        client.get("/api/session");
        return client.post("/api/session", Map.of("username", username, "password", password));
    }

    private static TestHttp.Answer change(TestHttp.Client client, String current, String next) {
        return client.put("/api/session/password", Map.of("current", current, "next", next));
    }
}
