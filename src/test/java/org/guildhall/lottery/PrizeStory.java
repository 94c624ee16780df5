package org.guildhall.lottery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.lottery.LotteryCalls.lottery;
import static org.guildhall.lottery.LotteryCalls.move;
import static org.guildhall.lottery.LotteryCalls.open;
import static org.guildhall.lottery.LotteryCalls.prize;
import static org.guildhall.testing.Answers.lawsHold;
import static org.guildhall.testing.Answers.ok;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.guildhall.access.UnitKind;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.Ledger;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestHttp.Client;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** What is won over HTTP: things, coupons and rewards given, handed out, cancelled, listed and taken out as files. */
@GuildhallTest
@Import({LotteryGround.class, LotteryGround.Shops.class})
class PrizeStory {

    private static final Map<String, Object> NOTHING = Map.of("kind", "nothing");
    private static final Map<String, Object> THING = Map.of("kind", "thing", "collectDays", 10);

    @Autowired
    TestStaff staff;

    @Autowired
    LotteryGround ground;

    @Autowired
    Ledger ledger;

    @Autowired
    MovableClock clock;

    @Test
    void who_guesses_codes_of_prizes_must_wait() {
        var guesser = staff.logIn(staff.hire("store", ground.store()));
        var guess = Map.of("code", "0000 0000 0000", "store", ground.store());
        for (int left = 4; left >= 0; left--) {
            var answer = guesser.post("/api/lottery-draws/look-up", guess);
            assertThat(answer.code()).isEqualTo("lottery.unknown-pick-up-code");
            assertThat(answer.json().path("facts").path("left").asInt(-1)).isEqualTo(left);
        }
        var waits = guesser.post("/api/lottery-draws/look-up", guess);
        assertThat(waits.code()).isEqualTo("lottery.too-many-codes");
        assertThat(waits.status()).isEqualTo(429);
    }

    @Test
    void a_thing_is_handed_out_once_for_its_code_and_a_draw_that_cannot_be_kept_is_cancelled() {
        var lead = staff.logIn("lead");
        var id = open(
                lead,
                lottery("STORY-C", ground.today(), prize("TEA", THING, 1_000_000, 9), prize("NONE", NOTHING, 0, 0)));
        var clerk = staff.logIn(staff.hire("store", ground.store()));
        var member = ground.memberWith(150);
        var body = Map.of("member", member, "store", ground.store());
        var first =
                ok(clerk.post("/api/lotteries/" + id + "/draws", body, "c-1")).json();
        var second =
                ok(clerk.post("/api/lotteries/" + id + "/draws", body, "c-2")).json();
        var code = first.path("code").asString();
        assertThat(code).matches("\\d{4} \\d{4} \\d{4}");
        var collect = Map.of("code", code, "store", ground.store());
        assertThat(ok(clerk.post("/api/lottery-draws/look-up", collect)).text()).contains("waiting");
        assertThat(ok(clerk.post("/api/lottery-draws/hand-out", collect, "h-1")).text())
                .contains("handed-out");
        ok(clerk.post("/api/lottery-draws/hand-out", collect, "h-1"));
        var another = Map.of("code", second.path("code").asString(), "store", ground.store());
        assertThat(clerk.post("/api/lottery-draws/hand-out", another, "h-1").code())
                .as("a key hands out one thing")
                .isEqualTo("lottery.act-differs");
        assertThat(clerk.post("/api/lottery-draws/hand-out", collect, "h-2").code())
                .isEqualTo("lottery.not-waiting");
        assertThat(clerk.post(
                                "/api/lottery-draws/hand-out",
                                Map.of("code", "0000 0000 0000", "store", ground.store()),
                                "h-3")
                        .code())
                .isEqualTo("lottery.unknown-pick-up-code");
        var cancelled = second.path("draw").path("id").asString();
        var reason = Map.of("reason", "茶罐在仓库破损");
        assertThat(clerk.post("/api/lottery-draws/" + cancelled + "/cancel", reason, "x-0")
                        .status())
                .isEqualTo(403);
        ok(lead.post("/api/lottery-draws/" + cancelled + "/cancel", reason, "x-1"));
        ok(lead.post("/api/lottery-draws/" + cancelled + "/cancel", reason, "x-1"));
        assertThat(lead.post("/api/lottery-draws/" + cancelled + "/cancel", Map.of("reason", "x"), "x-1")
                        .code())
                .isEqualTo("lottery.act-differs");
        assertThat(ground.points(member)).isEqualTo(100);
        assertThat(lead.post(
                                "/api/lottery-draws/"
                                        + first.path("draw").path("id").asString() + "/cancel",
                                reason,
                                "x-2")
                        .code())
                .isEqualTo("lottery.not-cancellable");
        assertThat(clerk.post(
                                "/api/lottery-draws/hand-out",
                                Map.of("code", second.path("code").asString(), "store", ground.store()),
                                "h-4")
                        .code())
                .isEqualTo("lottery.not-waiting");
        assertThat(ok(lead.get("/api/members/" + member + "/timeline")).text())
                .contains("lottery.drawn", "lottery.handed-out", "lottery.cancelled", "茶罐在仓库破损");
        assertThat(ok(lead.get("/api/lottery-draws/" + cancelled + "/why")).text())
                .contains("lottery.ticket", "lottery.hit", "lottery.draw-cancelled");
        lawsHold(lead, "lottery.draws-recompute");
    }

    @Test
    void a_coupon_and_a_reward_are_won_at_once_and_go_again_with_the_draw() {
        var lead = staff.logIn("lead");
        var batch = ground.batch(5);
        var reward = ground.reward(80, 5);
        var id = open(
                lead,
                lottery(
                        "STORY-K",
                        ground.today(),
                        prize("COUPON", Map.of("kind", "coupon", "batch", batch), 500_000, 2),
                        prize("MUG", Map.of("kind", "reward", "reward", reward.id(), "validDays", 60), 500_000, 2),
                        prize("NONE", NOTHING, 0, 0)));
        var won = new HashMap<String, JsonNode>();
        for (int i = 0; i < 60 && won.size() < 2; i++) {
            var drawn = ok(lead.post(
                            "/api/lotteries/" + id + "/draws", Map.of("member", ground.memberWith(50)), "k-" + i))
                    .json();
            won.putIfAbsent(drawn.path("draw").path("given").path("code").asString(), drawn);
            won.remove("NONE");
        }
        var coupon = Objects.requireNonNull(won.get("COUPON")).path("draw");
        var mug = Objects.requireNonNull(won.get("MUG"));
        assertThat(ok(lead.get("/api/coupons/" + coupon.path("award").asString()))
                        .text())
                .contains("\"issued\"");
        assertThat(ok(lead.get("/api/redemptions/"
                                + mug.path("draw").path("award").asString()))
                        .text())
                .contains("\"waiting\"");
        assertThat(mug.path("code").asString()).matches("\\d{4} \\d{4} \\d{4}");
        for (var draw : List.of(coupon, mug.path("draw"))) {
            var path = "/api/lottery-draws/" + draw.path("id").asString() + "/cancel";
            ok(lead.post(path, Map.of("reason", "发错"), "kc-" + draw.path("id").asString()));
            assertThat(ok(lead.get("/api/members/" + draw.path("member").asString() + "/balances"))
                            .text())
                    .contains("\"balance\":50");
        }
        assertThat(ok(lead.get("/api/coupons/" + coupon.path("award").asString()))
                        .text())
                .contains("withdrawn");
        assertThat(ground.reward(reward.id()).stock().available()).isGreaterThanOrEqualTo(4);
        lawsHold(lead, "lottery.draws-recompute");
    }

    @Test
    void a_reward_that_goes_again_with_its_draw_leaves_no_points_when_they_expired_meanwhile() {
        var lead = staff.logIn("lead");
        var reward = ground.reward(80, 5);
        var id = open(
                lead,
                lottery(
                        "STORY-X",
                        ground.today(),
                        prize("MUG", Map.of("kind", "reward", "reward", reward.id(), "validDays", 2), 1_000_000, 5),
                        prize("NONE", NOTHING, 0, 0)));
        var member = ground.memberWith(50);
        var draw = ok(lead.post("/api/lotteries/" + id + "/draws", Map.of("member", member), "x-1"))
                .json()
                .path("draw");
        var start = clock.instant();
        try {
            clock.advance(Duration.ofDays(3));
            var cancel = "/api/lottery-draws/" + draw.path("id").asString() + "/cancel";
            ok(staff.logIn("lead").post(cancel, Map.of("reason", "发错"), "x-2"));
            staff.asMachine(() -> ledger.expire(Asset.POINTS, staff.today()));
            assertThat(ground.points(member)).isEqualTo(50);
            lawsHold(staff.logIn("lead"), "lottery.draws-recompute");
        } finally {
            clock.moveTo(start);
        }
    }

    @Test
    void what_cannot_be_given_is_not_published_and_a_prize_that_fails_charges_nobody() {
        var lead = staff.logIn("lead");
        var batch = ground.batch(2);
        var award = Map.<String, Object>of("kind", "coupon", "batch", batch);
        var tooMany = ok(lead.post(
                        "/api/lotteries",
                        lottery(
                                "STORY-R",
                                ground.today(),
                                prize("COUPON", award, 1_000_000, 3),
                                prize("NONE", NOTHING, 0, 0))))
                .json();
        var refused = move(lead, tooMany.path("id").asString(), "published");
        assertThat(refused.code()).isEqualTo("lottery.prize-not-ready");
        assertThat(refused.text()).contains("coupons.batch-exhausted");
        var id = open(
                lead,
                lottery("STORY-S", ground.today(), prize("COUPON", award, 1_000_000, 2), prize("NONE", NOTHING, 0, 0)));
        ground.closeBatch(batch);
        var member = ground.memberWith(50);
        var drawn = lead.post("/api/lotteries/" + id + "/draws", Map.of("member", member), "s-1");
        assertThat(drawn.code()).isEqualTo("lottery.prize-cannot-be-given");
        assertThat(drawn.text()).contains("coupons.batch-not-open");
        assertThat(ground.points(member)).isEqualTo(50);
        assertThat(ground.published(UUID.fromString(id))).isEmpty();
    }

    @Test
    void a_store_draws_and_sees_its_own_and_files_hold_what_lists_show() {
        var lead = staff.logIn("lead");
        var details =
                lottery("STORY-F", ground.today(), prize("TEA", THING, 1_000_000, 9), prize("NONE", NOTHING, 0, 0));
        details.put("stores", List.of(ground.store()));
        details.put("perDay", 1);
        var id = open(lead, details);
        var member = ground.memberWith(200);
        var path = "/api/lotteries/" + id + "/draws";
        assertThat(lead.post(path, Map.of("member", member), "f-0").code()).isEqualTo("lottery.not-at-this-store");
        var elsewhere = staff.logIn(staff.hire("store", staff.open(UnitKind.STORE, staff.company())));
        var body = Map.of("member", member, "store", ground.store());
        assertThat(elsewhere.post(path, body, "f-1").code()).isEqualTo("lottery.store-out-of-reach");
        var clerk = staff.logIn(staff.hire("store", ground.store()));
        var drawn = ok(clerk.post(path, body, "f-2")).json().path("draw");
        assertThat(clerk.post(path, body, "f-3").code()).isEqualTo("lottery.daily-limit");
        assertThat(ok(clerk.get("/api/lotteries/" + id + "/chance?member=" + member + "&store=" + ground.store()))
                        .text())
                .contains("\"hindrance\":\"lottery.daily-limit\"", "\"leftToday\":0");
        assertThat(ok(elsewhere.get("/api/lottery-draws?lottery=" + id)).json().path("items"))
                .isEmpty();
        assertThat(elsewhere
                        .get("/api/lottery-draws/" + drawn.path("id").asString())
                        .status())
                .isEqualTo(404);
        assertThat(clerk.post("/api/lottery-draws/export", Map.of("query", Map.of(), "format", "CSV", "reason", "x"))
                        .code())
                .isEqualTo("access.denied");
        var list = file(lead, "/api/lottery-draws/export", Map.of("query", Map.of("lottery", id)));
        assertThat(list).contains("奖TEA").contains(drawn.path("participant").asString());
        var proof = file(lead, "/api/lottery-draws/export-proof", Map.of("lottery", id));
        assertThat(proof)
                .contains(id + "|" + drawn.path("participant").asString() + "|1")
                .doesNotContain(member.toString());
    }

    private static String file(Client client, String path, Map<String, Object> what) {
        var body = new HashMap<>(what);
        body.putAll(Map.of("format", "CSV", "reason", "公示"));
        var job = ok(client.post(path, body)).json().path("id").asString();
        var done = client.ended(job).json();
        var download = done.path("result").path("download").asString();
        return ok(client.get("/api/downloads/" + download)).text();
    }
}
