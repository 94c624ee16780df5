package org.guildhall.adjustments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.guildhall.kernel.MemberId;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.LotView;
import org.guildhall.testing.TestHttp;
import org.junit.jupiter.api.Test;

/** Changes by hand: up to the limit at once, beyond it once somebody agreed. */
class AdjustmentsStory extends AdjustmentsGround {

    @Test
    void small_changes_that_together_pass_the_limit_wait_and_are_done_once_approved() {
        var member = people.of(null);
        var ops = staff.logIn("ops");
        assertThat(give(ops, member, 600, "a").status()).isEqualTo(200);
        var waiting = give(ops, member, 500, "b");
        assertThat(waiting.status()).as(waiting.text()).isEqualTo(202);
        var request = waiting.json().path("asked").path("request").asString();
        assertThat(points(member)).as("nothing is booked while it waits").isEqualTo(600);

        assertThat(give(ops, member, 500, "b")
                        .json()
                        .path("asked")
                        .path("request")
                        .asString())
                .as("asked once per key")
                .isEqualTo(request);
        assertThat(give(ops, member, 501, "b").code()).isEqualTo("adjustments.act-differs");
        assertThat(decide(ops, request, "approve").code()).isEqualTo("approvals.own-request");

        var lead = staff.logIn("lead");
        var seen = lead.get("/api/approvals/" + request).json();
        assertThat(seen.path("amount").asLong())
                .as("what was given today counts")
                .isEqualTo(1_100);
        assertThat(decide(lead, request, "approve").json().path("state").asString())
                .isEqualTo("approved");
        assertThat(points(member)).isEqualTo(1_100);
        var again = give(ops, member, 500, "b");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("receipt").path("replayed").asBoolean()).isTrue();
        assertThat(points(member)).isEqualTo(1_100);
    }

    @Test
    void what_was_rejected_changes_nothing_and_its_key_says_so() {
        var member = people.of(null);
        var ops = staff.logIn("ops");
        var request = give(ops, member, 5_000, "no").json().path("asked").path("request");
        decide(staff.logIn("lead"), request.asString(), "reject");

        var again = give(ops, member, 5_000, "no");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("asked").path("state").asString()).isEqualTo("rejected");
        assertThat(points(member)).isZero();
    }

    @Test
    void a_gift_split_into_requests_counts_as_one() {
        var member = people.of(null);
        var ops = staff.logIn("ops");
        var sizes = IntStream.range(0, 4)
                .mapToObj(i -> {
                    var asked = give(ops, member, 1_000, "split-" + i);
                    assertThat(asked.status()).as(asked.text()).isEqualTo(202);
                    return asked.json().path("asked").path("request").asString();
                })
                .map(request -> staff.logIn("lead")
                        .get("/api/approvals/" + request)
                        .json()
                        .path("facts")
                        .path("ofToday")
                        .asLong())
                .toList();
        assertThat(sizes).containsExactly(1_000L, 2_000L, 3_000L, 4_000L);
        assertThat(give(ops, member, 10, "split-small").status())
                .as("a small one beside what waits waits too")
                .isEqualTo(202);
        assertThat(points(member)).isZero();
    }

    @Test
    void gifts_at_the_same_time_pass_up_to_the_limit_and_not_beyond() {
        var member = people.of(null);
        var ops = staff.logIn("ops");
        try (var many = Executors.newFixedThreadPool(8)) {
            var answers = IntStream.range(0, 20)
                    .mapToObj(i -> many.submit(
                            () -> give(ops, member, 100, "race-" + i).status()))
                    .toList();
            var statuses = answers.stream().map(AdjustmentsStory::result).toList();
            assertThat(statuses)
                    .containsOnly(200, 202)
                    .filteredOn(one -> one == 200)
                    .hasSize(9);
        }
        assertThat(points(member)).isEqualTo(900);
    }

    @Test
    void a_lot_is_extended_and_what_lapsed_is_restored_with_approval() {
        var member = people.of(null);
        var ops = staff.logIn("ops");
        var day = staff.today().plusDays(10);
        give(ops, member, 500, "lot", day);
        assertThat(extend(ops, member, day, day, "same")
                        .json()
                        .path("fields")
                        .get(0)
                        .path("rule")
                        .asString())
                .isEqualTo("after-from");
        assertThat(extend(ops, member, day.plusDays(1), day.plusDays(5), "none").code())
                .isEqualTo("adjustments.nothing-in-lot");

        var spent = Map.of("amount", 100, "kind", "spend", "reason", "礼品");
        ops.post("/api/members/" + member + "/points", spent, "lot-spent" + member);
        var later = day.plusDays(20);
        var extended = extend(ops, member, day, later, "extend");
        assertThat(extended.status()).as(extended.text()).isEqualTo(200);
        assertThat(lots(member)).containsExactly(new LotView(400, later, false));

        give(ops, member, 200, "more", later);
        clock.moveTo(later.plusDays(1).atTime(2, 0).toInstant(ZoneOffset.UTC));
        staff.asMachine(() -> ledger.expire(Asset.POINTS, staff.today()));
        assertThat(lots(member)).isEmpty();
        ops = staff.logIn("ops");
        var lapsed = ops.get("/api/members/" + member + "/lapsed-lots").json();
        assertThat(lapsed).hasSize(1);
        assertThat(lapsed.get(0).path("amount").asLong()).isEqualTo(600);
        assertThat(lapsed.get(0).path("expiresOn").asString()).isEqualTo(later.toString());

        clock.advance(Duration.ofMinutes(1));
        var until = staff.today().plusDays(30);
        var asked = extend(ops, member, later, until, "restore");
        assertThat(asked.status()).as(asked.text()).isEqualTo(202);
        assertThat(lots(member)).isEmpty();
        var request = asked.json().path("asked").path("request").asString();
        decide(staff.logIn("lead"), request, "approve");
        assertThat(lots(member)).containsExactly(new LotView(600, until, false));
        assertThat(ops.get("/api/members/" + member + "/lapsed-lots").json()).isEmpty();
        var line = ops.get("/api/members/" + member + "/statement?asset=points&limit=1")
                .json()
                .path("items")
                .get(0);
        assertThat(line.path("kind").asString()).isEqualTo("expiry-moved");
        var why = ops.get("/api/postings/" + line.path("postingId").asString() + "/why")
                .json();
        assertThat(why.path("code").asString()).isEqualTo("ledger.posting.expiry-moved");
    }

    @Test
    void more_than_was_asked_for_is_not_extended() {
        var member = people.of(null);
        var ops = staff.logIn("ops");
        var day = staff.today().plusDays(10);
        give(ops, member, 600, "first", day);
        var request = extend(ops, member, day, day.plusDays(30), "grown")
                .json()
                .path("asked")
                .path("request")
                .asString();
        give(ops, member, 50, "second", day);
        var lead = staff.logIn("lead");
        assertThat(decide(lead, request, "approve").code()).isEqualTo("adjustments.amount-changed");
        assertThat(lots(member)).containsExactly(new LotView(650, day, false));
    }

    @Test
    void the_highest_tier_is_granted_once_approved_and_others_at_once() {
        var member = people.of(null);
        var ops = staff.logIn("ops");
        assertThat(grant(ops, member, "silver").status()).isEqualTo(200);
        assertThat(tier(member)).isEqualTo("silver");
        var body = Map.of("member", member.toString(), "tier", "gold", "reason", "老友");
        ops.post("/api/loyalty/tier-grants", body, "twice-" + member);
        int steps = steps(member);
        assertThat(ops.post("/api/loyalty/tier-grants", body, "twice-" + member).status())
                .isEqualTo(200);
        assertThat(steps(member)).as("granted once per key").isEqualTo(steps);
        var asked = grant(ops, member, "diamond");
        assertThat(asked.status()).as(asked.text()).isEqualTo(202);
        assertThat(tier(member)).isEqualTo("gold");
        var request = asked.json().path("asked").path("request").asString();
        decide(staff.logIn("lead"), request, "approve");
        assertThat(tier(member)).isEqualTo("diamond");
        assertThat(ops.get("/api/members/" + member + "/timeline").text()).contains("approvals.asked");
    }

    @Test
    void a_key_stands_for_one_tier_and_one_member_whichever_way_it_goes() {
        var member = people.of(null);
        var other = people.of(null);
        var ops = staff.logIn("ops");
        var key = "one-act-" + member;
        assertThat(tiers(ops, member, "gold", "老友", key).status()).isEqualTo(200);
        assertThat(tiers(ops, member, "silver", "老友", key).code()).isEqualTo("loyalty.act-differs");
        assertThat(tiers(ops, member, "gold", "别的缘由", key).code()).isEqualTo("loyalty.act-differs");
        assertThat(tiers(ops, other, "gold", "老友", key).code()).isEqualTo("loyalty.act-differs");
        assertThat(tiers(ops, member, "diamond", "老友", key).code()).isEqualTo("loyalty.act-differs");
        assertThat(tiers(ops, member, "gold", "老友", key).status()).isEqualTo(200);
        assertThat(steps(member)).isEqualTo(1);
        assertThat(steps(other)).isZero();

        var asking = "asked-act-" + member;
        var asked = tiers(ops, member, "diamond", "贵宾", asking);
        assertThat(asked.status()).as(asked.text()).isEqualTo(202);
        assertThat(tiers(ops, member, "silver", "贵宾", asking).code())
                .as("small enough to pass at once, but the key waits for something else")
                .isEqualTo("adjustments.act-differs");
        decide(staff.logIn("lead"), asked.json().path("asked").path("request").asString(), "approve");
        assertThat(tiers(ops, member, "silver", "贵宾", asking).code()).isEqualTo("adjustments.act-differs");
        assertThat(tier(member)).isEqualTo("diamond");
        assertThat(steps(member)).isEqualTo(2);
    }

    @Test
    void a_key_that_waits_for_many_points_gives_no_few_at_once() {
        var member = people.of(null);
        var ops = staff.logIn("ops");
        assertThat(give(ops, member, 5_000, "many").status()).isEqualTo(202);
        assertThat(give(ops, member, 5, "many").code()).isEqualTo("adjustments.act-differs");
        assertThat(points(member)).isZero();
    }

    private static TestHttp.Answer tiers(
            TestHttp.Client client, MemberId member, String tier, String reason, String key) {
        return client.post(
                "/api/loyalty/tier-grants", Map.of("member", member.toString(), "tier", tier, "reason", reason), key);
    }
}
