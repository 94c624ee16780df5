package org.guildhall.cashback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.cashback.CashbackGround.line;
import static org.guildhall.testing.Answers.ok;

import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.testing.TestHttp.Client;
import org.junit.jupiter.api.Test;

/** Commissions paid out over HTTP: one proposes, another agrees, and each is booked once. */
class PayoutStory extends PayoutGround {

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
}
