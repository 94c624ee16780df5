package org.guildhall.cashback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.cashback.CashbackGround.line;

import java.time.Duration;
import java.util.Map;
import org.guildhall.access.UnitKind;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.loyalty.ReturnedLine;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestHttp.Answer;
import org.guildhall.testing.TestHttp.Client;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** Cashback over HTTP: counted when bought, waiting, lowered by a return, settled, clawed back, and why. */
@GuildhallTest
@Import({CashbackGround.class, CashbackGround.Desks.class, CashbackGround.Rules.class})
class CashbackStory {

    @Autowired
    TestStaff staff;

    @Autowired
    CashbackGround ground;

    @Autowired
    MovableClock clock;

    @Test
    void what_is_bought_waits_is_lowered_by_a_return_settled_once_and_clawed_back() {
        var lead = staff.logIn("lead");
        var member = ground.member();
        var at = clock.instant().minus(Duration.ofDays(9));
        var number = ground.buy(member, at, line("cb-tea", 100_000), line("cb-silk", 8_000));
        var pending = only(lead, member);
        assertThat(pending.path("state").asString()).isEqualTo("pending");
        assertThat(fen(pending, "current"))
                .as("2 % of 1 000 yuan and 1.25 % of 80")
                .isEqualTo(2_100);
        ground.giveBack(member, at.plus(Duration.ofDays(1)), number, new ReturnedLine(2, 1_000, Money.cny(8_000)));
        assertThat(fen(only(lead, member), "current")).isEqualTo(2_000);
        assertThat(fen(standing(lead, member), "pending")).isEqualTo(2_000);
        assertThat(fen(standing(lead, member), "available")).isZero();

        ground.settle();
        ground.settle();
        var settled = only(lead, member);
        assertThat(settled.path("state").asString()).isEqualTo("settled");
        assertThat(fen(settled, "credited")).isEqualTo(2_000);
        assertThat(fen(standing(lead, member), "available")).isEqualTo(2_000);

        ground.giveBack(member, clock.instant(), number, new ReturnedLine(1, 10, Money.cny(50_000)));
        var lowered = detail(lead, settled);
        assertThat(fen(lowered.path("rebate"), "credited")).isEqualTo(1_000);
        assertThat(lowered.path("credits")).hasSize(2);
        assertThat(fen(lowered.path("credits").path(1), "change")).isEqualTo(-1_000);
        assertThat(lowered.path("credits").path(1).path("run").isMissingNode()
                        || lowered.path("credits").path(1).path("run").isNull())
                .isTrue();
        assertThat(lowered.path("steps"))
                .extracting(step -> step.path("cause").asString())
                .containsExactly("earned", "returned", "earned", "returned");
        assertThat(lowered.path("why").path("code").asString()).isEqualTo("cashback.purchase");
        ground.giveBack(member, clock.instant(), number, null);
        assertThat(only(lead, member).path("state").asString()).isEqualTo("reversed");
        assertThat(ground.balance(member)).isZero();
        assertThat(ok(lead.get("/api/members/" + member + "/timeline")).text())
                .contains("cashback.credited", "cashback.clawed-back");
        laws(lead);
    }

    @Test
    void a_preview_tells_what_a_settlement_then_credits() {
        var lead = staff.logIn("lead");
        ground.settle();
        var member = ground.member();
        ground.buy(member, clock.instant().minus(Duration.ofDays(8)), line("cb-tea", 60_000));
        ground.buy(member, clock.instant().minus(Duration.ofDays(2)), line("cb-tea", 60_000));
        var path = "/api/cashback/settlements/preview?through=" + staff.today();
        var preview = ok(lead.get(path)).json();
        assertThat(fen(preview, "cashback")).isGreaterThanOrEqualTo(1_200);
        assertThat(lead.get("/api/cashback/settlements/preview?through="
                                + staff.today().plusDays(1))
                        .code())
                .isEqualTo("cashback.not-yet-due");
        assertThat(lead.post(
                                "/api/cashback/settlements",
                                Map.of("through", staff.today().plusDays(1)))
                        .code())
                .isEqualTo("cashback.not-yet-due");
        ground.settle();
        assertThat(fen(ok(lead.get(path)).json(), "cashback")).isZero();
        assertThat(ground.balance(member)).isEqualTo(1_200);
        assertThat(ok(lead.get("/api/cashback/settlements")).json().path("items"))
                .isNotEmpty();
        assertThat(ok(lead.get("/api/cashback/rebates?state=pending&member=" + member))
                        .json()
                        .path("items"))
                .hasSize(1);
        laws(lead);
    }

    @Test
    void what_was_credited_pays_at_the_counter_once_and_is_owed_when_its_goods_come_back() {
        var lead = staff.logIn("lead");
        var clerk = staff.logIn(staff.hire("store", ground.store()));
        var member = ground.member();
        var number = ground.buy(member, clock.instant().minus(Duration.ofDays(9)), line("cb-tea", 100_000));
        ground.settle();
        var path = "/api/cashback/uses";
        var tooMuch = clerk.post(path, use(member, 2_001), "u-0" + member);
        assertThat(tooMuch.code()).isEqualTo("ledger.insufficient-balance");
        assertThat(tooMuch.json().path("detail").asString())
                .as("money is told as money")
                .contains("20.00 CNY", "20.01 CNY");
        assertThat(tooMuch.json().path("facts").path("available").asLong())
                .as("programs go by the smallest unit")
                .isEqualTo(2_000);
        assertThat(clerk.post(path, use(member, 0), "u-z" + member).status()).isEqualTo(400);
        var used = ok(clerk.post(path, use(member, 1_500), "u-1" + member));
        assertThat(ok(clerk.post(path, use(member, 1_500), "u-1" + member)).text())
                .isEqualTo(used.text());
        assertThat(clerk.post(path, use(member, 1_400), "u-1" + member).code()).isEqualTo("cashback.act-differs");
        assertThat(fen(standing(lead, member), "available")).isEqualTo(500);
        var back = path + "/" + used.json().path("id").asString() + "/take-back";
        ok(clerk.post(back, Map.of("reason", "点错了"), "t-1" + member));
        ok(clerk.post(back, Map.of("reason", "点错了"), "t-1" + member));
        assertThat(clerk.post(back, Map.of("reason", "点错了"), "t-2" + member).code())
                .isEqualTo("cashback.taken-back-already");
        ok(clerk.post(path, use(member, 1_500), "u-2" + member));
        ground.giveBack(member, clock.instant(), number, null);
        assertThat(fen(standing(lead, member), "owed"))
                .as("what was spent meanwhile")
                .isEqualTo(1_500);
        ground.buy(member, clock.instant().minus(Duration.ofDays(40)), line("cb-tea", 100_000));
        ground.settle();
        assertThat(fen(standing(lead, member), "available"))
                .as("what is credited later pays it first")
                .isEqualTo(500);
        assertThat(ok(clerk.get(path + "?member=" + member)).json().path("items"))
                .hasSize(2);
        assertThat(ok(lead.get("/api/members/" + member + "/timeline")).text())
                .contains("cashback.used", "cashback.use-taken-back");
        laws(lead);
    }

    private Map<String, Object> use(MemberId member, long fen) {
        return Map.of("member", member, "store", ground.store(), "amount", CashbackGround.fen(fen), "receipt", "R-1");
    }

    @Test
    void whoever_works_elsewhere_or_may_not_settle_is_refused() {
        var member = ground.member();
        var at = clock.instant().minus(Duration.ofDays(3));
        var number = ground.buy(member, at, line("cb-tea", 70_000));
        var rebate = ground.rebate(member, number);
        var here = staff.logIn(staff.hire("store", ground.store()));
        assertThat(ok(here.get("/api/cashback/rebates?number=" + number)).json().path("items"))
                .hasSize(1);
        assertThat(here.post("/api/cashback/settlements", Map.of("through", staff.today()))
                        .status())
                .isEqualTo(403);
        var there = staff.logIn(staff.hire("store", staff.open(UnitKind.STORE, staff.company())));
        assertThat(ok(there.get("/api/cashback/rebates?number=" + number))
                        .json()
                        .path("items"))
                .isEmpty();
        assertThat(there.get("/api/cashback/rebates/" + rebate.id()).status()).isIn(403, 404);
        assertThat(there.get("/api/cashback/members/" + member).status()).isIn(403, 404);
        assertThat(here.get("/api/cashback/rebates/" + member.value()).code()).isEqualTo("cashback.unknown-rebate");
    }

    private static JsonNode only(Client client, MemberId member) {
        var items =
                ok(client.get("/api/cashback/rebates?member=" + member)).json().path("items");
        assertThat(items).hasSize(1);
        return items.path(0);
    }

    private static JsonNode detail(Client client, JsonNode rebate) {
        return ok(client.get("/api/cashback/rebates/" + rebate.path("id").asString()))
                .json();
    }

    private static JsonNode standing(Client client, MemberId member) {
        return ok(client.get("/api/cashback/members/" + member)).json();
    }

    private static long fen(JsonNode node, String field) {
        return node.path(field).path("minor").asLong();
    }

    static void laws(Client client) {
        assertThat(ok(client.post("/api/ledger/laws", Map.of())).json())
                .allSatisfy(proof -> assertThat(proof.path("holds").asBoolean())
                        .as(proof.toString())
                        .isTrue())
                .anyMatch(proof -> proof.path("law").asString().equals("cashback.as-recomputed")
                        && proof.path("covered").asLong() > 0);
    }

    private static Answer ok(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
        return answer;
    }
}
