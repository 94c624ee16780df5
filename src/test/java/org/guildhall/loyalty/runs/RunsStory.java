package org.guildhall.loyalty.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.Ledger;
import org.guildhall.ledger.LotView;
import org.guildhall.loyalty.Loyalty;
import org.guildhall.loyalty.PurchaseFact;
import org.guildhall.loyalty.TierChangeView;
import org.guildhall.loyalty.review.Reviews;
import org.guildhall.testing.AtRest;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestHttp;
import org.guildhall.testing.TestMembers;
import org.guildhall.testing.TestStaff;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Runs of expiry and of tier reviews, looked at, repeated and undone over HTTP. */
@GuildhallTest
class RunsStory {

    private static final AtomicInteger NEXT = new AtomicInteger();

    @Autowired
    TestStaff staff;

    @Autowired
    TestMembers people;

    @Autowired
    Loyalty loyalty;

    @Autowired
    Ledger ledger;

    @Autowired
    Reviews reviews;

    @Autowired
    MovableClock clock;

    @Autowired
    DSLContext sql;

    private Instant start = Instant.EPOCH;
    private LocalDate review = LocalDate.EPOCH;

    @BeforeEach
    void rememberTheClock() {
        start = clock.instant();
        review = staff.today().plusYears(1);
    }

    @AfterEach
    void everyLawHoldsAndTheClockIsPutBack() {
        AtRest.await(sql);
        assertThat(staff.asMachine(() -> ledger.prove()))
                .allSatisfy(proof ->
                        assertThat(proof.counterExample()).as(proof.law()).isNull());
        clock.moveTo(start);
    }

    @Test
    void points_that_expired_come_back_with_a_new_day_and_only_once() {
        var member = people.of(null);
        buy(member, 30_000);
        var expiresOn = lots(member).getFirst().expiresOn();
        clock.moveTo(at(java.util.Objects.requireNonNull(expiresOn)));
        var ops = staff.logIn("ops");
        var run = carryOut(ops, "expiry", expiresOn);
        assertThat(lots(member)).isEmpty();
        clock.advance(Duration.ofMinutes(1));
        var again = carryOut(ops, "expiry", expiresOn);
        assertThat(ops.get("/api/loyalty/runs/" + again).json().path("items").asLong())
                .as("a second run of the day changes nothing")
                .isZero();
        var listed = ops.get("/api/loyalty/runs?kind=expiry&limit=1").json();
        assertThat(listed.path("items").path(0).path("id").asString()).isEqualTo(again);
        assertThat(listed.path("next").asString()).isNotEmpty();
        var move = move(ops, run, member).path("account");
        assertThat(move.path("before").asLong()).isEqualTo(300);
        assertThat(move.path("after").asLong()).isZero();

        assertThat(ops.get("/api/loyalty/runs/" + run + "/undo")
                        .json()
                        .path("found")
                        .path("items")
                        .asLong())
                .isPositive();
        var until = staff.today().plusDays(60);
        var undo = undo(ops, run, until);
        assertThat(lots(member)).containsExactly(new LotView(300, until, false));
        assertThat(ops.get("/api/loyalty/runs/" + run).json().path("undoneBy").asString())
                .isEqualTo(undo);
        assertThat(move(ops, undo, member).path("account").path("until").asString())
                .isEqualTo(until.toString());
        assertThat(ops.post("/api/loyalty/runs/" + run + "/undo", body(until)).code())
                .isEqualTo("loyalty.run-undone");
        assertThat(ops.post("/api/loyalty/runs/" + undo + "/undo", body(until)).code())
                .isEqualTo("loyalty.run-not-undoable");
        carryOut(ops, "expiry", staff.today());
        assertThat(lots(member))
                .as("the next run leaves what came back")
                .containsExactly(new LotView(300, until, false));
    }

    @Test
    void a_review_that_is_undone_is_held_on_its_new_day_and_both_stay_in_the_history() {
        var member = people.of(null);
        buy(member, 500_000);
        clock.moveTo(at(review));
        var run = reviews.run().toString();
        AtRest.await(sql);
        assertThat(tier(member)).isEqualTo("silver");
        clock.advance(Duration.ofMinutes(1));
        buy(member, 10_000);
        long onSilver = points(member);

        var ops = staff.logIn("ops");
        assertThat(StreamSupport.stream(
                                ops.get("/api/loyalty/runs/" + run + "/undo")
                                        .json()
                                        .path("found")
                                        .path("dependants")
                                        .spliterator(),
                                false)
                        .map(one -> one.path("since").asString()))
                .contains("bought");
        var until = review.plusDays(30);
        undo(ops, run, until);
        assertThat(tier(member)).isEqualTo("gold");
        assertThat(points(member))
                .as("what was bought since is counted on gold")
                .isGreaterThan(onSilver);
        var history = staff.asMachine(() -> loyalty.tierHistory(member));
        assertThat(history)
                .filteredOn(step -> step.reason().equals("review-down"))
                .hasSize(1)
                .allSatisfy(step -> assertThat(step.withdrawnAt()).isNotNull());
        assertThat(history).extracting(TierChangeView::reason).contains("review-postponed");

        reviews.run();
        buy(member, 10_000);
        AtRest.await(sql);
        assertThat(tier(member))
                .as("neither the next run nor the next replay does it again")
                .isEqualTo("gold");
        clock.moveTo(at(until));
        var later = reviews.run().toString();
        AtRest.await(sql);
        assertThat(tier(member)).isEqualTo("silver");
        assertThat(staff.logIn("ops")
                        .get("/api/loyalty/runs/" + later)
                        .json()
                        .path("items")
                        .asLong())
                .isPositive();
    }

    @Test
    void who_was_reviewed_again_since_keeps_the_later_review() {
        var member = people.of(null);
        buy(member, 2_000_000);
        clock.moveTo(at(review));
        var first = reviews.run().toString();
        assertThat(tier(member)).isEqualTo("gold");
        long before = reviewedSince(staff.logIn("ops"), first);
        clock.moveTo(at(review.plusYears(1)));
        reviews.run();
        AtRest.await(sql);
        assertThat(tier(member)).isEqualTo("silver");

        var ops = staff.logIn("ops");
        assertThat(reviewedSince(ops, first)).isGreaterThan(before);
        undo(ops, first, staff.today().plusDays(10));
        assertThat(tier(member)).isEqualTo("silver");
    }

    @Test
    void runs_are_for_those_whose_reach_is_the_company() {
        var lead = staff.logIn("lead");
        var unknown = "/api/loyalty/runs/" + UUID.randomUUID();
        assertThat(lead.get(unknown).code()).isEqualTo("loyalty.unknown");
        assertThat(staff.logIn("analyst").get("/api/loyalty/runs").status()).isEqualTo(200);
        assertThat(staff.logIn("analyst")
                        .post(unknown + "/undo", body(staff.today().plusDays(1)))
                        .status())
                .isEqualTo(403);
        assertThat(staff.logIn("store").get("/api/loyalty/runs").status()).isEqualTo(403);
        var tomorrow =
                Map.of("kind", "expiry", "through", staff.today().plusDays(1).toString());
        assertThat(lead.post("/api/loyalty/runs", tomorrow).status()).isEqualTo(400);
    }

    private String carryOut(TestHttp.Client client, String kind, LocalDate through) {
        var job = client.post("/api/loyalty/runs", Map.of("kind", kind, "through", through.toString()));
        assertThat(job.status()).as(job.text()).isEqualTo(202);
        return client.ended(job.json().path("id").asString())
                .json()
                .path("result")
                .path("run")
                .asString();
    }

    private String undo(TestHttp.Client client, String run, LocalDate until) {
        var begun = client.post("/api/loyalty/runs/" + run + "/undo", body(until));
        assertThat(begun.status()).as(begun.text()).isEqualTo(202);
        var undo = begun.json().path("run").path("id").asString();
        var state = "";
        for (int i = 0; i < 200 && !state.equals("done"); i++) {
            pause();
            state = client.get("/api/loyalty/runs/" + undo).json().path("state").asString();
        }
        assertThat(state).isEqualTo("done");
        AtRest.await(sql);
        return undo;
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> body(LocalDate until) {
        return Map.of("until", until.toString(), "reason", "算早了一天");
    }

    /** How many of a review's members were reviewed again since, as the preview of its undo tells. */
    private static long reviewedSince(TestHttp.Client client, String run) {
        var dependants = client.get("/api/loyalty/runs/" + run + "/undo")
                .json()
                .path("found")
                .get("dependants");
        return StreamSupport.stream(dependants.spliterator(), false)
                .filter(one -> one.path("since").asString().equals("reviewed"))
                .mapToLong(one -> one.path("count").asLong())
                .sum();
    }

    private static JsonNode move(TestHttp.Client client, String run, MemberId member) {
        var cursor = "";
        while (true) {
            var page = client.get("/api/loyalty/runs/" + run + "/members?limit=200&cursor=" + cursor)
                    .json();
            var found = StreamSupport.stream(page.path("items").spliterator(), false)
                    .filter(item -> item.path("member").asString().equals(member.toString()))
                    .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            assertThat(page.has("next")).as("the member is in the run").isTrue();
            cursor = page.path("next").asString();
        }
    }

    private List<LotView> lots(MemberId member) {
        return ledger.lots(member, Asset.POINTS);
    }

    private long points(MemberId member) {
        return ledger.balances(member).of(Asset.POINTS);
    }

    private String tier(MemberId member) {
        return staff.asMachine(() -> loyalty.standing(member)).tier();
    }

    private static Instant at(LocalDate day) {
        return day.atTime(2, 0).toInstant(java.time.ZoneOffset.UTC);
    }

    private void buy(MemberId member, long minor) {
        var number = "runs-" + NEXT.incrementAndGet();
        staff.asMachine(() -> loyalty.record(new PurchaseFact(
                "till", number, member, clock.instant(), null, null, Money.cny(minor), List.of(), null)));
    }
}
