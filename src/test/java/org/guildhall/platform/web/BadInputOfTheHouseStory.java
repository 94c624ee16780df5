package org.guildhall.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.platform.web.Rejects.Expected.input;
import static org.guildhall.platform.web.Rejects.Expected.refusal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestHttp;
import org.guildhall.testing.TestStaff;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Bad input over what runs the house: rules, files, staff, sessions, bodies of any kind. Named, and nothing stored. */
@GuildhallTest
class BadInputOfTheHouseStory {

    private static final String DRAFT = "/api/policies/loyalty.expiry/draft";

    @Autowired
    TestStaff staff;

    @Autowired
    TestHttp http;

    @Autowired
    MovableClock clock;

    @Autowired
    DSLContext sql;

    private TestHttp.@Nullable Client given;
    private @Nullable Rejects made;

    @BeforeEach
    void begin() {
        given = staff.logIn("lead");
        made = new Rejects(sql);
    }

    @AfterEach
    void nothingWasWrong() {
        rejects().allFine();
    }

    @Test
    void rules_are_not_drafted_from_bad_input() {
        draft(Map.of("points", Map.of("kind", "term", "months", -3)), "points.months", "min");
        draft(Map.of("points", Map.of("kind", "term", "months", "many")), "points.months", "type");
        draft(Map.of("points", Map.of("kind", "whenever")), "points.kind", "one-of");
        draft(Map.of("points", Map.of("kind", "never"), "colour", "red"), "colour", "unknown-field");
        draft(Map.of(), "points", "required");
        rejects().send(lead(), "PUT", DRAFT, Map.of("expectedRevision", 0), input("body", "not-null"));
        rejects().send(lead(), "PUT", DRAFT, Map.of("body", 7, "expectedRevision", 0), input("body", "type"));
        rejects()
                .send(
                        lead(),
                        "PUT",
                        "/api/policies/loyalty.unheard/draft",
                        Map.of("body", Map.of(), "expectedRevision", 0),
                        refusal(404, "policies.unknown-kind"));
        rejects()
                .post(
                        lead(),
                        DRAFT + "/publish",
                        Map.of("revision", 1, "effectiveFrom", "2026-03-02", "reason", "x"),
                        refusal(404, "policies.no-such-draft"));
        rejects()
                .post(
                        lead(),
                        DRAFT + "/publish",
                        Map.of("revision", 0, "effectiveFrom", "soon", "reason", "x"),
                        input("effectiveFrom", "type"));
        rejects()
                .post(
                        lead(),
                        DRAFT + "/publish",
                        Map.of("revision", 0, "effectiveFrom", "2026-03-02", "reason", ""),
                        input("revision", "min"));
    }

    @Test
    void files_that_cannot_be_read_or_are_too_large_leave_nothing() {
        upload("a file with nothing in it", new byte[0], refusal(400, "intake.unreadable-file"));
        upload(
                "a picture",
                new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2, 3, 0, 0, 0, 1},
                refusal(400, "intake.unreadable-file"));
        upload("more than the limit", new byte[(200 << 20) + 1], refusal(413, "platform.body-too-large"));
        rejects()
                .refused(
                        "no file at all",
                        input("file", "required"),
                        () -> lead().send(
                                        "POST",
                                        "/api/imports",
                                        "--x--\r\n",
                                        Map.of("Content-Type", "multipart/form-data; boundary=x")));
        var text = "会员号,单号,时间,金额\nbad-1,B1,2024-05-01,100\n";
        var upload = lead().upload("/api/imports", "good.csv", text.getBytes(StandardCharsets.UTF_8))
                .json();
        var path = "/api/imports/" + upload.path("id").asString();
        var settings = new HashMap<String, Object>();
        upload.path("profile")
                .path("settings")
                .propertyStream()
                .forEach(entry -> settings.put(entry.getKey(), entry.getValue()));
        prepare(path, upload, with(settings, "source", ""), input("settings.source", "size"));
        prepare(path, upload, with(settings, "currency", "YUAN"), input("settings.currency", "pattern"));
        prepare(
                path,
                upload,
                with(settings, "currency", "QQQ"),
                new Rejects.Expected(400, "intake.unfit-mapping", "settings.currency", "currency"));
        prepare(path, upload, with(settings, "dateOrder", "YEAR_LAST"), input("settings.dateOrder", "type"));
        prepare(path, upload, with(settings, "colour", "red"), input("settings.colour", "unknown-field"));
        rejects().post(lead(), path + "/undo", Map.of("reason", "wrong file"), refusal(409, "intake.wrong-state"));
        rejects().post(lead(), path + "/undo", Map.of("reason", " "), input("reason", "not-blank"));
        rejects()
                .post(
                        lead(),
                        "/api/imports/" + UUID.randomUUID() + "/start",
                        Map.of(),
                        refusal(404, "intake.unknown-import"));
        rejects().post(lead(), "/api/imports/none/start", Map.of(), input("id", "type"));
    }

    @Test
    void staff_are_not_hired_or_changed_by_bad_input() {
        var admin = staff.logIn("admin");
        var person = staff.hire("svc", staff.company());
        hire(admin, Map.of("username", "a b"), input("username", "pattern"));
        hire(admin, Map.of("username", "x"), input("username", "size"));
        hire(admin, Map.of("name", " "), input("name", "not-blank"));
        hire(admin, Map.of("enteredOn", "someday"), input("enteredOn", "type"));
        hire(admin, Map.of("salary", 1), input("salary", "unknown-field"));
        hire(admin, Map.of("username", person.username()), refusal(409, "access.login-taken"));
        var nowhere = Map.of("post", UUID.randomUUID(), "unit", staff.company(), "from", "2026-03-02");
        hire(admin, Map.of("appointments", List.of(nowhere)), refusal(404, "access.no-such-post"));
        var change = Map.of("expectedVersion", 1, "name", "新名");
        admin.put("/api/staff/" + person.id(), change);
        rejects().send(admin, "PUT", "/api/staff/" + person.id(), change, refusal(409, "access.stale-version"));
        rejects().send(admin, "PUT", "/api/staff/" + UUID.randomUUID(), change, refusal(404, "access.no-such-staff"));
        hire(staff.logIn("svc"), Map.of(), refusal(403, "access.denied"));
    }

    @Test
    void nobody_forgers_and_expired_sessions_store_nothing() {
        var body = Map.of("kind", "PERSON", "profile", Map.of("name", "无名"));
        rejects().post(http.asKey("gh_none_none"), "/api/members", body, refusal(401, "access.bad-credentials"));
        rejects()
                .refused(
                        "a forged token",
                        refusal(403, "access.csrf"),
                        () -> lead().send("POST", "/api/members", body, Map.of("X-XSRF-TOKEN", "forged")));
        var start = clock.instant();
        try {
            clock.advance(Duration.ofDays(2));
            rejects().post(lead(), "/api/members", body, refusal(401, "access.session-expired"));
        } finally {
            clock.moveTo(start);
        }
    }

    @Test
    void bodies_of_the_wrong_size_or_kind_store_nothing() {
        rejects()
                .post(
                        lead(),
                        "/api/members",
                        "{\"kind\": \"" + "x".repeat(16 << 20) + "\"}",
                        refusal(413, "platform.body-too-large"));
        rejects()
                .refused(
                        "a form",
                        new Rejects.Expected(415, "platform.unsupported-media-type", "Content-Type", "media-type"),
                        () -> lead().send(
                                        "POST",
                                        "/api/members",
                                        "kind=PERSON",
                                        Map.of("Content-Type", "application/x-www-form-urlencoded")));
        rejects().post(lead(), "/api/unheard-of", Map.of(), refusal(404, "platform.no-such-endpoint"));
        rejects().send(lead(), "DELETE", "/api/members", null, refusal(405, "platform.method-not-allowed"));
        assertThat(lead().post("/api/members", "null").status()).isEqualTo(400);
    }

    private void draft(Map<String, ?> body, String field, String rule) {
        rejects()
                .send(
                        lead(),
                        "PUT",
                        DRAFT,
                        Map.of("body", body, "expectedRevision", 0),
                        new Rejects.Expected(400, "policies.invalid-policy", field, rule));
    }

    private void upload(String what, byte[] content, Rejects.Expected expected) {
        rejects().refused(what, expected, () -> lead().upload("/api/imports", "file.csv", content));
    }

    private void prepare(
            String path,
            tools.jackson.databind.JsonNode upload,
            Map<String, Object> settings,
            Rejects.Expected expected) {
        var body = Map.of(
                "kind",
                upload.path("profile").path("kind"),
                "mapping",
                upload.path("profile").path("mapping"),
                "settings",
                settings);
        rejects().send(lead(), "PUT", path + "/mapping", body, expected);
    }

    private static Map<String, Object> with(Map<String, Object> settings, String field, Object value) {
        var changed = new HashMap<>(settings);
        changed.put(field, value);
        return changed;
    }

    private void hire(TestHttp.Client client, Map<String, ?> other, Rejects.Expected expected) {
        var body = new HashMap<String, Object>(Map.of(
                "username",
                "new-" + UUID.randomUUID().toString().substring(0, 8),
                "name",
                "新人",
                "enteredOn",
                "2026-03-02",
                "appointments",
                List.of()));
        body.putAll(other);
        rejects().post(client, "/api/staff", body, expected);
    }

    private TestHttp.Client lead() {
        return Objects.requireNonNull(given);
    }

    private Rejects rejects() {
        return Objects.requireNonNull(made);
    }
}
