package org.guildhall.cashback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.cashback.CashbackGround.fen;
import static org.guildhall.cashback.CashbackGround.line;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.cashback.CashbackPolicy.Rate;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.loyalty.PurchaseFact;
import org.guildhall.loyalty.ReturnedLine;
import org.guildhall.policies.PublicationEvidence;
import org.guildhall.testing.Answers;
import org.guildhall.testing.AtRest;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.SimulatedMoney;
import org.guildhall.testing.TestHttp;
import org.guildhall.testing.TestStaff;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** A draft of the rates is simulated over HTTP on a small history whose figures are worked out by hand. */
@GuildhallTest
@TestPropertySource(properties = "guildhall.test.company=cashback-simulation-story")
@Import({
    CashbackGround.class,
    CashbackGround.Desks.class,
    CashbackGround.Rules.class,
    SimulatedMoney.class,
    SimulatedMoney.Desks.class
})
class CashbackSimulationStory {

    private static final String SIMULATIONS = "/api/loyalty/simulations";
    private static final String KIND = "cashback.rates";

    @Autowired
    TestStaff staff;

    @Autowired
    CashbackGround ground;

    @Autowired
    SimulatedMoney simulated;

    @Autowired
    DSLContext sql;

    @Autowired
    List<PublicationEvidence> evidence;

    @Test
    void what_other_rates_would_have_brought_is_told_by_store_member_and_month_and_kept_with_the_draft() {
        var tea = ground.member();
        var silk = ground.member();
        var little = ground.member();
        var number = ground.buy(tea, day(10), line("cb-tea", 100_000)); // 2 %: 20 yuan
        ground.buy(tea, day(20), line("cb-tea", 200_000)); // 40 yuan, 30 at most
        ground.giveBack(tea, Instant.parse("2026-02-05T04:00:00Z"), number, null); // after the period
        halfOfSilkComesBack(silk); // 1.25 % of 400 yuan: 5 yuan
        ground.buy(little, day(5), line("cb-tea", 4_000)); // less than the least

        var ops = staff.logIn("ops");
        int revision = save(ops, draft(100), 0); // tea 1 %, silk 4 %, nothing too little
        var done = simulate(ops, revision);

        assertThat(done.path("of").asString()).isEqualTo("DRAFT");
        assertThat(done.has("worth")).isFalse();
        var result = done.path("money");
        var totals = result.path("totals");
        assertThat(totals).isEqualTo(done.path("moneyTotals"));
        assertThat(totals.path("members").asLong()).isEqualTo(3);
        assertThat(totals.path("purchases").asLong()).isEqualTo(4);
        assertThat(totals.path("changed").asLong()).isEqualTo(4);
        assertThat(cost(totals)).containsExactly(5_500L, 4_640L, -860L);
        assertThat(cost(result.path("months").path(0))).containsExactly(5_500L, 4_640L, -860L);
        assertThat(result.path("months").path(0).path("month").asString()).isEqualTo("2026-01");
        assertThat(cost(result.path("stores").path(0))).as("tea and little").containsExactly(5_000L, 3_040L, -1_960L);
        assertThat(cost(result.path("stores").path(1)))
                .as("silk, bought nowhere in particular")
                .containsExactly(500L, 1_600L, 1_100L);
        assertThat(result.path("stores").path(1).has("store")).isFalse();
        assertThat(extremes(result.path("winners"))).containsExactly(silk + " 1100", little + " 40");
        assertThat(extremes(result.path("losers"))).containsExactly(tea + " -2000");
        var cut = result.path("amounts").path(0).path("amount");
        assertThat(cut.path("before").path("minor").asLong()).isEqualTo(1_000);
        assertThat(cut.path("after").path("minor").asLong()).isZero();
        var rewarded = result.path("counts").path(0).path("count");
        assertThat(rewarded.path("before").asLong()).isEqualTo(3);
        assertThat(rewarded.path("after").asLong()).isEqualTo(4);

        isKeptWithTheDraft(ops, done, revision);
        isTakenOut(ops, done.path("id").asString());
        whoMayOnlyLookDoes(done.path("id").asString());
    }

    private void isKeptWithTheDraft(TestHttp.Client ops, JsonNode done, int revision) {
        var facts = evidence.stream()
                .map(one -> one.facts(KIND, simulated.body(draft(100))))
                .toList();
        assertThat(facts).asString().contains(done.path("id").asString(), "costDifference");
        int changed = save(ops, draft(110), revision);
        assertThat(of(ops, done)).isEqualTo("OUTDATED");
        save(ops, draft(100), changed);
        assertThat(of(ops, done)).isEqualTo("DRAFT");
    }

    private void isTakenOut(TestHttp.Client ops, String id) {
        var asked = Map.of("format", "CSV", "reason", "for the meeting", "language", "en");
        var job = Answers.ok(ops.post(SIMULATIONS + "/" + id + "/export", asked))
                .json()
                .path("id")
                .asString();
        AtRest.await(sql);
        var download = ops.get("/api/jobs/" + job).json().path("result").path("download");
        assertThat(ops.get("/api/downloads/" + download.asString()).text())
                .contains("What members get,3,4,,,,55.00,46.40,-8.60", "Cut by caps", "No store noted", "2026-01");
    }

    private void whoMayOnlyLookDoes(String id) {
        assertThat(staff.logIn("auditor")
                        .get(SIMULATIONS + "/" + id)
                        .json()
                        .path("money")
                        .has("totals"))
                .isTrue();
        assertThat(staff.logIn("acq").get(SIMULATIONS + "/" + id).status()).isEqualTo(403);
    }

    private void halfOfSilkComesBack(MemberId silk) {
        var number = UUID.randomUUID().toString();
        var bought = new PurchaseFact(
                "cb", number, silk, day(15), null, null, Money.cny(80_000), List.of(line("cb-silk", 80_000)), null);
        staff.asMachine(() -> ground.record(bought));
        ground.giveBack(silk, day(18), number, new ReturnedLine(1, 500, Money.cny(40_000)));
    }

    private static CashbackPolicy draft(int tea) {
        return new CashbackPolicy(
                List.of(
                        new Rate("茶", tea, List.of("cb-tea"), List.of(), List.of(), List.of()),
                        new Rate("丝", 400, List.of("cb-silk"), List.of(), List.of(), List.of())),
                Money.cny(0),
                Money.cny(3_000),
                Money.cny(5_000),
                7);
    }

    private int save(TestHttp.Client client, CashbackPolicy draft, int expected) {
        var command = Map.of("body", simulated.body(draft), "expectedRevision", expected);
        return Answers.ok(client.put("/api/policies/" + KIND + "/draft", command))
                .json()
                .path("revision")
                .asInt();
    }

    private JsonNode simulate(TestHttp.Client client, int revision) {
        var command = Map.of("policy", KIND, "revision", revision, "from", "2026-01-01", "to", "2026-01-31");
        var priced = new java.util.HashMap<String, Object>(command);
        priced.put("price", Map.of("points", 100, "money", fen(100)));
        assertThat(client.post(SIMULATIONS, priced).text()).contains("only-for-points");
        var id = Answers.ok(client.post(SIMULATIONS, command)).json().path("id").asString();
        AtRest.await(sql);
        return client.get(SIMULATIONS + "/" + id).json();
    }

    private static String of(TestHttp.Client client, JsonNode simulation) {
        return client.get(SIMULATIONS + "/" + simulation.path("id").asString())
                .json()
                .path("of")
                .asString();
    }

    private static List<Long> cost(JsonNode row) {
        var cost = row.path("cost");
        return List.of(
                cost.path("before").path("minor").asLong(),
                cost.path("after").path("minor").asLong(),
                cost.path("difference").path("minor").asLong());
    }

    private static List<String> extremes(JsonNode rows) {
        return rows.valueStream()
                .map(one -> one.path("member").asString() + " "
                        + one.path("cost").path("difference").path("minor").asLong())
                .toList();
    }

    private static Instant day(int day) {
        return Instant.parse("2026-01-%02dT04:00:00Z".formatted(day));
    }
}
