package org.guildhall.cashback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.cashback.CashbackGround.line;
import static org.guildhall.testing.Answers.ok;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.testing.TestHttp.Client;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What comes back of commissions paid out, over HTTP: set off against the next, left out before the yes, or reversed. */
class PaidAndComeBackStory extends PayoutGround {

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
        whatWaitsIsTold(lead, payout, earner, asked.path("request").asString());
        var twice = lead.post(path, back(earner), "r-" + UUID.randomUUID());
        assertThat(twice.code()).isEqualTo("approvals.asked-otherwise");
        assertThat(twice.json().path("detail").asString())
                .as("whose request waits, not by which identifier it goes")
                .doesNotContain(asked.path("request").asString());
        ok(decide(staff.logIn("ops"), asked.path("request").asString(), "approve"));
        assertThat(ok(lead.get(PAYOUTS + "/" + id(payout))).json().path("reversing"))
                .isEmpty();
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

    private static void whatWaitsIsTold(Client lead, JsonNode payout, MemberId earner, String request) {
        var waits = ok(lead.get(PAYOUTS + "/" + id(payout))).json().path("reversing");
        assertThat(waits).hasSize(1);
        assertThat(waits.path(0).path("request").asString()).isEqualTo(request);
        assertThat(waits.path(0).path("member").asString()).isEqualTo(earner.toString());
        var told = ok(lead.get("/api/approvals/" + request)).json();
        assertThat(told.path("member").asString()).isEqualTo(earner.toString());
        assertThat(told.path("facts").path("payout").asString()).isEqualTo(id(payout));
        assertThat(fen(told.path("facts"), "sum")).isEqualTo(1_800);
        assertThat(told.path("facts").has("promoters")).isFalse();
        var row = told.path("chosenBy").path("facts");
        assertThat(row.path("from").path("currency").asString())
                .as("the table's amounts of money are told as money")
                .isEqualTo("CNY");
        assertThat(fen(row, "amount")).isEqualTo(1_800);
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

    private static Map<String, Object> back(@Nullable MemberId member) {
        var body = new HashMap<String, Object>(Map.of("reason", "户名不符"));
        if (member != null) {
            body.put("member", member);
        }
        return body;
    }
}
