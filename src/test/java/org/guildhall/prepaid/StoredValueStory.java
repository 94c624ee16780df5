package org.guildhall.prepaid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.prepaid.PrepaidRequests.ask;
import static org.guildhall.prepaid.PrepaidRequests.refund;
import static org.guildhall.prepaid.PrepaidRequests.transfer;
import static org.guildhall.prepaid.PrepaidRequests.yuan;
import static org.guildhall.testing.Answers.lawsHold;
import static org.guildhall.testing.Answers.ok;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guildhall.access.UnitKind;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.UnitId;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Stored value from top-up to refund, over HTTP. */
@GuildhallTest
@Import(PrepaidGround.class)
class StoredValueStory {

    @Autowired
    TestStaff staff;

    @Autowired
    PrepaidGround ground;

    @Autowired
    StoredValue storedValue;

    @Autowired
    MovableClock clock;

    private static boolean ruled;
    private Instant start = MovableClock.START;
    private UnitId store = UnitId.of("00000000-0000-0000-0000-000000000000");

    @BeforeEach
    void rulesAndAStore() {
        start = clock.instant();
        if (!ruled) {
            ground.establish(
                    PrepaidGround.generous(PrepaidPolicy.Spending.PRINCIPAL_FIRST),
                    staff.today().minusMonths(1));
            ruled = true;
        }
        store = staff.open(UnitKind.STORE, staff.company());
    }

    @AfterEach
    void back() {
        clock.moveTo(start);
    }

    @Test
    void money_comes_in_with_its_bonus_is_paid_with_comes_back_and_says_why() {
        var clerk = staff.logIn(staff.hire("store", store));
        var member = ground.named(store);
        var path = "/api/members/" + member + "/prepaid";
        var quote = ok(clerk.post(path + "/top-up-quote", Map.of("amount", yuan(1_000))));
        assertThat(quote.json().path("bonus").path("minor").asLong()).isEqualTo(20_000);
        assertThat(quote.json().path("allowed").asBoolean()).isTrue();
        assertThat(quote.text()).contains("prepaid.cap-named", "prepaid.step");

        var topUp = topUp(member, 1_000);
        var made = ok(clerk.post("/api/prepaid/top-ups", topUp, "t-1"));
        assertThat(ok(clerk.post("/api/prepaid/top-ups", topUp, "t-1")).text()).isEqualTo(made.text());
        assertThat(clerk.post("/api/prepaid/top-ups", topUp(member, 900), "t-1").code())
                .isEqualTo("prepaid.movement-differs");
        assertThat(ground.pots(member)).isEqualTo("100000+20000");

        var paid = ok(clerk.post("/api/prepaid/payments", pay(member, 1_050), "p-1"));
        assertThat(paid.json().path("principal").path("minor").asLong()).isEqualTo(-100_000);
        assertThat(paid.json().path("bonus").path("minor").asLong()).isEqualTo(-5_000);
        assertThat(clerk.post("/api/prepaid/payments", pay(member, 151), "p-2").code())
                .isEqualTo("prepaid.balance-too-low");
        var partly = new HashMap<>(pay(member, 500));
        partly.put("partly", true);
        assertThat(ok(clerk.post("/api/prepaid/payments", partly, "p-3"))
                        .json()
                        .path("bonus")
                        .path("minor")
                        .asLong())
                .isEqualTo(-15_000);
        assertThat(ground.pots(member)).isEqualTo("0+0");

        var payment = "/api/prepaid/payments/" + paid.json().path("id").asString() + "/give-back";
        ok(clerk.post(payment, Map.of("amount", yuan(50), "reason", "退一件"), "r-1"));
        assertThat(clerk.post(payment, Map.of("amount", yuan(1_001), "reason", "退"), "r-2")
                        .code())
                .isEqualTo("prepaid.return-too-large");
        ok(clerk.post(payment, Map.of("reason", "全退"), "r-3"));
        assertThat(ground.pots(member)).isEqualTo("100000+5000");
        assertThat(clerk.post(payment, Map.of("reason", "再退"), "r-4").code()).isEqualTo("prepaid.return-too-large");

        var why = "/api/prepaid/movements/" + paid.json().path("id").asString() + "/why";
        assertThat(ok(clerk.get(why)).text()).contains("prepaid.payment", "prepaid.principal-first");
        assertThat(ok(clerk.get("/api/prepaid/movements/"
                                + made.json().path("id").asString() + "/why"))
                        .text())
                .contains("prepaid.top-up", "prepaid.step", "商务部令");
        assertThat(ok(clerk.get("/api/prepaid/movements?member=" + member))
                        .json()
                        .path("items")
                        .findValuesAsString("kind"))
                .containsExactly("return", "return", "payment", "payment", "top-up");
        var lead = staff.logIn("lead");
        assertThat(ok(lead.get("/api/members/" + member + "/timeline")).text())
                .contains("prepaid.top-up", "prepaid.payment", "prepaid.return");
        assertThat(ok(lead.get("/api/audit?limit=50")).text())
                .contains("prepaid.top-up", "prepaid.payment", "prepaid.return");
        lawsHold(lead, "prepaid.balances-are-movements");
    }

    @Test
    void caps_cannot_be_evaded_by_splitting_and_hold_for_who_is_not_named() {
        var lead = staff.logIn("lead");
        var unnamed = ground.unnamed();
        assertThat(lead.post("/api/prepaid/top-ups", topUp(unnamed, 1_001), "c-1")
                        .code())
                .isEqualTo("prepaid.above-cap");
        ok(lead.post("/api/prepaid/top-ups", topUp(unnamed, 600), "c-2"));
        assertThat(lead.post("/api/prepaid/top-ups", topUp(unnamed, 401), "c-3").code())
                .isEqualTo("prepaid.above-cap");
        var locked = ok(lead.post("/api/prepaid/locks", pay(unnamed, 600), "c-4"));
        assertThat(lead.post("/api/prepaid/top-ups", topUp(unnamed, 401), "c-5").code())
                .isEqualTo("prepaid.above-cap");
        ok(lead.post("/api/prepaid/locks/" + locked.json().path("id").asString() + "/use", Map.of(), "c-6"));
        var again = ok(lead.post("/api/prepaid/top-ups", topUp(unnamed, 401), "c-7"));
        assertThat(again.json().path("notices").toString()).contains("cap-in-pieces");
        assertThat(ok(lead.get("/api/prepaid/movements?noticed=true&member=" + unnamed))
                        .json()
                        .path("items")
                        .size())
                .isOne();
        assertThat(ok(lead.get("/api/audit?limit=50")).text()).contains("prepaid.noticed");
        var named = ground.with(4_000);
        assertThat(lead.post("/api/prepaid/top-ups", topUp(named, 500), "c-8").code())
                .as("bonus counts: 4 000 + 800 + 500")
                .isEqualTo("prepaid.above-cap");
        ok(lead.post("/api/prepaid/top-ups", topUp(named, 200), "c-9"));
        lawsHold(lead, "prepaid.balances-are-movements");
    }

    @Test
    void a_refund_shows_its_calculation_takes_the_bonus_back_and_can_be_undone() {
        var member = ground.with(1_000);
        ground.pay(member, 60_000);
        clock.advance(Duration.ofDays(20));
        var lead = staff.logIn("lead");
        var path = "/api/members/" + member + "/prepaid";
        assertThat(lead.post(path + "/refund-quote", ask("without-reason")).code())
                .isEqualTo("prepaid.too-late-without-reason");
        var consumer = ok(lead.post(path + "/refund-quote", ask("consumer")));
        assertThat(consumer.json().path("refund").path("minor").asLong()).isEqualTo(40_000);
        var merchant = ok(lead.post(path + "/refund-quote", ask("merchant")));
        assertThat(merchant.json().path("refund").path("minor").asLong()).isEqualTo(50_000);
        assertThat(merchant.text())
                .contains("prepaid.used-discounted", "prepaid.paid-less-used", "prepaid.taken-off", "法释〔2025〕4 号");
        assertThat(lead.post(path + "/refund", refund("merchant", 499), "f-1").code())
                .isEqualTo("prepaid.quote-outdated");
        var refunded = ok(lead.post(path + "/refund", refund("merchant", 500), "f-2"));
        assertThat(refunded.json().path("money").path("minor").asLong()).isEqualTo(-50_000);
        assertThat(ground.pots(member)).isEqualTo("0+0");
        assertThat(ok(lead.post(path + "/refund", refund("merchant", 500), "f-2"))
                        .json()
                        .path("id"))
                .isEqualTo(refunded.json().path("id"));
        assertThat(lead.post(path + "/refund", refund("merchant", 500), "f-3").code())
                .isEqualTo("prepaid.nothing-to-refund");
        var movement = "/api/prepaid/movements/" + refunded.json().path("id").asString();
        assertThat(ok(lead.get(movement + "/why")).text()).contains("prepaid.refund-of", "prepaid.used-discounted");
        lawsHold(lead, "prepaid.balances-are-movements");
        ok(lead.post(movement + "/undo", Map.of("reason", "点错了"), "f-4"));
        assertThat(lead.post(movement + "/undo", Map.of("reason", "再点"), "f-5").code())
                .isEqualTo("prepaid.not-undoable");
        assertThat(ground.pots(member)).isEqualTo("40000+20000");
        lawsHold(lead, "prepaid.balances-are-movements");
    }

    @Test
    void what_is_frozen_does_not_move_and_what_is_locked_lapses() {
        var lead = staff.logIn("lead");
        var member = ground.with(500);
        var path = "/api/members/" + member + "/prepaid";
        var locked = ok(lead.post("/api/prepaid/locks", pay(member, 200), "z-1"));
        assertThat(ground.pots(member)).isEqualTo("30000+0");
        ok(lead.post(path + "/freeze", Map.of("reason", "会员报失"), "z-2"));
        for (var refused : List.of(
                lead.post("/api/prepaid/payments", pay(member, 1), "z-3"),
                lead.post("/api/prepaid/top-ups", topUp(member, 1), "z-4"),
                lead.post(path + "/refund-quote", ask("consumer")),
                lead.post("/api/prepaid/locks/" + locked.json().path("id").asString() + "/use", Map.of(), "z-5"))) {
            assertThat(refused.code()).isEqualTo("prepaid.account-frozen");
        }
        clock.advance(Duration.ofMinutes(31));
        storedValue.releaseLapsed();
        assertThat(ground.pots(member)).as("frozen").isEqualTo("30000+0");
        lead = staff.logIn("lead");
        ok(lead.post(path + "/unfreeze", Map.of("reason", "找回"), "z-6"));
        assertThat(lead.post(path + "/unfreeze", Map.of("reason", "找回"), "z-7").code())
                .isEqualTo("prepaid.not-frozen");
        assertThat(storedValue.releaseLapsed()).isOne();
        assertThat(storedValue.releaseLapsed()).isZero();
        assertThat(ground.pots(member)).isEqualTo("50000+0");
        assertThat(lead.post("/api/prepaid/locks/" + locked.json().path("id").asString() + "/use", Map.of(), "z-8")
                        .code())
                .isEqualTo("prepaid.not-locked");
        lawsHold(lead, "prepaid.balances-are-movements");
    }

    @Test
    void principal_goes_to_another_member_with_its_share_of_bonus_within_limits_and_comes_back() {
        var lead = staff.logIn("lead");
        var giver = ground.with(1_000);
        var receiver = ground.named(null);
        var path = "/api/members/" + giver + "/prepaid/transfer";
        var sent = ok(lead.post(path, transfer(receiver, 500), "x-1"));
        assertThat(ground.pots(giver)).isEqualTo("50000+10000");
        assertThat(ground.pots(receiver)).isEqualTo("50000+10000");
        var over = lead.post(path, transfer(receiver, 301), "x-2");
        assertThat(over.code()).isEqualTo("prepaid.transfer-limit");
        assertThat(over.text()).as("the day's limit and what went").contains("80000", "50000", "30100");
        var large = lead.post(path, transfer(receiver, 501), "x-5");
        assertThat(large.code()).as("at once, whatever went").isEqualTo("prepaid.transfer-too-large");
        assertThat(large.text()).contains("50000", "50100").doesNotContain("already");
        assertThat(lead.post(path, transfer(giver, 1), "x-3").status()).isEqualTo(400);
        lawsHold(lead, "prepaid.balances-are-movements");
        var undo = "/api/prepaid/movements/" + sent.json().path("id").asString() + "/undo";
        ok(lead.post(undo, Map.of("reason", "转错人"), "x-4"));
        assertThat(ground.pots(giver)).isEqualTo("100000+20000");
        assertThat(ground.pots(receiver)).isEqualTo("0+0");
        lawsHold(lead, "prepaid.balances-are-movements");
    }

    @Test
    void a_day_is_held_against_the_ledger_by_store_and_method_and_what_is_owed_is_known() {
        clock.advance(Duration.ofDays(400));
        var lead = staff.logIn("lead");
        var member = ground.named(store);
        ok(lead.post("/api/prepaid/top-ups", topUp(member, 500), "d-1"));
        ok(lead.post("/api/prepaid/payments", pay(member, 120), "d-2"));
        ok(lead.post("/api/members/" + member + "/prepaid/refund", refund("consumer", 380), "d-3"));
        var day = ok(lead.get("/api/prepaid/days/" + staff.today())).json();
        assertThat(day.path("differences")).isEmpty();
        var at = day.path("stores")
                .valueStream()
                .filter(row -> row.path("store").asString("").equals(store.toString()))
                .findFirst()
                .orElseThrow();
        assertThat(at.path("money").toString())
                .isEqualTo("[{\"method\":\"card\",\"in\":{\"minor\":50000,\"currency\":\"CNY\"},"
                        + "\"out\":{\"minor\":0,\"currency\":\"CNY\"}}]");
        for (var books : day.path("books")) {
            assertThat(books.path("movements")).isEqualTo(books.path("ledger"));
        }
        var owed = ok(lead.get("/api/prepaid/liability?from=" + staff.today().minusDays(30) + "&to=" + staff.today()))
                .json();
        assertThat(owed.path("days").get(owed.path("days").size() - 1).path("principal"))
                .isEqualTo(owed.path("principal"));
        assertThat(lead.get("/api/prepaid/liability?from=2020-01-01&to=" + staff.today())
                        .status())
                .isEqualTo(400);
        assertThat(lead.get("/api/prepaid/days/" + staff.today().plusDays(1)).status())
                .isEqualTo(400);
        assertThat(staff.logIn("svc").get("/api/prepaid/days/" + staff.today()).code())
                .isEqualTo("access.denied");
    }

    private Map<String, Object> topUp(MemberId member, long yuan) {
        return Map.of("member", member, "amount", yuan(yuan), "method", "card", "store", store);
    }

    private Map<String, Object> pay(MemberId member, long yuan) {
        return Map.of("member", member, "amount", yuan(yuan), "partly", false, "store", store);
    }
}
