package org.guildhall.approvals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.guildhall.access.UnitKind;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.Refusal;
import org.guildhall.testing.TestHttp;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who decides for a unit, for a colleague on leave, instead of somebody late, and when two speak at once. */
class StandingInStory extends ApprovalGround {

    @Autowired
    TestHttp http;

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
    void whoeverMadeAKeyIsTheSamePersonAsItsProgram() {
        var maker = staff.hire("lead", staff.company());
        var screen = staff.logIn(maker);
        var program = program(screen, "approvals.take-part", "access.keys-write");
        var byKey = ask(500, program);
        assertThat(decide(screen, byKey, 1, "approve").code()).isEqualTo("approvals.own-request");
        assertThat(inbox(screen)).doesNotContain(byKey.id().toString());
        assertThat(screen.get("/api/approvals?box=asked&limit=200").text())
                .contains(byKey.id().toString());

        var second = program(http.asKey(program.bearer), "approvals.take-part");
        var byKeysKey = ask(500, second);
        assertThat(decide(screen, byKeysKey, 1, "approve").code()).isEqualTo("approvals.own-request");

        var byHand = ask(500, maker, null);
        assertThat(decide(http.asKey(program.bearer), byHand, 1, "approve").code())
                .isEqualTo("approvals.own-request");

        var clerk = staff.hire("store", staff.company());
        screen.post(
                "/api/approvals/delegations",
                Map.of(
                        "to", clerk.id().toString(),
                        "firstDay", staff.today().toString(),
                        "lastDay", staff.today().toString(),
                        "reason", "leave"));
        assertThat(decide(staff.logIn(clerk), byKey, 1, "approve").code())
                .as("the maker's power, borrowed")
                .isEqualTo("approvals.no-such-request");
        assertThat(staff.logIn("lead")
                        .post(
                                path(byKey) + "/hand-over",
                                Map.of("revision", 1, "to", maker.id().toString(), "comment", "yours"))
                        .code())
                .isEqualTo("approvals.no-colleague");
        assertThat(decide(staff.logIn("lead"), byKey, 1, "approve").status()).isEqualTo(200);
    }

    /** A key with its bearer. */
    private record Key(String id, String bearer) {}

    private Key program(TestHttp.Client maker, String... permissions) {
        var made = maker.post("/api/api-keys", Map.of("name", "till", "permissions", List.of(permissions)));
        assertThat(made.status()).as(made.text()).isBetween(200, 201);
        return new Key(
                made.json().path("key").path("id").asString(),
                made.json().path("bearer").asString());
    }

    private ApprovalView ask(long amount, Key by) {
        return ask(amount, new Actor.Program(UUID.fromString(by.id), "till"), null);
    }

    /** As a table from before that was refused may have it. */
    @Test
    void anOverdueStepThatWouldAskAPostASecondTimeGoesBack() {
        var request = ask(20_000, staff.hire("store", staff.company()), null);
        sql.execute(
                "update approvals.request set chain = replace(chain::text, '\"lead\"', '\"svc\"')::jsonb where request_id = ?",
                request.id());
        decide(staff.logIn("svc"), request, 1, "approve");
        clock.advance(Duration.ofHours(24));
        overdue.run();
        assertThat(state(request)).isEqualTo(ApprovalView.State.RETURNED);
    }

    @Test
    void noStepEscalatesToWhomItAsks() {
        var step = Map.of(
                "mode", "all", "posts", List.of("ops", "svc"), "hours", 24, "overdue", "escalate", "escalateTo", "svc");
        var row = Map.of("act", "test.gift", "from", 0, "steps", List.of(step));
        var lead = staff.logIn("lead");
        var refused = lead.put(
                "/api/policies/approvals.authority/draft",
                Map.of("expectedRevision", 0, "body", Map.of("rows", List.of(row))));
        assertThat(refused.text()).contains("not-asked-already");
    }

    @Test
    void whoWantsTheSameInAnotherWayIsToldOfTheRequestThatWaits() {
        var asker = staff.hire("store", staff.company());
        var request = ask(500, asker, null);
        assertThat(askFor(request.subject(), "tea", asker).id()).isEqualTo(request.id());
        assertThatThrownBy(() -> askFor(request.subject(), "coffee", asker))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason())
                                .isEqualTo(new ApprovalRefusal.AskedOtherwise(request.id(), asker.name())));
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
