package org.guildhall.mall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.guildhall.testing.Answers.ok;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.access.UnitKind;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.UnitId;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestHttp.Client;
import org.guildhall.testing.TestStaff;
import org.jooq.DSLContext;
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
    Redemptions redemptions;

    @Autowired
    MovableClock clock;

    @Autowired
    DSLContext sql;

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
        var shown = ok(clerk.post("/api/redemptions/look-up", pickUp(code)));
        assertThat(shown.json().path("state").asString()).isEqualTo("waiting");
        var handed = ok(clerk.post("/api/redemptions/hand-out", pickUp(code), "hand-1"));
        assertThat(handed.json().path("state").asString()).isEqualTo("fulfilled");
        assertThat(ok(clerk.post("/api/redemptions/hand-out", pickUp(code), "hand-1"))
                        .text())
                .isEqualTo(handed.text());
        assertThat(clerk.post("/api/redemptions/hand-out", pickUp(code), "hand-2")
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
    void what_is_cancelled_or_not_picked_up_goes_back_and_says_why() {
        var lead = staff.logIn("lead");
        var reward = ground.reward(100, 10);
        var member = ground.memberWith(300);
        var first = place(lead, member, reward, "c-1");
        var second = place(lead, member, reward, "c-2");
        assertThat(ok(lead.post("/api/redemptions/" + first + "/cancel", Map.of("reason", "不想要了"), "c-3"))
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("cancelled");
        assertThat(ground.points(member)).isEqualTo(200);
        clock.advance(Duration.ofDays(9));
        assertThat(redemptions.giveUpOverdue()).isPositive();
        assertThat(redemptions.giveUpOverdue()).isZero();
        var given = ok(staff.logIn("lead").get("/api/redemptions/" + second));
        assertThat(given.json().path("state").asString()).isEqualTo("expired");
        assertThat(ground.points(member)).isEqualTo(300);
        assertThat(ground.now(reward).stock()).isEqualTo(new RewardView.StockView(10, 10, 0, 0));
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
        ok(clerk.post("/api/redemptions/hand-out", pickUp(codes.getFirst()), "hand-key"));
        assertThat(clerk.post("/api/redemptions/hand-out", pickUp(codes.getLast()), "hand-key")
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

    private static String order(Client client, MemberId member, RewardView reward, String key) {
        return ok(client.post("/api/redemptions", redeem(member, reward.id().toString(), 1), key))
                .json()
                .path("code")
                .asString();
    }

    @Test
    void an_order_that_cannot_be_given_up_keeps_none_behind_it_waiting() {
        var lead = staff.logIn("lead");
        var reward = ground.reward(100, 10);
        var stuck = UUID.fromString(place(lead, ground.memberWith(100), reward, "s-1"));
        var member = ground.memberWith(100);
        clock.advance(Duration.ofDays(1));
        place(staff.logIn("lead"), member, reward, "s-2");
        hold(stuck, "open", "released");
        clock.advance(Duration.ofDays(9));

        assertThatThrownBy(() -> redemptions.giveUpOverdue()).hasMessageContaining("ledger.hold-closed");
        assertThat(ground.points(member)).isEqualTo(100);

        hold(stuck, "released", "open");
        assertThat(redemptions.giveUpOverdue()).isEqualTo(1);
    }

    private void hold(UUID order, String from, String to) {
        assertThat(sql.execute(
                        "update ledger.hold h set state = ?, closed_at = case ? when 'open' then null else now() end"
                                + " from mall.redemption r where r.hold_id = h.hold_id and r.order_id = ? and h.state = ?",
                        to,
                        to,
                        order,
                        from))
                .isEqualTo(1);
    }

    @Test
    void points_that_expired_while_held_are_given_anew_and_the_order_says_so() {
        var lead = staff.logIn("lead");
        var reward = ground.reward(100, 10);
        var member = ground.member(null);
        ground.give(member, 60, staff.today().plusDays(2));
        ground.give(member, 60, null);
        var order = place(lead, member, reward, "e-1");
        assertThat(ground.points(member)).isEqualTo(20);
        clock.advance(Duration.ofDays(3));
        ok(staff.logIn("lead").post("/api/redemptions/" + order + "/cancel", Map.of("reason", "x"), "e-2"));
        var view = staff.asMachine(() -> redemptions.get(UUID.fromString(order)));
        assertThat(view.givenAgain()).isEqualTo(60);
        assertThat(ok(staff.logIn("lead").get("/api/redemptions/" + order + "/why"))
                        .text())
                .contains("mall.given-again");
        var lots =
                ok(staff.logIn("lead").get("/api/members/" + member + "/lots")).text();
        assertThat(lots).contains(staff.today().plusDays(31).toString());
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

    private static String place(Client client, MemberId member, RewardView reward, String key) {
        return ok(client.post("/api/redemptions", redeem(member, reward.id().toString(), 1), key))
                .json()
                .path("redemption")
                .path("id")
                .asString();
    }

    private Map<String, Object> pickUp(String code) {
        return Map.of("code", code, "store", store.toString());
    }

    private static Map<String, Object> redeem(MemberId member, String reward, int quantity) {
        return Map.of("member", member.toString(), "reward", reward, "quantity", quantity);
    }

    private static Map<String, Object> redeem(MemberId member, UUID reward, int quantity, UnitId where) {
        return Map.of("member", member.toString(), "reward", reward, "quantity", quantity, "store", where.toString());
    }

    private static Map<String, Object> received(int pieces) {
        return Map.of("kind", "RECEIVED", "quantity", pieces, "reason", "delivery");
    }

    private static Map<String, Object> reward(String code, long points) {
        return Map.of("code", code, "kind", "goods", "name", "保温杯", "points", points);
    }
}
