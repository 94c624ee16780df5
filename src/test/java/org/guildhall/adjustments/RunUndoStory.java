package org.guildhall.adjustments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.ledger.LotView;
import org.guildhall.loyalty.PurchaseFact;
import org.guildhall.testing.AtRest;
import org.guildhall.testing.TestHttp;
import org.junit.jupiter.api.Test;

/** Undoing what the calendar did to many waits for somebody's yes from a size on. */
class RunUndoStory extends AdjustmentsGround {

    private static final String RUNS = "/api/loyalty/runs/";

    @Test
    void points_that_expired_come_back_to_many_with_a_second_pair_of_eyes_only() {
        var member = people.of(null);
        var run = expired(member, 600, 37);
        var ops = staff.logIn("ops");
        var outlook = ops.get(RUNS + run + "/undo").json();
        assertThat(outlook.path("found").path("amount").asLong()).isEqualTo(600);
        assertThat(outlook.path("authority").path("needed").asBoolean()).isTrue();
        assertThat(state(ops, run).path("asked").isMissingNode()).isTrue();
        var until = staff.today().plusDays(60);
        var asked = ops.post(RUNS + run + "/undo", body(until));
        assertThat(asked.status()).as(asked.text()).isEqualTo(202);
        assertThat(asked.json().path("run").isMissingNode()).isTrue();
        var request = asked.json().path("asked").path("request").asString();
        assertThat(state(ops, run).path("asked").path("state").asString()).isEqualTo("pending");
        assertThat(ops.post(RUNS + run + "/undo", body(until))
                        .json()
                        .path("asked")
                        .path("request")
                        .asString())
                .as("asked once")
                .isEqualTo(request);
        assertThat(ops.post(RUNS + run + "/undo", body(until.plusDays(1))).code())
                .isEqualTo("approvals.asked-otherwise");
        assertThat(decide(ops, request, "approve").code()).isEqualTo("approvals.own-request");
        untouched(run, member);

        var lead = staff.logIn("lead");
        assertThat(lead.get("/api/approvals/" + request).json().path("facts").toString())
                .contains("600", staff.today().toString(), until.toString());
        assertThat(decide(lead, request, "reject").status()).isEqualTo(200);
        untouched(run, member);
        var again = ops.post(RUNS + run + "/undo", body(until));
        var second = again.json().path("asked").path("request").asString();
        assertThat(ops.post("/api/approvals/" + second + "/withdraw", Map.of("revision", 1, "reason", "先不办"))
                        .status())
                .isEqualTo(200);
        untouched(run, member);

        var third = ops.post(RUNS + run + "/undo", body(until))
                .json()
                .path("asked")
                .path("request")
                .asString();
        assertThat(decide(lead, third, "approve").status()).isEqualTo(200);
        AtRest.await(sql);
        assertThat(lots(member)).containsExactly(new LotView(600, until, false));
        assertThat(state(ops, run).path("run").path("state").asString()).isEqualTo("done");
        assertThat(ops.post(RUNS + run + "/undo", body(until)).code()).isEqualTo("loyalty.run-undone");
    }

    @Test
    void what_can_no_longer_be_undone_so_is_not_when_it_is_agreed_to() {
        var member = people.of(null);
        var run = expired(member, 700, 43);
        var request = staff.logIn("ops")
                .post(RUNS + run + "/undo", body(staff.today().plusDays(1)))
                .json()
                .path("asked")
                .path("request")
                .asString();
        clock.advance(Duration.ofDays(1));
        assertThat(decide(staff.logIn("lead"), request, "approve").text()).contains("until", "future");
        untouched(run, member);
        assertThat(state(staff.logIn("ops"), run).path("asked").path("state").asString())
                .isEqualTo("pending");
    }

    @Test
    void a_small_one_waits_for_nobody() {
        var member = people.of(null);
        var run = expired(member, 100, 51);
        var until = staff.today().plusDays(9);
        var begun = staff.logIn("ops").post(RUNS + run + "/undo", body(until));
        assertThat(begun.status()).as(begun.text()).isEqualTo(202);
        assertThat(begun.json().path("run").path("actor").asString()).startsWith("staff:");
        assertThat(begun.json().path("asked").isMissingNode()).isTrue();
        AtRest.await(sql);
        assertThat(lots(member)).containsExactly(new LotView(100, until, false));
    }

    @Test
    void tiers_that_a_review_took_wait_as_well() {
        var member = people.of(null);
        staff.asMachine(() -> loyalty.record(new PurchaseFact(
                "till",
                "undo-" + UUID.randomUUID(),
                member,
                clock.instant(),
                null,
                null,
                Money.cny(500_000),
                List.of(),
                null)));
        assertThat(tier(member)).isEqualTo("gold");
        clock.advance(Duration.between(
                clock.instant(), staff.today().plusYears(1).atTime(2, 0).toInstant(java.time.ZoneOffset.UTC)));
        var ops = staff.logIn("ops");
        var run = carriedOut(ops, "review");
        AtRest.await(sql);
        assertThat(tier(member)).isEqualTo("silver");
        var asked = ops.post(RUNS + run + "/undo", body(staff.today().plusDays(30)));
        assertThat(asked.json().path("asked").path("state").asString())
                .as(asked.text())
                .isEqualTo("pending");
        assertThat(tier(member)).isEqualTo("silver");
        var request = asked.json().path("asked").path("request").asString();
        assertThat(decide(staff.logIn("lead"), request, "approve").status()).isEqualTo(200);
        AtRest.await(sql);
        assertThat(tier(member)).isEqualTo("gold");
    }

    /** A run that took so many points of one member, and nobody else's. */
    private String expired(MemberId member, long points, int days) {
        var last = staff.today().plusDays(days);
        give(staff.logIn("ops"), member, points, "lapses", last);
        clock.advance(Duration.ofDays(days - 1));
        carriedOut(staff.logIn("ops"), "expiry");
        clock.advance(Duration.ofDays(1));
        var run = carriedOut(staff.logIn("ops"), "expiry");
        assertThat(lots(member)).isEmpty();
        return run;
    }

    private String carriedOut(TestHttp.Client ops, String kind) {
        var job = ops.post("/api/loyalty/runs", Map.of("kind", kind, "through", staff.today()));
        assertThat(job.status()).as(job.text()).isEqualTo(202);
        return ops.ended(job.json().path("id").asString())
                .json()
                .path("result")
                .path("run")
                .asString();
    }

    private void untouched(String run, MemberId member) {
        AtRest.await(sql);
        assertThat(lots(member)).isEmpty();
        var ops = staff.logIn("ops");
        assertThat(ops.get(RUNS + run).json().path("undoneBy").isMissingNode()).isTrue();
        assertThat(state(ops, run).path("run").isMissingNode()).isTrue();
    }

    private static tools.jackson.databind.JsonNode state(TestHttp.Client ops, String run) {
        return ops.get(RUNS + run + "/undo-state").json();
    }

    private static Map<String, Object> body(LocalDate until) {
        return Map.of("until", until.toString(), "reason", "算早了一天");
    }
}
