package org.guildhall.mall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.guildhall.access.Appoint;
import org.guildhall.access.DefinePost;
import org.guildhall.access.Grant;
import org.guildhall.access.PostClass;
import org.guildhall.access.PostPowers;
import org.guildhall.access.Posts;
import org.guildhall.access.ScopeLevel;
import org.guildhall.access.UnitKind;
import org.guildhall.kernel.UnitId;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestHttp.Answer;
import org.guildhall.testing.TestHttp.Client;
import org.guildhall.testing.TestStaff;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Only the right code at the right store opens the cupboard, once. */
@GuildhallTest
@Import(MallGround.class)
class PickUpReachStory {

    @Autowired
    TestStaff staff;

    @Autowired
    MallGround ground;

    @Autowired
    Redemptions redemptions;

    @Autowired
    MovableClock clock;

    @Autowired
    Posts posts;

    @Autowired
    DSLContext sql;

    private UnitId near = UnitId.of("00000000-0000-0000-0000-000000000000");
    private UnitId far = near;

    @BeforeEach
    void twoStores() {
        near = staff.open(UnitKind.STORE, staff.company());
        far = staff.open(UnitKind.STORE, staff.company());
    }

    @Test
    void a_code_opens_only_at_its_store_and_only_for_those_who_work_there() {
        var code = order(near);
        var farClerk = staff.logIn(staff.hire("store", far));
        assertThat(hand(farClerk, code, far).code()).isEqualTo("mall.not-at-this-store");
        assertThat(hand(farClerk, code, near).code()).isEqualTo("mall.store-out-of-reach");
        assertThat(hand(staff.logIn("auditor"), code, near).status()).isEqualTo(403);
        assertThat(hand(staff.logIn("lead"), code, staff.company()).status()).isEqualTo(400);
        assertThat(hand(staff.logIn(staff.hire("store", near)), code, near).status())
                .isEqualTo(200);
    }

    @Test
    void who_orders_sends_the_member_to_a_store_of_the_own_reach_or_to_any() {
        var member = ground.member(near);
        ground.give(member, 1_000, null);
        var reward = ground.reward(10, 10).id();
        var clerk = staff.logIn(staff.hire("store", near));
        var any = Map.of("member", member, "reward", reward, "quantity", 1);
        var here = Map.of("member", member, "reward", reward, "quantity", 1, "store", near);
        var elsewhere = Map.of("member", member, "reward", reward, "quantity", 1, "store", far);

        assertThat(clerk.post("/api/redemptions", elsewhere, key()).code()).isEqualTo("mall.store-out-of-reach");
        assertThat(ground.points(member)).isEqualTo(1_000);
        for (var order : List.of(any, here)) {
            assertThat(clerk.post("/api/redemptions", order, key()).status()).isLessThan(300);
        }
        var service = staff.logIn("svc");
        assertThat(service.post("/api/redemptions", elsewhere, key()).status()).isLessThan(300);
    }

    @Test
    void who_guesses_codes_must_wait_and_cannot_use_a_right_one_meanwhile() {
        var code = order(near);
        var clerk = staff.logIn(staff.hire("store", near));
        for (int left = 4; left >= 0; left--) {
            var answer = hand(clerk, "0000 0000 000" + left, near);
            assertThat(answer.code()).isEqualTo("mall.unknown-pick-up-code");
            assertThat(answer.json().path("facts").path("attemptsLeft").asInt(-1))
                    .isEqualTo(left);
        }
        assertThat(hand(clerk, "1111 1111 1111", near).code()).isEqualTo("mall.too-many-codes");
        assertThat(hand(clerk, code, near).status()).isEqualTo(429);
        assertThat(hand(staff.logIn(staff.hire("store", near)), code, near).status())
                .isEqualTo(200);
        var start = clock.instant();
        clock.advance(Duration.ofMinutes(16));
        assertThat(hand(clerk, "2222 2222 2222", near).code()).isEqualTo("mall.unknown-pick-up-code");
        assertThat(sql.fetch(
                        "select 1 from mall.code_attempt where tried_at <= cast(? as timestamptz)",
                        start.atOffset(ZoneOffset.UTC)))
                .as("what is too old to count is forgotten")
                .isEmpty();
        clock.moveTo(start);
    }

    @Test
    void codes_guessed_at_the_same_time_count_one_another() throws Exception {
        var clerk = staff.hire("store", near);
        var client = staff.logIn(clerk);
        List<Callable<Answer>> guesses = java.util.stream.IntStream.range(0, 30)
                .<Callable<Answer>>mapToObj(i -> () -> hand(client, "9999 0000 %04d".formatted(i), near))
                .toList();
        try (var pool = Executors.newFixedThreadPool(10)) {
            long looked = 0;
            for (var answer : pool.invokeAll(guesses)) {
                looked += answer.get().code().equals("mall.unknown-pick-up-code") ? 1 : 0;
            }
            assertThat(looked).isLessThanOrEqualTo(5);
        }
    }

    @Test
    void two_counters_hand_out_one_order_once() throws Exception {
        var code = order(near);
        var one = staff.logIn(staff.hire("store", near));
        var other = staff.logIn(staff.hire("store", near));
        try (var pool = Executors.newFixedThreadPool(2)) {
            var answers = pool.<Answer>invokeAll(List.of(() -> hand(one, code, near), () -> hand(other, code, near)));
            var statuses =
                    List.of(answers.get(0).get().status(), answers.get(1).get().status());
            assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        }
    }

    @Test
    void a_renewed_code_replaces_the_lost_one_and_late_pick_up_is_refused() {
        var member = ground.memberWith(100);
        var reward = ground.reward(ground.details(10, null, List.of(near)), 10);
        var placed = staff.asMachine(() -> redemptions.redeem(Redeem.forPoints(member, reward.id(), 1, null), key()));
        var lead = staff.logIn("lead");
        var renewed = lead.post("/api/redemptions/" + placed.redemption().id() + "/code", Map.of());
        assertThat(renewed.status()).as(renewed.text()).isEqualTo(200);
        assertThat(hand(lead, String.valueOf(placed.code()), near).code()).isEqualTo("mall.unknown-pick-up-code");
        var start = clock.instant();
        clock.advance(Duration.ofDays(8));
        assertThat(hand(staff.logIn("lead"), renewed.json().path("code").asString(), near)
                        .code())
                .isEqualTo("mall.pick-up-over");
        clock.moveTo(start);
        assertThat(hand(lead, renewed.json().path("code").asString(), near).status())
                .isEqualTo(200);
    }

    @Test
    void lists_show_the_orders_of_the_own_stores_and_cancelling_keeps_to_them() {
        var member = ground.memberWith(100);
        var reward = ground.reward(10, 10);
        var here = staff.asMachine(() -> redemptions.redeem(Redeem.forPoints(member, reward.id(), 1, near), key()));
        var there = staff.asMachine(() -> redemptions.redeem(Redeem.forPoints(member, reward.id(), 1, far), key()));
        var clerk = staff.logIn(staff.hire("store", near));
        var lead = staff.logIn("lead");
        var list = clerk.get("/api/redemptions?reward=" + reward.id()).json();
        assertThat(list.path("items").findValuesAsString("store")).containsExactly(near.toString());
        assertThat(lead.get("/api/redemptions?state=fulfilled&member=" + member + "&store=" + near)
                        .json()
                        .path("items"))
                .isEmpty();
        assertThat(lead.get("/api/redemptions?state=waiting&member=" + member + "&from=2020-01-01&to=2030-01-01")
                        .json()
                        .path("items"))
                .hasSize(2);
        assertThat(lead.get("/api/redemptions?state=lost").status()).isEqualTo(400);
        assertThat(clerk.get("/api/redemptions/" + there.redemption().id()).status())
                .isEqualTo(404);
        var many = Map.of(
                "redemptions",
                List.of(here.redemption().id(), there.redemption().id(), UUID.randomUUID()),
                "reason",
                "店庆改期");
        var outcomes = clerk.post("/api/redemptions/cancel", many, key());
        assertThat(outcomes.status()).as(outcomes.text()).isEqualTo(200);
        assertThat(outcomes.json())
                .extracting(outcome -> outcome.path("refusal").asString("done"))
                .containsExactly("done", "mall.cancel-not-allowed", "mall.unknown-redemption");
        assertThat(ground.points(member)).isEqualTo(90);
    }

    @Test
    void a_file_holds_the_orders_within_the_reach_of_taking_them_out() throws Exception {
        var member = ground.memberWith(100);
        var reward = ground.reward(10, 990, 10);
        staff.asMachine(() ->
                redemptions.redeem(new Redeem(member, reward.id(), 1, near, null, MallGround.paid(near, 990)), key()));
        staff.asMachine(() ->
                redemptions.redeem(new Redeem(member, reward.id(), 1, far, null, MallGround.paid(far, 990)), key()));
        var post = new DefinePost(
                "taker-" + UUID.randomUUID().toString().substring(0, 8),
                "店铺报表员",
                PostClass.STORE,
                "",
                PostPowers.NONE,
                List.of(
                        new Grant(MallPermissions.READ, ScopeLevel.ALL),
                        new Grant(MallPermissions.EXPORT, ScopeLevel.BRANCH)));
        var id = staff.asMachine(() -> posts.define(post)).id();
        var taker = staff.logIn(staff.hire(List.of(new Appoint(id, near, staff.today(), null))));
        var seen = taker.get("/api/redemptions?reward=" + reward.id()).json().path("items");
        assertThat(seen).hasSize(2);
        var asked = Map.of("query", Map.of("reward", reward.id()), "format", "CSV", "reason", "盘点");
        var job = taker.post("/api/redemptions/export", asked);
        assertThat(job.status()).as(job.text()).isEqualTo(202);
        var view = taker.ended(job.json().path("id").asString()).json();
        assertThat(view.path("result").path("rows").asInt()).as(view.toString()).isEqualTo(1);
        assertThat(taker.get("/api/downloads/"
                                + view.path("result").path("download").asString())
                        .text())
                .contains(",待取货,", "," + member + ",", ",现金; 刷卡,", "9.9");
    }

    @Test
    void a_file_reads_as_people_write_and_names_members_to_those_who_may_see_them() {
        var member = ground.memberWith(100);
        var reward = ground.reward(10, 10);
        staff.asMachine(() -> redemptions.redeem(Redeem.forPoints(member, reward.id(), 1, near), key()));
        var lead = staff.logIn("lead");
        var asked = Map.of("query", Map.of("reward", reward.id()), "format", "CSV", "reason", "盘点", "language", "en");
        var job = lead.ended(lead.post("/api/redemptions/export", asked)
                        .json()
                        .path("id")
                        .asString())
                .json();
        var file = lead.get(
                        "/api/downloads/" + job.path("result").path("download").asString())
                .text();
        var number = lead.get("/api/members/" + member).json().path("number").asString();
        assertThat(file).contains("Redemption,Member,", "," + number + ",", ",Waiting,");
        assertThat(file)
                .containsPattern(",\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d,")
                .doesNotContain(member.toString(), "Z,");
    }

    private String order(UnitId where) {
        var member = ground.memberWith(100);
        var reward = ground.reward(ground.details(10, null, List.of(near)), 10);
        var placed = staff.asMachine(() -> redemptions.redeem(Redeem.forPoints(member, reward.id(), 1, where), key()));
        return String.valueOf(placed.code());
    }

    private static String key() {
        return "reach|" + UUID.randomUUID();
    }

    private static Answer hand(Client client, String code, UnitId where) {
        return client.post(
                "/api/redemptions/hand-out", Map.of("code", code, "store", where.toString()), key().replace('|', '-'));
    }
}
