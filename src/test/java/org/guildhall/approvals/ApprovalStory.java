package org.guildhall.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.guildhall.access.Access;
import org.guildhall.access.UnitKind;
import org.guildhall.approvals.ApprovalPolicy.Mode;
import org.guildhall.approvals.ApprovalPolicy.Overdue;
import org.guildhall.approvals.ApprovalPolicy.Row;
import org.guildhall.approvals.ApprovalPolicy.Step;
import org.guildhall.approvals.requests.ApprovalClockRun;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.UnitId;
import org.guildhall.policies.FoundingPolicies;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestHttp;
import org.guildhall.testing.TestStaff;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests pass their chain, whoever asks, decides, stands in or is late. It has an authority table of its own. */
@GuildhallTest
@Import(ApprovalStory.Shop.class)
@TestPropertySource(properties = "guildhall.test.company=approvals")
class ApprovalStory {

    private static final String GIFT = "test.gift";

    @Autowired
    TestStaff staff;

    @Autowired
    Approvals approvals;

    @Autowired
    Access access;

    @Autowired
    FoundingPolicies founding;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MovableClock clock;

    @Autowired
    JsonMapper json;

    @Autowired
    Gifts gifts;

    @Autowired
    ApprovalClockRun overdue;

    /** What the test does on approval. */
    static final class Gifts implements ApprovalSubject {
        final Map<UUID, String> given = new HashMap<>();
        boolean outOfStock;

        @Override
        public String kind() {
            return GIFT;
        }

        @Override
        public void approved(ApprovalView request, JsonNode command) {
            if (outOfStock) {
                throw org.guildhall.kernel.Refusal.of(new ApprovalRefusal.NotNow("sold out"));
            }
            given.merge(request.subject(), command.path("gift").asString(), (a, b) -> a + " twice");
        }

        @Override
        public void dropped(ApprovalView request, JsonNode command) {
            given.put(request.subject(), "dropped");
        }
    }

    /** Registers the gifts. */
    @TestConfiguration
    static class Shop {
        @Bean
        Gifts gifts() {
            return new Gifts();
        }
    }

    @BeforeEach
    void authorityTable() {
        var table = new ApprovalPolicy(List.of(
                new Row(GIFT, 100, List.of(step(Mode.ANY, 0, "ops", "lead"))),
                new Row(GIFT, 1_000, List.of(step(Mode.ALL, 0, "ops", "svc"), step(Mode.ANY, 24, "lead")))));
        if (!approvals.needed(GIFT, 100)) {
            var body = json.convertValue(table, new TypeReference<Map<String, Object>>() {});
            staff.asMachine(() -> transaction.execute(status -> {
                founding.establish(ApprovalPolicy.KIND.code(), body, staff.today(), "test");
                return true;
            }));
        }
        staff.company();
    }

    @AfterEach
    void theClockGoesBack() {
        clock.moveTo(MovableClock.START);
        gifts.outOfStock = false;
    }

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
        assertThat(said.toString()).contains(lead.name());
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
    void whatCannotBeDoneAnyMoreLeavesTheLastWordUnsaid() {
        var request = ask(500, staff.hire("store", staff.company()), null);
        gifts.outOfStock = true;

        assertThat(decide(staff.logIn("ops"), request, 1, "approve").code()).isEqualTo("approvals.not-now");
        assertThat(state(request)).isEqualTo(ApprovalView.State.PENDING);
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

    private ApprovalView ask(long amount, TestStaff.Person by, @Nullable UnitId unit) {
        var command = json.valueToTree(Map.of("gift", "tea"));
        return Objects.requireNonNull(access.runAs(
                by.actor(),
                () -> transaction.execute(status -> approvals.ask(new AskApproval(
                        GIFT, UUID.randomUUID(), command, Map.of("gift", "tea"), amount, null, unit, "a thank-you")))));
    }

    private ApprovalView.State state(ApprovalView request) {
        return access.runAs(new Actor.Machine("test"), () -> approvals.get(request.id()))
                .state();
    }

    private static TestHttp.Answer decide(TestHttp.Client client, ApprovalView request, int revision, String verdict) {
        return client.post(
                path(request) + "/decision", Map.of("revision", revision, "verdict", verdict, "comment", "so be it"));
    }

    private static String inbox(TestHttp.Client client) {
        var inbox = client.get("/api/approvals?box=inbox&limit=200");
        assertThat(inbox.status()).as("a box is asked for by its name in JSON").isEqualTo(200);
        return inbox.text();
    }

    private static String path(ApprovalView request) {
        return "/api/approvals/" + request.id();
    }

    private static Step step(Mode mode, int hours, String... posts) {
        return new Step(mode, List.of(posts), hours, Overdue.RETURN, "lead");
    }
}
