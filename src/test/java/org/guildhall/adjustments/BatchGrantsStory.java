package org.guildhall.adjustments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.guildhall.kernel.MemberId;
import org.junit.jupiter.api.Test;

/** Points given to many members in one act. */
class BatchGrantsStory extends BatchGrantsGround {

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
}
