package org.guildhall.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Requests pass their chain, whoever asks and decides. */
class ApprovalStory extends ApprovalGround {

    @Test
    void belowEveryRowTheActIsDoneAtOnce() {
        var request = ask(99, staff.hire("store", staff.company()), null);

        assertThat(request.state()).isEqualTo(ApprovalView.State.APPROVED);
        assertThat(gifts.given).containsEntry(request.subject(), "tea");
    }

    @Test
    void anyOneOfThePostsIsEnough() {
        var request = ask(500, staff.hire("store", staff.company()), null);
        assertThat(gifts.given).doesNotContainKey(request.subject());

        var ops = staff.logIn("ops");
        assertThat(inbox(ops)).contains(request.id().toString());
        assertThat(decide(ops, request, 1, "approve").json().path("state").asString())
                .isEqualTo("approved");
        assertThat(gifts.given).containsEntry(request.subject(), "tea");
        assertThat(inbox(staff.logIn("lead"))).doesNotContain(request.id().toString());
    }

    @Test
    void everyStateIsAskedForByItsNameInJson() {
        var request = ask(500, staff.hire("store", staff.company()), null);
        var ops = staff.logIn("ops");
        for (var state : ApprovalView.State.values()) {
            var found = ops.get("/api/approvals?box=inbox&limit=200&state=" + state.code());
            assertThat(found.status()).as(found.text()).isEqualTo(200);
            boolean waits = state == ApprovalView.State.PENDING;
            assertThat(found.text().contains(request.id().toString())).isEqualTo(waits);
        }
    }

    @Test
    void aCounterSignedStepWaitsForEveryPostAndThenTheNextOneIsAsked() {
        var request = ask(5_000, staff.hire("store", staff.company()), null);

        var one = decide(staff.logIn("svc"), request, 1, "approve");
        assertThat(one.json().path("step").asInt()).isZero();
        assertThat(inbox(staff.logIn("lead"))).doesNotContain(request.id().toString());
        var two = decide(staff.logIn("ops"), request, 2, "approve");
        assertThat(two.json().path("step").asInt()).isEqualTo(1);
        assertThat(gifts.given).doesNotContainKey(request.subject());
        var three = decide(staff.logIn("lead"), request, 3, "approve");

        assertThat(three.json().path("state").asString()).isEqualTo("approved");
        assertThat(three.json().path("said")).hasSize(4);
        assertThat(three.json().path("chosenBy").path("facts").path("from").asInt())
                .isEqualTo(1_000);
    }

    @Test
    void nobodyDecidesOnTheOwnRequestNorDoesAStranger() {
        var asker = staff.hire("ops", staff.company());
        var request = ask(500, asker, null);

        assertThat(decide(staff.logIn(asker), request, 1, "approve").code()).isEqualTo("approvals.own-request");
        assertThat(decide(staff.logIn("store"), request, 1, "approve").code()).isEqualTo("approvals.no-such-request");
        assertThat(decide(staff.logIn("auditor"), request, 1, "approve").code()).isEqualTo("approvals.not-yours");
        assertThat(gifts.given).doesNotContainKey(request.subject());
    }

    @Test
    void aReturnedRequestIsAskedAgainFromTheFirstStepAndAWithdrawnOneIsOver() {
        var asker = staff.hire("store", staff.company());
        var request = ask(5_000, asker, null);
        decide(staff.logIn("svc"), request, 1, "approve");

        assertThat(decide(staff.logIn("ops"), request, 2, "return")
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("returned");
        var again =
                staff.logIn(asker).post(path(request) + "/ask-again", Map.of("revision", 3, "reason", "smaller now"));
        assertThat(again.json().path("round").asInt()).isEqualTo(2);
        assertThat(again.json().path("waiting")).hasSize(2);
        var over = staff.logIn(asker).post(path(request) + "/withdraw", Map.of("revision", 4, "reason", "no need"));
        assertThat(over.json().path("state").asString()).isEqualTo("withdrawn");
        assertThat(decide(staff.logIn("lead"), request, 5, "approve").code()).isEqualTo("approvals.not-now");
        assertThat(gifts.given).containsEntry(request.subject(), "dropped");
    }

    @Test
    void theLastWordIsSaidAgainWhenAnotherTransactionWasInItsWay() {
        var request = ask(500, staff.hire("store", staff.company()), null);
        gifts.deadlocks = 2;

        var said = decide(staff.logIn("ops"), request, 1, "approve");

        assertThat(said.json().path("state").asString()).as(said.text()).isEqualTo("approved");
        assertThat(said.json().path("said")).hasSize(2);
        assertThat(gifts.given).containsEntry(request.subject(), "tea");
    }

    @Test
    void aNoNeedsItsReason() {
        var request = ask(500, staff.hire("store", staff.company()), null);

        var answer = staff.logIn("ops").post(path(request) + "/decision", Map.of("revision", 1, "verdict", "reject"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(decide(staff.logIn("ops"), request, 1, "reject")
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("rejected");
    }

    @Test
    void whatCannotBeDoneAnyMoreLeavesTheLastWordUnsaid() {
        var request = ask(500, staff.hire("store", staff.company()), null);
        gifts.outOfStock = true;

        assertThat(decide(staff.logIn("ops"), request, 1, "approve").code()).isEqualTo("approvals.not-now");
        assertThat(state(request)).isEqualTo(ApprovalView.State.PENDING);
    }
}
