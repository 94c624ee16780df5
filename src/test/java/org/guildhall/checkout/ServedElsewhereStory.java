package org.guildhall.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.testing.Answers.ok;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guildhall.access.UnitKind;
import org.guildhall.benefits.BenefitsGround;
import org.guildhall.coupons.CouponsGround;
import org.guildhall.coupons.CouponsGround.Limits;
import org.guildhall.kernel.Money;
import org.guildhall.mall.MoveReward;
import org.guildhall.mall.MoveStock;
import org.guildhall.mall.RewardDetails;
import org.guildhall.mall.RewardView;
import org.guildhall.mall.Rewards;
import org.guildhall.testing.TestHttp.Client;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** A member of one store walks into another and is served there like at home, over HTTP. */
@Import({BenefitsGround.class, BenefitsGround.Desks.class, BenefitsGround.Rules.class, CouponsGround.class})
class ServedElsewhereStory extends ElsewhereGround {

    @Autowired
    BenefitsGround benefits;

    @Autowired
    CouponsGround coupons;

    @Autowired
    Rewards rewards;

    @Test
    void who_is_identified_is_shown_in_part_as_of_another_store_and_that_is_remembered() {
        var clerk = clerk();
        var member = stranger(700);
        assertThat(clerk.post("/api/checkouts/quote", basketHere(member.id(), 0, 0))
                        .code())
                .isEqualTo("members.not-found");
        assertThat(clerk.get("/api/counter-buyers/" + member.id()).code()).isEqualTo("members.not-found");

        for (var shown : List.of(member.number(), member.mobile(), "+86 " + member.mobile())) {
            var found = ok(identify(clerk, shown)).json();
            assertThat(found).hasSize(1);
            var buyer = found.get(0);
            assertThat(buyer.path("member").asString()).isEqualTo(member.id().toString());
            assertThat(buyer.path("name").asString()).isEqualTo("王*明");
            assertThat(buyer.path("mobile").asString()).contains("****").doesNotContain(member.mobile());
            assertThat(buyer.path("homeUnit").asString())
                    .isEqualTo(ground.store().toString());
            assertThat(buyer.path("servedUntil").asString()).isNotEmpty();
            assertThat(buyer.path("points").asLong()).isEqualTo(700);
            assertThat(buyer.path("tier").asString()).isNotEmpty();
        }
        assertThat(ok(clerk.get("/api/counter-buyers/" + member.id())).text()).contains("王*明");
        var kept = ok(staff.logIn("auditor").get("/api/audit?act=members.identified&member=" + member.id()))
                .json()
                .path("items");
        assertThat(kept).hasSize(3);
        assertThat(kept.get(0).path("unit").asString()).isEqualTo(here.toString());
    }

    @Test
    void they_buy_with_points_and_stored_value_and_bring_a_piece_back_and_all_of_it_is_explained() {
        var person = staff.hire("store", here);
        var clerk = staff.logIn(person);
        var member = stranger(5_000);
        ok(identify(clerk, member.mobile()));
        ok(clerk.post("/api/members/" + member.id() + "/prepaid/top-up-quote", Map.of("amount", fen(10_000))));
        var topUp = Map.of("member", member.id(), "amount", fen(10_000), "method", "cash", "store", here);
        ok(clerk.post("/api/prepaid/top-ups", topUp, key()));

        var sold = sell(clerk, basketHere(member.id(), 1_000, 5_000)).json();
        assertThat(sold.path("points").asLong()).isEqualTo(1_000);
        assertThat(sold.path("stored").path("minor").asLong()).isEqualTo(5_000);
        assertThat(ground.points(member.id())).isNotEqualTo(5_000);
        var id = sold.path("checkout").path("id").asString();
        var purchase = sold.path("checkout").path("purchase").asString();
        ok(clerk.get("/api/checkouts/" + id));
        ok(clerk.get("/api/checkouts/" + id + "/why"));
        ok(clerk.get("/api/purchases/" + purchase));
        ok(clerk.get("/api/purchases/" + purchase + "/why"));

        clock.advance(Duration.ofHours(12));
        clerk = staff.logIn(person);
        var part = Map.of("store", here, "reason", "退一件", "lines", List.of(Map.of("line", 1, "quantityMilli", 1_000)));
        ok(clerk.post("/api/checkouts/" + id + "/return-quote", part));
        ok(clerk.post("/api/checkouts/" + id + "/returns", part, key()));
        var returned = ok(clerk.get("/api/purchases/" + purchase))
                .json()
                .path("returns")
                .get(0)
                .path("id")
                .asString();
        ok(clerk.get("/api/purchases/" + returned + "/why"));
        var third = staff.logIn(staff.hire("store", staff.open(UnitKind.STORE, staff.company())));
        assertThat(third.get("/api/purchases/" + purchase + "/why").status()).isEqualTo(404);
    }

    @Test
    void a_coupon_that_they_show_is_taken_and_stays_seen_where_it_was_used() {
        var clerk = clerk();
        var member = stranger(0);
        var coupon = coupons.one(coupons.open(CouponsGround.details(new Limits(10, null, 0))), member.id());
        ok(identify(clerk, member.number()));
        assertThat(clerk.get("/api/coupons/" + coupon.id()).status()).isEqualTo(404);
        var sold = sell(clerk, with(basketHere(member.id(), 0, 0), Map.of("coupons", List.of(coupon.code()))));
        assertThat(sold.json().path("couponAmount").path("minor").asLong()).isEqualTo(1_000);
        ok(clerk.get("/api/coupons/" + coupon.id()));
        ok(clerk.get("/api/coupons/" + coupon.id() + "/facts"));
    }

    @Test
    void a_benefit_is_used_by_its_name() {
        var clerk = clerk();
        var member = stranger(0);
        benefits.plan(member.id());
        assertThat(clerk.get("/api/benefits/counter/" + member.id()).code()).isEqualTo("members.not-found");
        var wish = Map.of("store", here, "member", member.id(), "benefit", "car-wash");
        assertThat(clerk.post("/api/benefits/uses", wish, key()).code()).isEqualTo("members.not-found");
        ok(identify(clerk, member.number()));
        var usable = ok(clerk.get("/api/benefits/counter/" + member.id())).json();
        assertThat(usable.findValuesAsString("benefit")).contains("car-wash");
        assertThat(usable.findValuesAsString("needsCode")).containsOnly("false");
        assertThat(ok(clerk.post("/api/benefits/uses", wish, key()))
                        .json()
                        .path("name")
                        .asString())
                .isNotEmpty();
    }

    @Test
    void points_become_a_reward_that_is_handed_out_at_once() {
        var clerk = clerk();
        var member = stranger(1_000);
        var wish = new HashMap<String, Object>(
                Map.of("member", member.id(), "reward", reward(), "quantity", 1, "store", here));
        assertThat(clerk.post("/api/redemptions", wish, key()).code()).isEqualTo("members.not-found");
        ok(identify(clerk, member.number()));
        var code = ok(clerk.post("/api/redemptions", wish, key()))
                .json()
                .path("code")
                .asString();
        var shown = Map.of("code", code, "store", here);
        ok(clerk.post("/api/redemptions/look-up", shown));
        ok(clerk.post("/api/redemptions/hand-out", shown, key()));
    }

    @Test
    void cashback_pays_a_receipt_as_far_as_there_is_any() {
        var clerk = clerk();
        var member = stranger(0);
        var use = Map.of("member", member.id(), "store", here, "amount", fen(100), "receipt", "R-1");
        assertThat(clerk.post("/api/cashback/uses", use, key()).code()).isEqualTo("members.not-found");
        ok(identify(clerk, member.number()));
        assertThat(clerk.post("/api/cashback/uses", use, key()).code()).isEqualTo("ledger.insufficient-balance");
    }

    @Test
    void being_served_opens_no_file_no_list_and_nothing_that_others_keep() {
        var clerk = clerk();
        var member = stranger(500);
        ok(identify(clerk, member.mobile()));
        sell(clerk, basketHere(member.id(), 0, 0));
        var file = "/api/members/" + member.id();
        for (var path : List.of(
                file,
                file + "/timeline",
                file + "/consents",
                file + "/balances",
                file + "/statement",
                file + "/lots",
                file + "/prepaid",
                "/api/loyalty/members/" + member.id() + "/standing",
                "/api/loyalty/members/" + member.id() + "/tiers",
                "/api/benefits/members/" + member.id(),
                "/api/benefits/uses?member=" + member.id(),
                "/api/checkouts?member=" + member.id(),
                "/api/purchases?member=" + member.id(),
                "/api/coupons?member=" + member.id(),
                "/api/redemptions?member=" + member.id(),
                "/api/prepaid/movements?member=" + member.id(),
                "/api/cashback/uses?member=" + member.id(),
                "/api/session-cards?member=" + member.id())) {
            assertThat(clerk.get(path).status()).as(path).isIn(403, 404);
        }
        changesNothing(clerk, member);
        assertThat(ok(clerk.get("/api/messages?member=" + member.id())).json().path("items"))
                .isEmpty();
        assertThat(ok(clerk.get("/api/members?q=" + member.number())).json().path("items"))
                .isEmpty();
        assertThat(ok(clerk.post("/api/members/search", Map.of("text", "王小明"))).text())
                .doesNotContain(member.id().toString());
    }

    private void changesNothing(Client clerk, Stranger member) {
        var file = "/api/members/" + member.id();
        var change = Map.of("set", Map.of("name", "李四"));
        assertThat(clerk.patch(file, change).status()).isIn(403, 404);
        var consent =
                Map.of("purpose", "marketing", "channel", "sms", "granted", true, "version", "1", "evidence", "x");
        assertThat(clerk.post(file + "/consents", consent).status()).isIn(400, 403, 404);
        var withdraw = Map.of("to", "WITHDRAWN", "reason", "x");
        assertThat(clerk.post(file + "/transitions", withdraw).status()).isIn(403, 404);
        assertThat(clerk.post(file + "/reveal", Map.of("fields", List.of("MOBILE"), "reason", "x"))
                        .status())
                .isIn(403, 404);
    }

    private String reward() {
        var number = System.nanoTime();
        var details = new RewardDetails(
                "E-" + number,
                RewardView.Kind.GOODS,
                "保温杯",
                "保溫杯",
                "Flask",
                null,
                300,
                Money.cny(0),
                List.of(),
                null,
                null,
                List.of(),
                null);
        return staff.asMachine(() -> {
            var entered = rewards.enter(details);
            rewards.move(entered.id(), new MoveReward(RewardView.State.ON_SALE, entered.revision()));
            rewards.stock(entered.id(), new MoveStock(MoveStock.Kind.RECEIVED, 5, "delivery"), "stock|" + number);
            return entered.id().toString();
        });
    }
}
