package org.guildhall.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.guildhall.access.UnitKind;
import org.junit.jupiter.api.Test;

/** Who decides for a unit, for a colleague on leave, instead of somebody late, and when two speak at once. */
class StandingInStory extends ApprovalGround {

    @Test
    void onlyHoldersAboveTheUnitAreAsked() {
        var east = staff.open(UnitKind.REGION, staff.company());
        var west = staff.open(UnitKind.REGION, staff.company());
        var store = staff.open(UnitKind.STORE, east);
        var request = ask(500, staff.hire("store", store), store);

        assertThat(inbox(staff.logIn(staff.hire("ops", west))))
                .doesNotContain(request.id().toString());
        assertThat(inbox(staff.logIn(staff.hire("ops", east))))
                .contains(request.id().toString());
    }

    @Test
    void aDelegateDecidesOnBehalfButNeverOnTheOwnRequest() {
        var lead = staff.hire("lead", staff.company());
        var clerk = staff.hire("store", staff.company());
        var delegation = staff.logIn(lead)
                .post(
                        "/api/approvals/delegations",
                        Map.of(
                                "to", clerk.id().toString(),
                                "firstDay", staff.today().toString(),
                                "lastDay", staff.today().plusDays(3).toString(),
                                "reason", "leave"));
        assertThat(delegation.status()).isEqualTo(200);
        var own = ask(500, clerk, null);
        var another = ask(500, staff.hire("store", staff.company()), null);

        assertThat(decide(staff.logIn(clerk), own, 1, "approve").code()).isEqualTo("approvals.own-request");
        var said = decide(staff.logIn(clerk), another, 1, "approve")
                .json()
                .path("said")
                .get(1);
        assertThat(said.path("onBehalfOf").asString()).isEqualTo(lead.name());
        var third = ask(500, lead, null);
        assertThat(decide(staff.logIn(clerk), third, 1, "approve").code())
                .as("the requester's own power, borrowed")
                .isEqualTo("approvals.no-such-request");
        clock.advance(Duration.ofDays(4));
        var later = ask(500, staff.hire("store", staff.company()), null);
        assertThat(inbox(staff.logIn(clerk))).doesNotContain(later.id().toString());
    }

    @Test
    void aTaskHandedOverIsDecidedByTheColleagueAlone() {
        var request = ask(500, staff.hire("store", staff.company()), null);
        var ops = staff.logIn("ops");
        var colleague = staff.hire("acq", staff.company());

        ops.post(
                path(request) + "/hand-over",
                Map.of("revision", 1, "to", colleague.id().toString(), "comment", "you know her"));

        assertThat(inbox(staff.logIn("ops"))).doesNotContain(request.id().toString());
        assertThat(decide(staff.logIn(colleague), request, 2, "approve")
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("approved");
    }

    @Test
    void anOverdueStepGoesBack() {
        var request = ask(5_000, staff.hire("store", staff.company()), null);
        decide(staff.logIn("svc"), request, 1, "approve");
        decide(staff.logIn("ops"), request, 2, "approve");

        clock.advance(Duration.ofHours(23));
        overdue.run();
        assertThat(state(request)).isEqualTo(ApprovalView.State.PENDING);
        clock.advance(Duration.ofHours(1));
        overdue.run();
        assertThat(state(request)).isEqualTo(ApprovalView.State.RETURNED);
    }

    @Test
    void ofTwoWordsAtOnceOneCountsAndTheActIsDoneOnce() throws Exception {
        var request = ask(500, staff.hire("store", staff.company()), null);
        var ops = staff.logIn("ops");
        var lead = staff.logIn("lead");
        try (var threads = Executors.newFixedThreadPool(2)) {
            var first = threads.submit(() -> decide(ops, request, 1, "approve").status());
            var second =
                    threads.submit(() -> decide(lead, request, 1, "approve").status());
            assertThat(List.of(first.get(), second.get())).contains(200).containsAnyOf(404, 409);
        }
        assertThat(gifts.given).containsEntry(request.subject(), "tea");
    }
}
