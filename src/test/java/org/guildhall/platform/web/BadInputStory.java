package org.guildhall.platform.web;

import static org.guildhall.platform.web.Rejects.Expected.input;
import static org.guildhall.platform.web.Rejects.Expected.refusal;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.access.UnitKind;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestHttp;
import org.guildhall.testing.TestStaff;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Bad input over the writes of members and their value: named by field and rule, and nothing of it stored. */
@GuildhallTest
class BadInputStory {

    @Autowired
    TestStaff staff;

    @Autowired
    DSLContext sql;

    private TestHttp.@org.jspecify.annotations.Nullable Client given;
    private @org.jspecify.annotations.Nullable Rejects made;

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
    void members_are_not_entered_from_bad_input() {
        member(Map.of("kind", "ROBOT"), input("kind", "type"));
        member(Map.of(), input("kind", "not-null"));
        member(List.of(1), input("body", "type"));
        member("{\"kind\": \"PERSON\",", input("body", "json"));
        member(Map.of("kind", "PERSON", "nickname", "小明"), input("nickname", "unknown-field"));
        member(person("colour", "red"), input("profile.colour", "unknown-field"));
        member(person("mobile", "12345"), input("mobile", "mobile"));
        member(person("mobile", List.of("13900000000")), input("profile.mobile", "type"));
        member(person("name", 12), input("profile.name", "text"));
        member(person("name", true), input("profile.name", "text"));
        member(Map.of("kind", 0), input("kind", "type"));
        member(Map.of("kind", "0"), input("kind", "type"));
        member("{\"kind\": \"PERSON\", \"tags\": [null]}", input("tags[0]", "not-null"));
        member(
                "{\"kind\": \"PERSON\", \"profile\": {\"deliveryAddresses\": [null]}}",
                input("profile.deliveryAddresses[0]", "not-null"));
        member(
                "{\"kind\": \"PERSON\", \"profile\": {\"attributes\": {\"size\": null}}}",
                input("profile.attributes.size", "not-null"));
        rejects()
                .post(
                        lead(),
                        "/api/member-attributes",
                        "{\"code\": \"size\", \"type\": \"CHOICE\", \"label\": {\"zh-CN\": \"尺码\"}, \"choices\": [null],"
                                + " \"personal\": false, \"position\": 1, \"retired\": false}",
                        input("choices[0]", "not-null"));
        member(Map.of("kind", "PERSON", "joinedOn", 20_000), input("joinedOn", "type"));
        member(Map.of("kind", "PERSON", "homeUnit", 7), input("homeUnit", "type"));
        member(person("name", "长".repeat(2_000)), input("name", "text-length"));
        member(person("email", "nobody"), input("email", "email"));
        member(
                person("birthday", Map.of("calendar", "SOLAR", "month", "march", "day", 1, "leapMonth", false)),
                input("profile.birthday.month", "type"));
        member(
                person(
                        "birthday",
                        Map.of("calendar", "SOLAR", "year", 2026, "month", 12, "day", 1, "leapMonth", false)),
                input("birthday", "not-in-the-future"));
        member(
                person("document", Map.of("kind", "RESIDENT_ID", "number", "110101199003074511")),
                input("document.number", "resident-id"));
        member(Map.of("kind", "PERSON", "joinedOn", "2030-01-01"), input("joinedOn", "not-in-the-future"));
        member(Map.of("kind", "PERSON", "joinedOn", "yesterday"), input("joinedOn", "type"));
        member(Map.of("kind", "PERSON", "number", "a b"), input("number", "member-number"));
        member(Map.of("kind", "PERSON", "homeUnit", UUID.randomUUID().toString()), refusal(404, "access.no-such-unit"));
        var search = "/api/members/search";
        rejects().post(lead(), search, Map.of("limit", 0), input("limit", "page-limit"));
        rejects().post(lead(), search, Map.of("cursor", "x"), input("cursor", "cursor"));
        rejects().post(lead(), search, Map.of("sort", "shoe-size"), input("sort", "sort-key"));
        for (var values : List.of(List.of(), List.of("much"), List.of("1", "2"))) {
            var filter = Map.of("type", "column", "code", "loyalty.spend", "test", "AT_LEAST", "values", values);
            var rule = values.size() == 1 ? "amount-of-money" : "one-value";
            rejects().post(lead(), search, Map.of("filter", filter), input("values", rule));
        }
    }

    @Test
    void members_are_not_changed_by_stale_foreign_or_doubled_input() {
        var first = register("13711110001");
        var second = register("13711110002");
        member(person("mobile", "13711110001"), refusal(409, "members.mobile-taken"));
        var change = new HashMap<String, Object>(Map.of("set", Map.of("mobile", "13711110002"), "expectedVersion", 1));
        patch(first, change, refusal(409, "members.mobile-taken"));
        lead().patch("/api/members/" + first, Map.of("set", Map.of("name", "新名"), "expectedVersion", 1));
        change.put("set", Map.of("name", "旧眼光"));
        patch(first, change, refusal(409, "members.stale-version"));
        patch(UUID.randomUUID().toString(), change, refusal(404, "members.not-found"));
        patch("no-id", change, input("id", "type"));
        patch(second, Map.of("set", Map.of("name", " "), "reason", "长".repeat(301)), input("reason", "size"));
        rejects()
                .post(
                        lead(),
                        "/api/members/" + second + "/transitions",
                        Map.of("to", "ASLEEP", "reason", "x"),
                        input("to", "type"));
        rejects()
                .post(
                        lead(),
                        "/api/members/" + second + "/transitions",
                        Map.of("to", "SUSPENDED", "reason", " "),
                        input("reason", "not-blank"));
        rejects()
                .post(
                        lead(),
                        "/api/members/" + second + "/transitions",
                        Map.of("to", "APPLICANT", "reason", "回到过去"),
                        refusal(409, "members.illegal-transition"));
    }

    @Test
    void purchases_and_returns_are_not_recorded_from_bad_input() {
        var member = register("13711110003");
        purchase(member, Map.of("total", money(-1, "CNY")), refusal(400, "loyalty.negative-amount"));
        purchase(member, Map.of("total", money(100, "QQQ")), input("currency", "known-currency"));
        purchase(member, Map.of("total", money(100, "USD")), refusal(400, "loyalty.currency-not-accepted"));
        purchase(member, Map.of("total", Map.of("minor", "many", "currency", "CNY")), input("total.minor", "type"));
        purchase(member, Map.of("occurredAt", "2046-03-03T00:00:00Z"), refusal(400, "loyalty.in-the-future"));
        purchase(member, Map.of("occurredAt", "last week"), input("occurredAt", "type"));
        purchase(member, Map.of("occurredAt", 1_767_225_600), input("occurredAt", "type"));
        purchase(member, Map.of("payment", 5), input("payment", "text"));
        purchase("", Map.of(), input("member", "type"));
        purchase(member, Map.of("store", ""), input("store", "type"));
        purchase(member, Map.of("lines", Collections.singletonList(null)), input("lines[0]", "not-null"));
        purchase(member, Map.of("discount", 5), input("discount", "unknown-field"));
        purchase(member, Map.of("payment", "x".repeat(41)), input("payment", "size"));
        purchase(member, Map.of("store", UUID.randomUUID().toString()), refusal(404, "access.no-such-unit"));
        purchase(UUID.randomUUID().toString(), Map.of(), refusal(404, "loyalty.unknown"));
        purchase(member, Map.of("lines", List.of(line(9_000))), refusal(400, "loyalty.lines-differ"));
        purchase(member, Map.of("lines", Collections.nCopies(1_001, line(1))), input("lines", "size"));
        rejects()
                .refused(
                        "a purchase without a key",
                        refusal(400, "platform.idempotency-key-required"),
                        () -> lead().post("/api/purchases", buy(member, Map.of())));
        lead().post("/api/purchases", buy(member, Map.of("source", "till", "number", "bad-1")));
        purchase(
                member,
                Map.of("source", "till", "number", "bad-1", "payment", "card"),
                refusal(409, "loyalty.purchase-differs"));
        giveBack(member, Map.of("amount", money(-1, "CNY")), refusal(400, "loyalty.negative-amount"));
        giveBack(member, Map.of("amount", money(10_001, "CNY")), refusal(422, "loyalty.return-beyond-purchase"));
        giveBack(member, Map.of("amount", money(1, "JPY")), input("amount.currency", "same-currency-as-total"));
        giveBack(member, Map.of("occurredAt", "2027-01-01T00:00:00Z"), refusal(400, "loyalty.in-the-future"));
        giveBack(member, Map.of("purchaseNumber", List.of(17)), input("purchaseNumber", "type"));
        giveBack(register("13711110004"), Map.of(), refusal(422, "loyalty.other-member"));
    }

    @Test
    void points_are_not_changed_by_bad_input() {
        var member = register("13711110005");
        points(member, Map.of("amount", "ten"), input("amount", "type"));
        points(member, Map.of("amount", 0), input("amount", "not-zero"));
        points(member, Map.of("amount", -5), input("amount", "positive"));
        points(member, Map.of("amount", 1.5), input("amount", "type"));
        points(member, Map.of("kind", "gift"), input("kind", "type"));
        points(member, Map.of("reason", 12), input("reason", "text"));
        points(member, Map.of("asset", 12), input("asset", "type"));
        points(member, Map.of("reason", ""), input("reason", "not-blank"));
        points(member, Map.of("reason", "x".repeat(201)), input("reason", "size"));
        points(member, Map.of("expiresOn", "2026-03-02"), input("expiresOn", "future"));
        points(member, Map.of("kind", "spend", "expiresOn", "2027-03-02"), input("expiresOn", "forbidden"));
        points(member, Map.of("asset", "gold"), refusal(400, "ledger.unknown-asset"));
        points(member, Map.of("amount", 2_000_000_000_000L), refusal(422, "ledger.amount-too-large"));
        points(member, Map.of("kind", "spend"), refusal(422, "ledger.insufficient-balance"));
        points(UUID.randomUUID().toString(), Map.of(), refusal(404, "members.not-found"));
        var path = "/api/members/" + member + "/points";
        lead().post(path, give(Map.of()), "bad-input-once");
        rejects()
                .refused(
                        "the same key with other content",
                        refusal(409, "ledger.key-reused"),
                        () -> lead().post(path, give(Map.of("amount", 11)), "bad-input-once"));
        rejects()
                .refused(
                        "a key that is too long",
                        input("Idempotency-Key", "idempotency-key"),
                        () -> lead().post(path, give(Map.of()), "k".repeat(201)));
        rejects()
                .refused(
                        "no key",
                        refusal(400, "platform.idempotency-key-required"),
                        () -> lead().post(path, give(Map.of())));
        rejects()
                .post(
                        lead(),
                        "/api/loyalty/tier-grants",
                        Map.of("member", member, "tier", "platinum", "reason", "x"),
                        refusal(400, "loyalty.tier-unknown"));
        rejects()
                .post(
                        lead(),
                        "/api/loyalty/tier-grants",
                        Map.of("member", member, "tier", "gold", "reason", "x", "until", "2026-03-01"),
                        refusal(400, "loyalty.grant-ends-early"));
    }

    @Test
    void a_clerk_without_the_right_changes_nothing() {
        var member = register("13711110006");
        var clerk = staff.logIn(staff.hire("store", staff.open(UnitKind.STORE, staff.company())));
        var denied = refusal(403, "access.denied");
        rejects().post(clerk, "/api/members/" + member + "/points", give(Map.of()), denied);
        rejects().post(clerk, "/api/imports/" + UUID.randomUUID() + "/start", Map.of(), denied);
        rejects()
                .post(clerk, "/api/members/exports", Map.of("query", Map.of(), "format", "CSV", "reason", "x"), denied);
        rejects().post(clerk, "/api/ledger/laws", Map.of(), denied);
    }

    private void member(Object body, Rejects.Expected expected) {
        rejects().post(lead(), "/api/members", body, expected);
    }

    private static Map<String, Object> person(String field, Object value) {
        return Map.of("kind", "PERSON", "profile", Map.of(field, value));
    }

    private void patch(String id, Map<String, ?> change, Rejects.Expected expected) {
        rejects().send(lead(), "PATCH", "/api/members/" + id, change, expected);
    }

    private void purchase(String member, Map<String, ?> other, Rejects.Expected expected) {
        rejects().post(lead(), "/api/purchases", buy(member, other), expected);
    }

    private static Map<String, Object> buy(String member, Map<String, ?> other) {
        var body = new HashMap<String, Object>(Map.of("member", member, "total", money(10_000, "CNY")));
        body.putAll(other);
        return body;
    }

    private void giveBack(String member, Map<String, ?> other, Rejects.Expected expected) {
        var body = new HashMap<String, Object>(Map.of("source", "till", "purchaseNumber", "bad-1", "member", member));
        body.putAll(other);
        rejects().post(lead(), "/api/returns", body, expected);
    }

    private void points(String member, Map<String, ?> other, Rejects.Expected expected) {
        rejects().post(lead(), "/api/members/" + member + "/points", give(other), expected);
    }

    private static Map<String, Object> give(Map<String, ?> other) {
        var body = new HashMap<String, Object>(Map.of("amount", 10, "kind", "grant", "reason", "test"));
        body.putAll(other);
        return body;
    }

    private static Map<String, Object> money(long minor, String currency) {
        return Map.of("minor", minor, "currency", currency);
    }

    private static Map<String, Object> line(long minor) {
        return Map.of("quantityMilli", 1_000, "amount", money(minor, "CNY"));
    }

    private String register(String mobile) {
        var profile = Map.of("name", "输入" + mobile, "mobile", mobile);
        var answer = lead().post("/api/members", Map.of("kind", "PERSON", "profile", profile));
        return answer.json().path("member").path("id").asString();
    }

    private TestHttp.Client lead() {
        return java.util.Objects.requireNonNull(given);
    }

    private Rejects rejects() {
        return java.util.Objects.requireNonNull(made);
    }
}
