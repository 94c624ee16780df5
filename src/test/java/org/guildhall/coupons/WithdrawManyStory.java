package org.guildhall.coupons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.coupons.CouponCalls.batch;
import static org.guildhall.coupons.CouponCalls.cash;
import static org.guildhall.testing.Answers.ok;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestHttp;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** Coupons given by mistake are taken away together, each by itself. */
@GuildhallTest
@Import(CouponsGround.class)
class WithdrawManyStory {

    @Autowired
    TestStaff staff;

    @Autowired
    CouponsGround ground;

    @Test
    void several_are_withdrawn_for_one_reason_and_what_cannot_be_is_said_to_be_left() {
        var lead = staff.logIn("lead");
        var coupons = issued(lead, "MANY-1");
        var gone = coupons.get(0);
        ok(lead.post("/api/coupons/" + gone + "/withdraw", Map.of("reason", "先撤一张"), "many-0"));
        var unknown = UUID.randomUUID().toString();
        var wish = Map.of("coupons", List.of(gone, coupons.get(1), unknown, coupons.get(2)), "reason", "发错了批次");

        var outcomes = ok(lead.post("/api/coupons/withdraw", wish, "many-1")).json();
        assertThat(outcomes.valueStream().map(one -> one.path("withdrawn").asBoolean()))
                .containsExactly(false, true, false, true);
        assertThat(outcomes.path(0).path("refusal").asString()).isEqualTo("coupons.not-usable");
        assertThat(outcomes.path(2).path("refusal").asString()).isEqualTo("coupons.unknown-coupon");
        for (var coupon : coupons) {
            assertThat(state(lead, coupon)).isEqualTo("withdrawn");
        }
        var facts = ok(lead.get("/api/coupons/" + coupons.get(1) + "/facts")).json();
        assertThat(facts.path(1).path("reason").asString()).isEqualTo("发错了批次");

        // The same once more does nothing more, and says of each what it said.
        assertThat(ok(lead.post("/api/coupons/withdraw", wish, "many-1"))
                        .json()
                        .path(1)
                        .path("withdrawn")
                        .asBoolean())
                .isTrue();
        assertThat(ok(lead.get("/api/coupons/" + coupons.get(1) + "/facts"))
                        .json()
                        .size())
                .isEqualTo(2);
    }

    @Test
    void who_may_not_withdraw_and_who_gives_no_reason_or_names_none_is_refused_for_all() {
        var lead = staff.logIn("lead");
        var coupons = issued(lead, "MANY-2");
        var clerk = staff.logIn(staff.hire("store", ground.store()));
        var wish = Map.of("coupons", coupons, "reason", "试试");
        assertThat(clerk.post("/api/coupons/withdraw", wish, "many-2").status()).isEqualTo(403);
        assertThat(lead.post("/api/coupons/withdraw", Map.of("coupons", coupons, "reason", " "), "many-3")
                        .status())
                .isEqualTo(400);
        assertThat(lead.post("/api/coupons/withdraw", Map.of("coupons", List.of(), "reason", "空"), "many-4")
                        .status())
                .isEqualTo(400);
        for (var coupon : coupons) {
            assertThat(state(lead, coupon)).isEqualTo("issued");
        }
    }

    private List<String> issued(TestHttp.Client lead, String code) {
        var batch = CouponCalls.open(lead, batch(code, cash(500, 0)));
        var issue = Map.of(
                "batch", batch, "members", List.of(ground.member(), ground.member(), ground.member()), "reason", "赠");
        return ok(lead.post("/api/coupons", issue, code))
                .json()
                .path("coupons")
                .valueStream()
                .map((JsonNode coupon) -> coupon.path("id").asString())
                .toList();
    }

    private static String state(TestHttp.Client client, String coupon) {
        return ok(client.get("/api/coupons/" + coupon)).json().path("state").asString();
    }
}
