package org.guildhall.mall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.mall.MallCalls.order;
import static org.guildhall.mall.MallCalls.pickUp;
import static org.guildhall.mall.MallCalls.place;
import static org.guildhall.mall.MallCalls.received;
import static org.guildhall.mall.MallCalls.redeem;
import static org.guildhall.mall.MallCalls.reward;
import static org.guildhall.testing.Answers.ok;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.access.UnitKind;
import org.guildhall.kernel.UnitId;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Rewards from entry to pick-up, and back, over HTTP. */
@GuildhallTest
@Import(MallGround.class)
class MallStory {

    @Autowired
    TestStaff staff;

    @Autowired
    MallGround ground;

    @Autowired
    MovableClock clock;

    private Instant start = MovableClock.START;
    private UnitId store = UnitId.of("00000000-0000-0000-0000-000000000000");

    @BeforeEach
    void aStore() {
        start = clock.instant();
        store = staff.open(UnitKind.STORE, staff.company());
    }

    @AfterEach
    void back() {
        clock.moveTo(start);
    }

    @Test
    void a_reward_is_entered_put_on_sale_stocked_redeemed_handed_out_and_taken_back() {
        var lead = staff.logIn("lead");
        var entered = ok(lead.post("/api/rewards", reward("CUP-1", 300)));
        var path = "/api/rewards/" + entered.json().path("id").asString();
        assertThat(lead.post("/api/rewards", reward("CUP-1", 300)).code()).isEqualTo("mall.code-taken");
        ok(lead.post(path + "/state", Map.of("state", "on-sale", "expectedRevision", 1)));
        assertThat(lead.post(path + "/state", Map.of("state", "off", "expectedRevision", 1))
                        .code())
                .isEqualTo("mall.stale-reward");
        var stocked = ok(lead.post(path + "/stock", received(5), "stock-1"));
        assertThat(ok(lead.post(path + "/stock", received(5), "stock-1")).text())
                .isEqualTo(stocked.text());
        assertThat(lead.post(path + "/stock", received(6), "stock-1").code()).isEqualTo("mall.stock-move-differs");

        var member = ground.memberWith(1_000);
        var asked = redeem(member, entered.json().path("id").asString(), 2);
        var placed = ok(lead.post("/api/redemptions", asked, "order-1"));
        var code = placed.json().path("code").asString();
        assertThat(code).matches("\\d{4} \\d{4} \\d{4}");
        assertThat(ground.points(member)).isEqualTo(400);
        var again = ok(lead.post("/api/redemptions", asked, "order-1"));
        assertThat(again.json().path("replayed").asBoolean()).isTrue();
        assertThat(again.json().has("code")).isFalse();
        assertThat(lead.post(
                                "/api/redemptions",
                                redeem(member, entered.json().path("id").asString(), 1),
                                "order-1")
                        .code())
                .isEqualTo("mall.redemption-differs");

        var clerk = staff.logIn(staff.hire("store", store));
        var shown = ok(clerk.post("/api/redemptions/look-up", pickUp(code, store)));
        assertThat(shown.json().path("state").asString()).isEqualTo("waiting");
        var handed = ok(clerk.post("/api/redemptions/hand-out", pickUp(code, store), "hand-1"));
        assertThat(handed.json().path("state").asString()).isEqualTo("fulfilled");
        assertThat(ok(clerk.post("/api/redemptions/hand-out", pickUp(code, store), "hand-1"))
                        .text())
                .isEqualTo(handed.text());
        assertThat(clerk.post("/api/redemptions/hand-out", pickUp(code, store), "hand-2")
                        .code())
                .isEqualTo("mall.not-waiting");

        var order = "/api/redemptions/" + handed.json().path("id").asString();
        var back = ok(lead.post(order + "/take-back", Map.of("reason", "杯盖破损"), "back-1"));
        assertThat(back.json().path("state").asString()).isEqualTo("returned");
        assertThat(lead.post(order + "/take-back", Map.of("reason", "again"), "back-2")
                        .code())
                .isEqualTo("mall.not-handed-out");
        assertThat(ground.points(member)).isEqualTo(1_000);
        assertThat(ok(lead.get(path)).json().path("stock").toString())
                .isEqualTo("{\"received\":5,\"available\":5,\"held\":0,\"gone\":0}");
        assertThat(ok(lead.get(path + "/stock-movements")).json().path("items").findValuesAsString("kind"))
                .containsExactlyInAnyOrder("received", "held", "fulfilled", "returned");

        assertThat(ok(lead.get(order + "/why")).text()).contains("mall.list-price", "mall.taken-back");
        assertThat(ok(lead.get("/api/members/" + member + "/timeline")).text())
                .contains("mall.redeemed", "mall.handed-out", "mall.taken-back");
        assertThat(ok(lead.get("/api/audit?limit=50")).text())
                .contains("mall.redeemed", "mall.handed-out", "mall.taken-back", "mall.stock-moved");
        assertThat(ok(lead.post("/api/ledger/laws", Map.of())).json())
                .allMatch(proof -> proof.path("holds").asBoolean())
                .anyMatch(proof -> proof.path("law").asString().equals("mall.orders-are-holds"));
    }

    @Test
    void a_key_ends_one_order_and_moves_the_stock_of_one_reward() {
        var lead = staff.logIn("lead");
        var reward = ground.reward(100, 10);
        var member = ground.memberWith(1_000);
        var first = place(lead, member, reward, "key-1");
        var second = place(lead, member, reward, "key-2");
        var reason = Map.of("reason", "不想要了");
        var done = ok(lead.post("/api/redemptions/" + first + "/cancel", reason, "one-key"));
        assertThat(lead.post("/api/redemptions/" + second + "/cancel", reason, "one-key")
                        .code())
                .isEqualTo("mall.redemption-differs");
        assertThat(lead.post("/api/redemptions/" + first + "/cancel", Map.of("reason", "别的"), "one-key")
                        .code())
                .isEqualTo("mall.redemption-differs");
        assertThat(ok(lead.post("/api/redemptions/" + first + "/cancel", reason, "one-key"))
                        .text())
                .isEqualTo(done.text());

        var codes = List.of(order(lead, member, reward, "key-3"), order(lead, member, reward, "key-4"));
        var clerk = staff.logIn(staff.hire("store", store));
        ok(clerk.post("/api/redemptions/hand-out", pickUp(codes.getFirst(), store), "hand-key"));
        assertThat(clerk.post("/api/redemptions/hand-out", pickUp(codes.getLast(), store), "hand-key")
                        .code())
                .isEqualTo("mall.redemption-differs");
        assertThat(ok(lead.get("/api/redemptions/" + second)).text()).contains("\"waiting\"");

        var other = ground.reward(100, 1);
        ok(lead.post("/api/rewards/" + reward.id() + "/stock", received(5), "stock-key"));
        assertThat(lead.post("/api/rewards/" + other.id() + "/stock", received(5), "stock-key")
                        .code())
                .isEqualTo("mall.stock-move-differs");
        assertThat(ground.now(other).stock().received()).isEqualTo(1);
    }

    @Test
    void limits_prices_days_and_stores_are_kept() {
        var lead = staff.logIn("lead");
        var member = ground.memberWith(10_000);
        var limited = ground.reward(ground.details(10, 2, List.of(store)), 100);
        place(lead, member, limited, "l-1");
        place(lead, member, limited, "l-2");
        assertThat(lead.post("/api/redemptions", redeem(member, limited.id().toString(), 1), "l-3")
                        .code())
                .isEqualTo("mall.limit-reached");
        var elsewhere = staff.open(UnitKind.STORE, staff.company());
        assertThat(lead.post("/api/redemptions", redeem(member, limited.id(), 1, elsewhere), "l-4")
                        .code())
                .isEqualTo("mall.not-at-this-store");
        var few = ground.reward(10, 1);
        assertThat(lead.post("/api/redemptions", redeem(member, few.id().toString(), 2), "l-5")
                        .code())
                .isEqualTo("mall.sold-out");
        var dear = ground.reward(1_000_000, 1);
        assertThat(lead.post("/api/redemptions", redeem(member, dear.id().toString(), 1), "l-6")
                        .code())
                .isEqualTo("ledger.insufficient-balance");
        for (int i = 0; i < 8; i++) {
            place(lead, member, ground.reward(1, 1), "d-" + i);
        }
        assertThat(lead.post("/api/redemptions", redeem(member, few.id().toString(), 1), "l-7")
                        .code())
                .isEqualTo("mall.daily-limit");
        assertThat(lead.post(
                                "/api/redemptions",
                                redeem(member, UUID.randomUUID().toString(), 1),
                                "l-8")
                        .status())
                .isEqualTo(404);
        assertThat(ground.points(member)).isEqualTo(10_000 - 2 * 10 - 8);
    }

    @Test
    void bad_input_is_refused_by_field_and_nothing_is_held() {
        var lead = staff.logIn("lead");
        var member = ground.memberWith(500);
        var reward = ground.reward(100, 5);
        for (var quantity : List.of(0, -1, 1_001, Long.MAX_VALUE, "many", 1.5)) {
            var asked = Map.of("member", member.toString(), "reward", reward.id(), "quantity", quantity);
            assertThat(lead.post("/api/redemptions", asked, "bad-" + quantity).status())
                    .as("%s pieces", quantity)
                    .isEqualTo(400);
        }
        assertThat(lead.post("/api/redemptions", redeem(member, reward.id().toString(), 1))
                        .code())
                .isEqualTo("platform.idempotency-key-required");
        var path = "/api/rewards/" + reward.id() + "/stock";
        assertThat(lead.post(path, received(-1), "bad-1").status()).isEqualTo(400);
        assertThat(lead.post(path, received(0), "bad-2").status()).isEqualTo(400);
        assertThat(lead.post(path, Map.of("kind", "CORRECTED", "quantity", -6, "reason", "count"), "bad-3")
                        .code())
                .isEqualTo("mall.stock-too-low");
        assertThat(lead.post("/api/rewards", reward("lower case", 1)).status()).isEqualTo(400);
        assertThat(lead.post("/api/rewards", reward("ZERO", 0)).status()).isEqualTo(400);
        assertThat(ground.points(member)).isEqualTo(500);
        assertThat(ground.now(reward).stock()).isEqualTo(new RewardView.StockView(5, 5, 0, 0));
    }
}
