package org.guildhall.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.platform.web.Rejects.Expected.input;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestHttp;
import org.guildhall.testing.TestStaff;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Values that a language can write and a company cannot mean: texts for numbers, days before and after all calendars. */
@GuildhallTest
class StrangeValuesStory {

    private static final String LAST_DAY = "+999999999-12-31";
    private static final String FIRST_DAY = "-999999999-01-01";

    @Autowired
    TestStaff staff;

    @Autowired
    DSLContext sql;

    private @Nullable Rejects made;
    private TestHttp.@Nullable Client lead;
    private String member = "";

    @BeforeEach
    void begin() {
        var client = staff.logIn("lead");
        lead = client;
        member = client.post("/api/members", Map.of("kind", "PERSON"))
                .json()
                .path("member")
                .path("id")
                .asString();
        made = new Rejects(sql);
    }

    @AfterEach
    void nothingWasWrong() {
        rejects().allFine();
    }

    @Test
    void a_text_is_no_number_and_no_answer() {
        points(Map.of("amount", "5"), input("amount", "type"));
        points(Map.of("amount", ""), input("amount", "type"));
        purchase(Map.of("total", Map.of("minor", "100", "currency", "CNY")), input("total.minor", "type"));
        rejects().post(client(), "/api/members/search", Map.of("limit", "10"), input("limit", "type"));
        rejects()
                .post(
                        client(),
                        "/api/members",
                        Map.of("kind", "PERSON", "shareMobile", "true"),
                        input("shareMobile", "type"));
        rejects()
                .send(
                        client(),
                        "PATCH",
                        "/api/members/" + member,
                        Map.of("set", Map.of("name", "新名"), "expectedVersion", "1"),
                        input("expectedVersion", "type"));
    }

    @Test
    void a_number_that_its_field_cannot_hold_is_told_with_its_range_and_a_missing_one_as_missing() {
        var long64 = "99999999999999999999";
        written(
                "{\"amount\": " + long64 + ", \"kind\": \"grant\", \"reason\": \"x\"}",
                input("amount", "integer-range"));
        written("{\"kind\": \"grant\", \"reason\": \"x\"}", input("amount", "not-null"));
        written("{\"amount\": null, \"kind\": \"grant\", \"reason\": \"x\"}", input("amount", "not-null"));
        written("{\"amount\": {}, \"kind\": \"grant\", \"reason\": \"x\"}", input("amount", "type"));
        written("{\"amount\": [1], \"kind\": \"grant\", \"reason\": \"x\"}", input("amount", "type"));
        written("{\"amount\": 5", input("body", "json"));
        purchase(
                Map.of("total", Map.of("minor", new BigInteger("-" + long64), "currency", "CNY")),
                input("total.minor", "integer-range"));
        var publish = "/api/policies/access.sign-in/draft/publish";
        var day = Map.of("effectiveFrom", staff.today().toString(), "reason", "x");
        rejects().post(client(), publish, day, input("revision", "not-null"));
        var far = new HashMap<String, Object>(day);
        far.put("revision", 3_000_000_000L);
        rejects().post(client(), publish, far, input("revision", "integer-range"));
        assertThat(client().post(publish, far)
                        .json()
                        .path("fields")
                        .path(0)
                        .path("value")
                        .asString())
                .isEqualTo("3000000000");
        assertThat(client().post(publish, far).json().path("detail").asString()).contains("2147483647");
    }

    @Test
    void days_and_instants_lie_in_years_of_four_digits() {
        points(Map.of("expiresOn", LAST_DAY), input("expiresOn", "type"));
        points(Map.of("expiresOn", "+10000-01-01"), input("expiresOn", "type"));
        purchase(Map.of("occurredAt", "+1000000000-12-31T23:59:59Z"), input("occurredAt", "type"));
        purchase(Map.of("occurredAt", "-1000000000-01-01T00:00:00Z"), input("occurredAt", "type"));
        rejects()
                .post(
                        client(),
                        "/api/members",
                        Map.of("kind", "PERSON", "joinedOn", FIRST_DAY),
                        input("joinedOn", "type"));
        asked("/api/members/" + member + "/statement?to=%2B999999999-12-31", "to");
        asked("/api/members/" + member + "/statement/file?from=-999999999-01-01", "from");
        asked("/api/redemptions?to=%2B999999999-12-31", "to");
        asked("/api/members/" + member + "/statement?knownAt=%2B1000000000-12-31T23:59:59Z", "knownAt");
    }

    @Test
    void an_address_asks_with_values_of_their_kind() {
        asked("/api/redemptions?limit=ten", "limit");
        asked("/api/redemptions?to=yesterday", "to");
        asked("/api/redemptions?member=nobody", "member");
        asked("/api/members/nobody/statement", "memberId");
    }

    @Test
    void a_text_that_cannot_be_kept_as_it_is_is_refused() {
        points(Map.of("reason", "谢\0礼"), input("reason", "no-character-zero"));
        purchase(Map.of("number", "A\0001"), input("number", "no-character-zero"));
    }

    private void asked(String address, String field) {
        rejects().refused(address, input(field, "type"), () -> client().get(address));
    }

    private void written(String json, Rejects.Expected expected) {
        rejects().post(client(), "/api/members/" + member + "/points", json, expected);
    }

    private void points(Map<String, ?> other, Rejects.Expected expected) {
        var body = new HashMap<String, Object>(Map.of("amount", 10, "kind", "grant", "reason", "test"));
        body.putAll(other);
        rejects().post(client(), "/api/members/" + member + "/points", body, expected);
    }

    private void purchase(Map<String, ?> other, Rejects.Expected expected) {
        var body = new HashMap<String, Object>(
                Map.of("member", member, "total", Map.of("minor", 10_000, "currency", "CNY")));
        body.putAll(other);
        rejects().post(client(), "/api/purchases", body, expected);
    }

    private TestHttp.Client client() {
        return Objects.requireNonNull(lead);
    }

    private Rejects rejects() {
        return Objects.requireNonNull(made);
    }
}
