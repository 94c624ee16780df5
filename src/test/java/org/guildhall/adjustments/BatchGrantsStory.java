package org.guildhall.adjustments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.guildhall.kernel.MemberId;
import org.guildhall.ledger.LotView;
import org.guildhall.members.Members;
import org.guildhall.testing.TestHttp;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Points given to many members in one act, and taken back as one. */
class BatchGrantsStory extends AdjustmentsGround {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    Members members;

    @Test
    void many_get_the_same_once_and_whoever_is_nobody_is_named_before() {
        var ops = staff.logIn("ops");
        var all = several(3);
        var numbers = new ArrayList<>(numbers(all));
        numbers.add(numbers.getFirst());
        numbers.add("NOBODY-1");

        var preview = ops.post("/api/batch-grants/preview", body(numbers, 100, null));
        assertThat(preview.status()).as(preview.text()).isEqualTo(200);
        assertThat(preview.json().path("members").asInt()).isEqualTo(3);
        assertThat(preview.json().path("twice").asInt()).isEqualTo(1);
        assertThat(preview.json().path("unknown").get(0).asString()).isEqualTo("NOBODY-1");
        assertThat(preview.json().path("total").asLong()).isEqualTo(300);
        assertThat(preview.json().path("needsConsent").asBoolean()).isFalse();
        assertThat(preview.json().path("authority").path("from").asLong()).isEqualTo(5_000);

        var key = UUID.randomUUID().toString();
        var grant = given(ops, body(numbers, 100, null), key);
        assertThat(all).allSatisfy(member -> assertThat(points(member)).isEqualTo(100));
        assertThat(ops.post("/api/batch-grants", body(numbers, 100, null), key)
                        .json()
                        .path("id"))
                .isEqualTo(grant.path("id"));
        assertThat(ops.post("/api/batch-grants", body(numbers, 101, null), key).code())
                .isEqualTo("adjustments.act-differs");
        assertThat(all).allSatisfy(member -> assertThat(points(member)).isEqualTo(100));

        assertThat(grant.path("members").asInt()).isEqualTo(3);
        assertThat(grant.path("actorName").asString()).isNotBlank();
        var page = ops.get(path(grant) + "/members?limit=2").json();
        var rest = ops.get(path(grant) + "/members?limit=2&cursor="
                        + page.path("next").asString())
                .json();
        assertThat(Stream.concat(
                                page.path("items").valueStream(),
                                rest.path("items").valueStream())
                        .map(item -> item.path("member").asString()))
                .containsExactlyInAnyOrderElementsOf(
                        all.stream().map(MemberId::toString).toList());
        assertThat(ops.get("/api/batch-grants?limit=200")
                        .json()
                        .path("items")
                        .valueStream()
                        .map(item -> item.path("id")))
                .contains(grant.path("id"));
    }

    @Test
    void undoing_restores_every_lot_exactly_and_the_company_bears_what_was_spent() {
        var ops = staff.logIn("ops");
        var all = several(3);
        var own = staff.today().plusDays(5);
        give(ops, all.getFirst(), 50, "own", own);
        var grant = given(
                ops,
                body(numbers(all), 100, staff.today().plusDays(90)),
                UUID.randomUUID().toString());
        clock.advance(Duration.ofMinutes(1));
        spend(ops, all.get(1), 60);

        var preview = ops.post(path(grant) + "/undo-preview", Map.of()).json();
        assertThat(preview.path("found").path("whole").asInt()).isEqualTo(2);
        assertThat(preview.path("found").path("partly").asInt()).isEqualTo(1);
        assertThat(preview.path("found").path("missing").asLong()).isEqualTo(60);
        assertThat(preview.path("found").path("redeemers").asInt()).isEqualTo(1);
        assertThat(preview.path("found").path("redeemed").asLong()).isEqualTo(60);
        assertThat(preview.path("redeemers").get(0).path("id").asString())
                .isEqualTo(all.get(1).toString());

        var undone = undone(ops, grant, "loss");
        assertThat(undone.path("undo").path("members").asInt()).isEqualTo(3);
        assertThat(points(all.get(1))).isZero();
        assertThat(points(all.get(2))).isZero();
        assertThat(lots(all.getFirst())).containsExactly(new LotView(50, own, false));
        assertThat(ops.post(path(grant) + "/undo", undo("loss")).code()).isEqualTo("adjustments.grant-undone");
        assertThat(ops.get("/api/audit?act=adjustments.batch-grant-undo-asked&limit=200")
                        .status())
                .isIn(200, 403);
    }

    @Test
    void what_is_missing_becomes_debt_where_that_is_the_rule_and_what_lapsed_is_no_debt() {
        var ops = staff.logIn("ops");
        var all = several(2);
        var until = staff.today().plusDays(3);
        var grant = given(ops, body(numbers(all), 80, until), UUID.randomUUID().toString());
        clock.advance(Duration.ofMinutes(1));
        spend(ops, all.getFirst(), 30);
        clock.advance(Duration.ofDays(4));
        staff.asMachine(() -> ledger.expire(org.guildhall.ledger.Asset.POINTS, staff.today()));
        assertThat(points(all.getFirst())).isZero();

        ops = staff.logIn("ops");
        var preview = ops.post(path(grant) + "/undo-preview", Map.of()).json();
        assertThat(preview.path("found").path("missing").asLong()).isEqualTo(30);
        assertThat(preview.path("found").path("whole").asInt()).isEqualTo(1);

        undone(ops, grant, "debt");
        assertThat(points(all.getFirst())).isEqualTo(-30);
        assertThat(points(all.getLast())).isZero();
    }

    @Test
    void a_large_grant_waits_for_a_second_pair_of_eyes_and_so_does_its_undoing() {
        var ops = staff.logIn("ops");
        var lead = staff.logIn("lead");
        var all = several(3);
        var asked = ops.post(
                "/api/batch-grants",
                body(numbers(all), 2_000, null),
                UUID.randomUUID().toString());
        assertThat(asked.status()).as(asked.text()).isEqualTo(200);
        assertThat(asked.json().path("asked").path("state").asString()).isEqualTo("pending");
        assertThat(points(all.getFirst())).isZero();
        assertThat(ops.post(path(asked.json()) + "/undo-preview", Map.of()).code())
                .isEqualTo("adjustments.grant-not-done");

        var request = asked.json().path("asked").path("request").asString();
        assertThat(decide(ops, request, "approve").code()).isEqualTo("approvals.own-request");
        assertThat(decide(lead, request, "approve").status()).isEqualTo(200);
        var grant = finished(ops, asked.json(), "run");
        assertThat(all).allSatisfy(member -> assertThat(points(member)).isEqualTo(2_000));

        var waits = ops.post(path(grant) + "/undo", undo("debt")).json();
        assertThat(waits.path("undoAsked").path("state").asString()).isEqualTo("pending");
        assertThat(points(all.getFirst())).isEqualTo(2_000);
        decide(lead, waits.path("undoAsked").path("request").asString(), "approve");
        finished(ops, grant, "undo");
        assertThat(all).allSatisfy(member -> assertThat(points(member)).isZero());
    }

    @Test
    void nothing_is_given_whose_last_day_passed_while_it_waited() {
        var ops = staff.logIn("ops");
        var all = several(3);
        var until = staff.today().plusDays(1);
        var asked = ops.post(
                        "/api/batch-grants",
                        body(numbers(all), 2_000, until),
                        UUID.randomUUID().toString())
                .json();
        clock.advance(Duration.ofDays(1));
        var late =
                decide(staff.logIn("lead"), asked.path("asked").path("request").asString(), "approve");
        assertThat(late.text()).contains("expiresOn", "future");
        assertThat(all).allSatisfy(member -> assertThat(points(member)).isZero());
    }

    @Test
    void an_undoing_that_waits_is_not_taken_for_another() {
        var ops = staff.logIn("ops");
        var lead = staff.logIn("lead");
        var all = several(3);
        var grant = ops.post(
                        "/api/batch-grants",
                        body(numbers(all), 2_000, null),
                        UUID.randomUUID().toString())
                .json();
        decide(lead, grant.path("asked").path("request").asString(), "approve");
        finished(ops, grant, "run");
        var waits = ops.post(path(grant) + "/undo", undo("debt")).json();
        assertThat(ops.post(path(grant) + "/undo", undo("debt")).json().path("undoAsked"))
                .isEqualTo(waits.path("undoAsked"));
        assertThat(ops.post(path(grant) + "/undo", undo("loss")).code()).isEqualTo("approvals.asked-otherwise");
        decide(lead, waits.path("undoAsked").path("request").asString(), "reject");
    }

    @Test
    void what_a_grant_gave_is_taken_out_for_a_reason_by_those_who_may() {
        var ops = staff.logIn("ops");
        var all = several(2);
        var grant = given(ops, body(numbers(all), 100, null), UUID.randomUUID().toString());
        clock.advance(Duration.ofMinutes(1));
        spend(ops, all.getFirst(), 30);

        var asked = Map.of("format", "CSV", "reason", "对账", "language", "en");
        assertThat(staff.logIn("analyst").post(path(grant) + "/export", asked).status())
                .isEqualTo(403);
        assertThat(ops.post("/api/batch-grants/" + UUID.randomUUID() + "/export", asked)
                        .status())
                .isEqualTo(404);
        var auditor = staff.logIn("auditor");
        var started = auditor.post(path(grant) + "/export", asked);
        assertThat(started.status()).as(started.text()).isEqualTo(202);
        var job = auditor.ended(started.json().path("id").asString()).json();
        assertThat(job.path("result").path("rows").asInt()).as(job.toString()).isEqualTo(2);
        var numbers = numbers(all);
        assertThat(auditor.get("/api/downloads/"
                                + job.path("result").path("download").asString())
                        .text())
                .contains(
                        "Member,Given,Still there,No longer there",
                        numbers.getFirst() + ",100,70,30",
                        numbers.getLast() + ",100,100,0");
    }

    @Test
    void only_who_may_change_value_everywhere_gives_to_many_and_nonsense_is_refused() {
        assertThat(staff.logIn("store")
                        .post("/api/batch-grants/preview", body(List.of("A"), 1, null))
                        .status())
                .isEqualTo(403);
        var ops = staff.logIn("ops");
        assertThat(ops.post(
                                "/api/batch-grants",
                                body(List.of("NOBODY-2"), 1, null),
                                UUID.randomUUID().toString())
                        .code())
                .isEqualTo("adjustments.nobody-to-grant");
        assertThat(ops.post("/api/batch-grants/preview", body(List.of("A"), -5, null))
                        .status())
                .isEqualTo(400);
        assertThat(ops.post("/api/batch-grants/preview", body(List.of("A"), 5, staff.today()))
                        .text())
                .contains("expiresOn", "future");
        assertThat(ops.get("/api/batch-grants/" + UUID.randomUUID()).status()).isEqualTo(404);
    }

    private List<MemberId> several(int count) {
        return Stream.generate(() -> people.of(null)).limit(count).sorted().toList();
    }

    private List<String> numbers(List<MemberId> all) {
        var numbers = staff.asMachine(() -> members.numbers(all));
        return all.stream().map(numbers::get).toList();
    }

    private static Map<String, Object> body(List<String> numbers, long amount, java.time.@Nullable LocalDate until) {
        var body = new HashMap<String, Object>(Map.of("numbers", numbers, "amount", amount, "reason", "周年答谢"));
        if (until != null) {
            body.put("expiresOn", until.toString());
        }
        return body;
    }

    private static Map<String, Object> undo(String missing) {
        return Map.of("missing", missing, "reason", "发错名单");
    }

    private static String path(JsonNode grant) {
        return "/api/batch-grants/" + grant.path("id").asString();
    }

    private static JsonNode given(TestHttp.Client client, Map<String, Object> body, String key) {
        var answer = client.post("/api/batch-grants", body, key);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return finished(client, answer.json(), "run");
    }

    private static JsonNode undone(TestHttp.Client client, JsonNode grant, String missing) {
        var answer = client.post(path(grant) + "/undo", undo(missing));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return finished(client, grant, "undo");
    }

    private static JsonNode finished(TestHttp.Client client, JsonNode grant, String run) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            var view = client.get(path(grant)).json();
            var state = view.path(run).path("state").asString("");
            if (state.equals("done")) {
                return view;
            }
            assertThat(state).as(view.toString()).isIn("", "running");
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
        }
        throw new AssertionError("the run did not end in time");
    }

    private static void spend(TestHttp.Client client, MemberId member, long amount) {
        var answer = client.post(
                "/api/members/" + member + "/points",
                Map.of("amount", amount, "kind", "spend", "reason", "礼品"),
                UUID.randomUUID().toString());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }
}
