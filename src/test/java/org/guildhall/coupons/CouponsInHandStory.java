package org.guildhall.coupons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.coupons.CouponCalls.batch;
import static org.guildhall.coupons.CouponCalls.cash;
import static org.guildhall.coupons.CouponCalls.fen;
import static org.guildhall.coupons.CouponCalls.open;
import static org.guildhall.coupons.CouponCalls.quote;
import static org.guildhall.testing.Answers.lawsHold;
import static org.guildhall.testing.Answers.ok;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guildhall.access.UnitKind;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Coupons that members hold, over HTTP: kept for a store, passed on, withdrawn, run out, and seen by those who may. */
@GuildhallTest
@Import(CouponsGround.class)
class CouponsInHandStory {

    @Autowired
    TestStaff staff;

    @Autowired
    CouponsGround ground;

    @Autowired
    MovableClock clock;

    @Test
    void what_one_store_keeps_another_does_not_let_go() {
        var lead = staff.logIn("lead");
        var away = staff.open(UnitKind.STORE, staff.company());
        var stranger = staff.logIn(staff.hire("store", away));
        var batch = open(lead, new HashMap<>(batch("STORY-KEPT", cash(500, 0))));
        var issue = Map.of("batch", batch, "members", List.of(ground.member(away)), "reason", "赠");
        var coupon = ok(lead.post("/api/coupons", issue, "k-1"))
                .json()
                .path("coupons")
                .path(0)
                .path("id")
                .asString();
        var path = "/api/coupons/" + coupon;
        ok(lead.post(path + "/lock", Map.of("store", ground.store(), "minutes", 10), "k-2"));
        var reason = Map.of("reason", "不买了");
        assertThat(stranger.post(path + "/release", reason, "k-3").code()).isEqualTo("coupons.store-out-of-reach");
        ok(lead.post(path + "/release", reason, "k-4"));
    }

    @Test
    void a_coupon_is_kept_for_a_store_passed_on_withdrawn_and_ends_with_its_days() {
        var lead = staff.logIn("lead");
        var clerk = staff.logIn(staff.hire("store", ground.store()));
        var giver = ground.member();
        var receiver = ground.member();
        var details = new HashMap<>(batch("STORY-4", cash(500, 0)));
        details.put("transfers", 1);
        var batch = open(lead, details);
        var issue = Map.of("batch", batch, "members", List.of(giver, giver, giver), "reason", "赠");
        var coupons = ok(lead.post("/api/coupons", issue, "p-1")).json().path("coupons");
        var path = "/api/coupons/" + coupons.path(0).path("id").asString();
        var lock = Map.of("store", ground.store(), "minutes", 10);
        assertThat(ok(clerk.post(path + "/lock", lock, "p-2"))
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("locked");
        var pass = Map.of("to", receiver, "reason", "送母亲");
        assertThat(lead.post(path + "/pass", pass, "p-3").code()).isEqualTo("coupons.not-usable");
        ok(clerk.post(path + "/release", Map.of("reason", "不买了"), "p-4"));
        assertThat(ok(lead.post(path + "/pass", pass, "p-5"))
                        .json()
                        .path("member")
                        .asString())
                .isEqualTo(receiver.toString());
        assertThat(lead.post(path + "/pass", Map.of("to", giver, "reason", "退回"), "p-6")
                        .code())
                .isEqualTo("coupons.not-transferable");
        assertThat(quote(
                                clerk,
                                ground.store(),
                                giver,
                                List.of(coupons.path(0).path("code").asString()),
                                3_000)
                        .text())
                .contains("checkout.coupon-not-the-buyers");
        var second = "/api/coupons/" + coupons.path(1).path("id").asString();
        ok(lead.post(second + "/withdraw", Map.of("reason", "错发"), "p-7"));
        assertThat(lead.post(second + "/withdraw", Map.of("reason", "错发"), "p-8")
                        .code())
                .isEqualTo("coupons.not-usable");
        assertThat(clerk.post(path + "/hand-over", Map.of("store", ground.store()), "p-9")
                        .code())
                .isEqualTo("coupons.not-a-gift");
        var third = coupons.path(2);
        var start = clock.instant();
        clock.advance(Duration.ofDays(31));
        try {
            var tomorrow = staff.logIn(staff.hire("store", ground.store()));
            assertThat(quote(
                                    tomorrow,
                                    ground.store(),
                                    giver,
                                    List.of(third.path("code").asString()),
                                    3_000)
                            .text())
                    .contains("checkout.coupon-expired");
            var expired = tomorrow.get("/api/coupons?state=expired&member=" + giver);
            assertThat(ok(expired).json().path("items")).hasSize(1);
            lawsHold(staff.logIn("lead"), "coupons.is-its-facts");
        } finally {
            clock.moveTo(start);
        }
    }

    @Test
    void who_has_no_reach_sees_nothing_and_bad_terms_name_their_fields() {
        var lead = staff.logIn("lead");
        var member = ground.member();
        var batch = open(lead, batch("STORY-5", Map.of("kind", "gift", "item", "杯垫")));
        var issue = Map.of("batch", batch, "members", List.of(member), "reason", "礼");
        var coupon = ok(lead.post("/api/coupons", issue, "g-1"))
                .json()
                .path("coupons")
                .path(0)
                .path("id")
                .asString();
        var elsewhere = staff.logIn(staff.hire("store", staff.open(UnitKind.STORE, staff.company())));
        assertThat(elsewhere.get("/api/coupons/" + coupon).status()).isEqualTo(404);
        assertThat(elsewhere.post("/api/coupons", issue, "g-2").code()).isEqualTo("access.denied");
        assertThat(ok(elsewhere.get("/api/coupons")).json().path("items")).isEmpty();
        var handOver = Map.of("store", ground.store());
        assertThat(elsewhere
                        .post("/api/coupons/" + coupon + "/hand-over", handOver, "g-3")
                        .code())
                .isEqualTo("coupons.store-out-of-reach");
        var clerk = staff.logIn(staff.hire("store", ground.store()));
        ok(clerk.post("/api/coupons/" + coupon + "/hand-over", handOver, "g-4"));
        assertThat(ok(clerk.get("/api/coupons")).json().path("items")).hasSizeGreaterThanOrEqualTo(1);
        var ladder = Map.of(
                "kind",
                "full-reduction",
                "steps",
                List.of(Map.of("over", fen(9_000), "off", fen(500)), Map.of("over", fen(8_000), "off", fen(8_500))));
        assertThat(lead.post("/api/coupon-batches", batch("STORY-6", ladder)).text())
                .contains("benefit.steps[1].over", "ascending", "benefit.steps[1].off", "within-limit");
        assertThat(lead.post("/api/coupon-batches", batch("STORY-5", cash(1, 0)))
                        .code())
                .isEqualTo("coupons.code-taken");
    }
}
