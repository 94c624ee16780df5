package org.guildhall.cashback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.cashback.CashbackGround.line;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.approvals.ApprovalPolicy;
import org.guildhall.kernel.MemberId;
import org.guildhall.policies.FoundingPolicies;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestHttp.Answer;
import org.guildhall.testing.TestHttp.Client;
import org.guildhall.testing.TestStaff;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Commissions paid out over HTTP: one proposes, another agrees, each is booked once, and what comes back later is set off. */
@GuildhallTest
@Import({CashbackGround.class, CashbackGround.Desks.class, CashbackGround.Rules.class})
class PayoutStory {

    private static final String PAYOUTS = "/api/cashback/payouts";
    private static final String LINES = "/api/cashback/payout-lines";

    @Autowired
    TestStaff staff;

    @Autowired
    CashbackGround ground;

    @Autowired
    FoundingPolicies founding;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MovableClock clock;

    @BeforeEach
    void twoHaveToAgree() {
        var step =
                Map.of("mode", "any", "posts", List.of("ops"), "hours", 48, "overdue", "return", "escalateTo", "lead");
        var rows = List.of("cashback.payout", "cashback.payout-reversal").stream()
                .map(act -> Map.of("act", act, "from", 0, "steps", List.of(step)))
                .toList();
        staff.asMachine(() -> transaction.execute(status -> {
            founding.establish(ApprovalPolicy.KIND.code(), Map.of("rows", rows), staff.today(), "test");
            return true;
        }));
        nothingWaits();
    }

    @AfterEach
    void nothingWaits() {
        var lead = staff.logIn("lead");
        ok(lead.get(PAYOUTS + "?state=asked"))
                .json()
                .path("items")
                .forEach(payout ->
                        decide(staff.logIn("ops"), payout.path("request").asString(), "reject"));
    }

    @Test
    void one_proposes_another_agrees_and_each_is_paid_once() {
        var lead = staff.logIn("lead");
        var earner = ground.earner(2).promoter();
        var little = ground.earner(1).promoter();
        var preview = preview(lead);
        assertThat(preview.path("authority").path("needed").asBoolean()).isTrue();
        var key = "p-" + UUID.randomUUID();
        var payout = ok(lead.post(PAYOUTS, proposal(), key)).json();
        assertThat(payout.path("state").asString()).isEqualTo("asked");
        assertThat(payout.path("totals")).isEqualTo(preview.path("totals"));
        assertThat(ok(lead.post(PAYOUTS, proposal(), key)).json().path("id")).isEqualTo(payout.path("id"));
        assertThat(lead.post(PAYOUTS, Map.of("month", ground.lastMonth(), "reason", "另一次"), key)
                        .code())
                .isEqualTo("cashback.act-differs");
        assertThat(lead.post(PAYOUTS, proposal(), "p-" + UUID.randomUUID()).code())
                .isEqualTo("cashback.payout-waits");
        assertThat(ground.commission(earner))
                .as("nothing is booked before the yes")
                .isEqualTo(1_800);
        var own = decide(lead, payout.path("request").asString(), "approve");
        assertThat(own.status()).as(own.text()).isIn(403, 404, 409);
        approve(payout);
        assertThat(ground.commission(earner)).isZero();
        assertThat(ground.commission(little)).isEqualTo(900);
        var line = lineOf(lead, payout, earner);
        assertThat(fen(line, "paid")).isEqualTo(1_800);
        assertThat(fen(line, "paidInYear")).isEqualTo(1_800);
        var carried = lineOf(lead, payout, little);
        assertThat(carried.path("held").asString()).isEqualTo("below-least");
        assertThat(fen(carried, "due")).isEqualTo(900);
        assertThat(carried.path("paid").isMissingNode()).isTrue();
        var after = ok(lead.get(PAYOUTS + "/" + id(payout))).json();
        assertThat(after.path("state").asString()).isEqualTo("paid");
        assertThat(fen(after, "paid")).isEqualTo(fen(after.path("totals"), "proposed"));
        assertThat(lead.post(PAYOUTS, proposal(), "p-" + UUID.randomUUID()).code())
                .as("what was paid is not due again")
                .isEqualTo("cashback.nothing-to-pay");
        var before = Map.of("month", ground.lastMonth().withDayOfMonth(1).minusDays(1), "reason", "补发");
        assertThat(lead.post(PAYOUTS, before, "p-" + UUID.randomUUID()).code()).isEqualTo("cashback.later-month-paid");
        tellsOf(lead, earner);
        CashbackStory.laws(lead);
    }

    private void tellsOf(Client lead, MemberId earner) {
        var month = YearMonth.from(staff.today()).atDay(1);
        var statement = ok(lead.get("/api/cashback/promoters/" + earner + "/statement?month=" + month))
                .json();
        assertThat(fen(statement, "opening") + fen(statement, "net")).isEqualTo(1_800);
        assertThat(fen(statement, "paidOut")).isEqualTo(1_800);
        assertThat(fen(statement, "closing")).isZero();
        assertThat(statement.path("payments")).hasSize(1);
        assertThat(ok(lead.get("/api/members/" + earner + "/timeline")).text()).contains("cashback.commission-paid");
        var promoter = ok(lead.get("/api/cashback/promoters?member=" + earner))
                .json()
                .path("items")
                .path(0);
        assertThat(fen(promoter, "paidOut")).isEqualTo(1_800);
        assertThat(fen(promoter, "owed")).isZero();
    }

    @Test
    void what_comes_back_after_it_was_paid_is_owed_and_set_off_against_the_next() {
        var lead = staff.logIn("lead");
        var earner = ground.earner(2);
        ground.payOut();
        ground.giveBack(earner.buyer(), clock.instant(), earner.purchases().getFirst(), null);
        assertThat(ground.commission(earner.promoter())).isEqualTo(-900);
        ground.earner(2);
        var owing = paid(lead);
        var owed = lineOf(lead, owing, earner.promoter());
        assertThat(owed.path("held").asString()).isEqualTo("owed");
        assertThat(fen(owed, "due")).isEqualTo(-900);
        for (int i = 0; i < 3; i++) {
            ground.buy(earner.buyer(), ground.ago(130), line("cb-other", 60_000));
        }
        ground.settleLongAgo();
        var next = paid(lead);
        assertThat(fen(lineOf(lead, next, earner.promoter()), "paid"))
                .as("three times nine less what was owed")
                .isEqualTo(1_800);
        var years = ok(lead.get(LINES + "?member=" + earner.promoter()))
                .json()
                .path("items")
                .valueStream()
                .filter(line -> line.has("paidInYear"))
                .map(line -> fen(line, "paidInYear"))
                .toList();
        assertThat(years).as("each of one day with what came before it").containsExactly(3_600L, 1_800L);
        assertThat(ground.commission(earner.promoter())).isZero();
        CashbackStory.laws(lead);
    }

    @Test
    void what_comes_back_between_the_proposal_and_the_yes_is_left_out() {
        var lead = staff.logIn("lead");
        var earner = ground.earner(3);
        var gone = ground.earner(2);
        var payout = proposed(lead);
        ground.giveBack(earner.buyer(), clock.instant(), earner.purchases().getFirst(), null);
        ground.giveBack(gone.buyer(), clock.instant(), gone.purchases().getFirst(), null);
        approve(payout);
        var line = lineOf(lead, payout, earner.promoter());
        assertThat(fen(line, "proposed")).isEqualTo(2_700);
        assertThat(fen(line, "paid")).isEqualTo(1_800);
        assertThat(lineOf(lead, payout, gone.promoter()).path("paid").isMissingNode())
                .as("what is left is below the least")
                .isTrue();
        assertThat(ground.commission(earner.promoter())).isZero();
        assertThat(ground.commission(gone.promoter())).isEqualTo(900);
        CashbackStory.laws(lead);
    }

    @Test
    void a_payment_that_did_not_arrive_is_reversed_with_another_yes_and_due_again() {
        var lead = staff.logIn("lead");
        var earner = ground.earner(2).promoter();
        var other = ground.earner(2).promoter();
        var payout = paid(lead);
        var path = PAYOUTS + "/" + id(payout) + "/reverse";
        var key = "r-" + UUID.randomUUID();
        var asked = ok(lead.post(path, back(earner), key)).json();
        assertThat(ground.commission(earner)).isZero();
        assertThat(lead.post(path, back(other), key).code())
                .as("the same key waits for somebody else")
                .isEqualTo("cashback.act-differs");
        assertThat(ok(lead.post(path, back(earner), key)).json().path("request"))
                .isEqualTo(asked.path("request"));
        ok(decide(staff.logIn("ops"), asked.path("request").asString(), "approve"));
        assertThat(ground.commission(earner)).isEqualTo(1_800);
        assertThat(ground.commission(other)).isZero();
        assertThat(ok(lead.post(path, back(earner), key)).json().path("request").isMissingNode())
                .as("the same key has done it")
                .isTrue();
        assertThat(lead.post(path, back(earner), "r-" + UUID.randomUUID()).code())
                .isEqualTo("cashback.nothing-to-reverse");
        var line = lineOf(lead, payout, earner);
        assertThat(line.path("reversed").path("reason").asString()).isEqualTo("户名不符");
        assertThat(fen(line, "paidInYear")).isZero();
        var again = paid(lead);
        assertThat(fen(lineOf(lead, again, earner), "paidInYear")).isEqualTo(1_800);
        assertThat(ground.commission(earner)).isZero();
        var all = ok(lead.post(PAYOUTS + "/" + id(again) + "/reverse", back(null), "r-" + UUID.randomUUID()))
                .json();
        ok(decide(staff.logIn("ops"), all.path("request").asString(), "approve"));
        assertThat(fen(ok(lead.get(PAYOUTS + "/" + id(again))).json(), "reversed"))
                .isEqualTo(fen(ok(lead.get(PAYOUTS + "/" + id(again))).json(), "paid"));
        assertThat(ground.commission(earner)).isEqualTo(1_800);
        CashbackStory.laws(lead);
    }

    @Test
    void what_is_rejected_is_not_paid_and_can_be_proposed_again() {
        var lead = staff.logIn("lead");
        var earner = ground.earner(2).promoter();
        var payout = proposed(lead);
        ok(decide(staff.logIn("ops"), payout.path("request").asString(), "reject"));
        assertThat(ok(lead.get(PAYOUTS + "/" + id(payout))).json().path("state").asString())
                .isEqualTo("dropped");
        assertThat(ground.commission(earner)).isEqualTo(1_800);
        paid(lead);
        assertThat(ground.commission(earner)).isZero();
        CashbackStory.laws(lead);
    }

    @Test
    void what_was_sent_back_makes_room_for_another_proposal() {
        var lead = staff.logIn("lead");
        var earner = ground.earner(2).promoter();
        var payout = proposed(lead);
        var request = "/api/approvals/" + payout.path("request").asString();
        ok(decide(staff.logIn("ops"), payout.path("request").asString(), "return"));
        assertThat(preview(lead).has("waiting")).isFalse();
        var next = proposed(lead);
        assertThat(ok(lead.get(PAYOUTS + "/" + id(payout))).json().path("state").asString())
                .isEqualTo("dropped");
        var revision = ok(lead.get(request)).json().path("revision").asInt();
        var again = ok(lead.post(request + "/ask-again", Map.of("revision", revision, "reason", "仍要发")))
                .json();
        var verdict = Map.of("revision", again.path("revision").asInt(), "verdict", "approve", "comment", "试");
        assertThat(staff.logIn("ops").post(request + "/decision", verdict).code())
                .as("what was dropped is not paid")
                .isEqualTo("cashback.nothing-to-pay");
        approve(next);
        assertThat(ground.commission(earner)).isZero();
        CashbackStory.laws(lead);
    }

    @Test
    void whoever_was_paid_before_the_rules_let_it_lie_longer_owes_nothing() {
        var lead = staff.logIn("lead");
        var earner = ground.earner(2);
        ground.payOut();
        var before = preview(lead).path("totals");
        lies(60);
        try {
            var totals = preview(lead).path("totals");
            assertThat(totals.path("owing")).isEqualTo(before.path("owing"));
            assertThat(totals.path("owedAmount")).isEqualTo(before.path("owedAmount"));
            ground.giveBack(earner.buyer(), clock.instant(), earner.purchases().getFirst(), null);
            assertThat(fen(preview(lead).path("totals"), "owedAmount"))
                    .as("what came back is owed, and no more")
                    .isEqualTo(fen(before, "owedAmount") + 900);
        } finally {
            lies(PayoutPolicy.DEFAULT.coolingDays());
        }
        CashbackStory.laws(lead);
    }

    private void lies(int days) {
        var least = PayoutPolicy.DEFAULT.leastPayout().minor();
        staff.asMachine(() -> transaction.execute(status -> {
            founding.establish(
                    PayoutPolicy.KIND.code(),
                    Map.of("coolingDays", days, "leastPayout", CashbackGround.fen(least)),
                    staff.today(),
                    "test");
            return true;
        }));
    }

    private JsonNode preview(Client client) {
        return ok(client.get(PAYOUTS + "/preview?month=" + ground.lastMonth())).json();
    }

    @Test
    void what_could_still_come_back_waits_for_the_next_month_and_who_may_not_is_refused() {
        var lead = staff.logIn("lead");
        ground.earner(2);
        var late = ground.promoter(80);
        var buyer = ground.member();
        ground.bind(buyer, late, 79);
        ground.buy(buyer, ground.ago(60), line("cb-other", 200_000));
        ground.settle();
        assertThat(ground.commission(late)).isEqualTo(1_500);
        var payout = paid(lead);
        assertThat(ok(lead.get(LINES + "?payout=" + id(payout) + "&member=" + late))
                        .json()
                        .path("items"))
                .as("credited within the cooling-off days")
                .isEmpty();
        assertThat(lead.get(PAYOUTS + "/preview?month=" + staff.today()).code()).isEqualTo("cashback.month-not-over");
        assertThat(lead.get(PAYOUTS + "/" + UUID.randomUUID()).code()).isEqualTo("cashback.unknown-payout");
        var clerk = staff.logIn(staff.hire("store", ground.store()));
        assertThat(clerk.get(PAYOUTS).status()).isEqualTo(403);
        assertThat(clerk.get(LINES).status()).isEqualTo(403);
        var analyst = staff.logIn(staff.hire("analyst", staff.company()));
        assertThat(analyst.get(LINES + "?payout=" + id(payout)).status()).isEqualTo(200);
        assertThat(analyst.post(PAYOUTS, proposal(), "p-" + UUID.randomUUID()).status())
                .isEqualTo(403);
    }

    private JsonNode proposed(Client client) {
        return ok(client.post(PAYOUTS, proposal(), "p-" + UUID.randomUUID())).json();
    }

    private JsonNode paid(Client client) {
        var payout = proposed(client);
        approve(payout);
        return payout;
    }

    private void approve(JsonNode payout) {
        ok(decide(staff.logIn("ops"), payout.path("request").asString(), "approve"));
    }

    private static Answer decide(Client client, String request, String verdict) {
        return client.post(
                "/api/approvals/" + request + "/decision", Map.of("revision", 1, "verdict", verdict, "comment", "试"));
    }

    private Map<String, Object> proposal() {
        return Map.<String, Object>of("month", ground.lastMonth(), "reason", "上月佣金");
    }

    private static Map<String, Object> back(@Nullable MemberId member) {
        var body = new HashMap<String, Object>(Map.of("reason", "户名不符"));
        if (member != null) {
            body.put("member", member);
        }
        return body;
    }

    private static JsonNode lineOf(Client client, JsonNode payout, MemberId member) {
        var items = ok(client.get(LINES + "?payout=" + id(payout) + "&member=" + member))
                .json()
                .path("items");
        assertThat(items).hasSize(1);
        return items.path(0);
    }

    private static String id(JsonNode payout) {
        return payout.path("id").asString();
    }

    private static long fen(JsonNode node, String field) {
        return node.path(field).path("minor").asLong();
    }

    private static Answer ok(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
        return answer;
    }
}
