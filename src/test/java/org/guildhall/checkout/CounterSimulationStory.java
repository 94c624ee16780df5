package org.guildhall.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.checkout.CheckoutGround.line;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guildhall.checkout.CheckoutPolicy.Deduction;
import org.guildhall.checkout.CheckoutPolicy.MoneyBack;
import org.guildhall.checkout.CheckoutPolicy.PointsAsMoney;
import org.guildhall.checkout.CheckoutPolicy.TierDiscount;
import org.guildhall.kernel.Money;
import org.guildhall.loyalty.Loyalty;
import org.guildhall.loyalty.MoneySimulation;
import org.guildhall.loyalty.PurchaseFact;
import org.guildhall.testing.Answers;
import org.guildhall.testing.AtRest;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.SimulatedMoney;
import org.guildhall.testing.TestStaff;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Drafts of the counter's rules are simulated on a few sales whose figures are worked out by hand; each story has its day. */
@GuildhallTest
@TestPropertySource(properties = "guildhall.test.company=counter-simulation-story")
@Import({CheckoutGround.class, CheckoutGround.Books.class, SimulatedMoney.class, SimulatedMoney.Desks.class})
class CounterSimulationStory {

    private static final String SIMULATIONS = "/api/loyalty/simulations";
    private static boolean ruled;

    @Autowired
    TestStaff staff;

    @Autowired
    CheckoutGround ground;

    @Autowired
    SimulatedMoney simulated;

    @Autowired
    Loyalty loyalty;

    @Autowired
    MovableClock clock;

    @Autowired
    DSLContext sql;

    @BeforeEach
    void rules() {
        if (!ruled) {
            ground.establish(
                    CheckoutGround.rules(MoneyBack.IN_PROPORTION), staff.today().minusMonths(1));
            ruled = true;
        }
        clock.advance(Duration.ofDays(1));
    }

    @AfterEach
    void rest() {
        AtRest.await(sql);
    }

    @Test
    void what_members_would_have_paid_is_told_with_what_could_not_be_replayed() {
        var gold = ground.gold(1_000);
        var plain = ground.member();
        ground.sell(ground.basket(gold, 500, 0, line("茶叶", "茶", 1, 10_000), line("香烟", "烟", 1, 2_000)));
        ground.sell(ground.basket(plain, 0, 0, line("茶叶", "茶", 1, 20_000)));
        ground.sell(ground.basket(null, 0, 0, line("茶叶", "茶", 1, 3_000)));
        var two = ground.sell(ground.basket(gold, 0, 0, line("茶叶", "茶", 2, 4_000)));
        ground.giveBack(two, new ReturnParts.Part(1, 1_000));
        staff.asMachine(() -> loyalty.record(new PurchaseFact(
                "till", "elsewhere-1", plain, clock.instant(), null, null, Money.cny(9_900), List.of(), null)));

        var ops = staff.logIn("ops");
        var saved = Map.of("body", simulated.body(generous()), "expectedRevision", 0);
        int revision = Answers.ok(ops.put("/api/policies/checkout.rules/draft", saved))
                .json()
                .path("revision")
                .asInt();
        var today = staff.today().toString();
        var started = ops.post(
                SIMULATIONS, Map.of("policy", "checkout.rules", "revision", revision, "from", today, "to", today));
        assertThat(started.status()).as(started.text()).isEqualTo(202);
        AtRest.await(sql);
        var result = ops.get(SIMULATIONS + "/" + started.json().path("id").asString())
                .json()
                .path("money");
        ops.delete("/api/policies/checkout.rules/draft?revision=" + revision);

        var totals = result.path("totals");
        assertThat(pair(totals.path("cost")))
                .as(
                        "gold: 15.00 and half of 4.00; 20 % are 24.00, 500 points 2.50, half of 8.00; the other 5 % of 200.00")
                .containsExactly(1_700L, 4_050L);
        assertThat(totals.path("members").asLong()).isEqualTo(2);
        assertThat(totals.path("purchases").asLong()).isEqualTo(3);
        assertThat(totals.path("changed").asLong()).isEqualTo(3);
        assertThat(told(result.path("amounts"), "amount"))
                .containsEntry("paid", List.of(32_300L, 29_950L))
                .containsEntry("tier-discount", List.of(1_200L, 3_800L))
                .containsEntry("points-worth", List.of(500L, 250L))
                .containsEntry("coupon", List.of(0L, 0L));
        assertThat(told(result.path("counts"), "count"))
                .containsEntry("points", List.of(500L, 500L))
                .containsEntry("with-tier-discount", List.of(2L, 3L))
                .containsEntry("with-points", List.of(1L, 1L))
                .containsEntry("large", List.of(0L, 1L));
        assertThat(result.path("tiers")
                        .valueStream()
                        .map(row -> row.path("tier").asString()))
                .containsExactly("regular", "gold");
        assertThat(pair(result.path("tiers").path(1).path("cost"))).containsExactly(1_700L, 3_050L);
        assertThat(result.path("winners")
                        .valueStream()
                        .map(row -> row.path("member").asString()))
                .containsExactly(gold.toString(), plain.toString());
        assertThat(result.path("losers")).isEmpty();
        assertThat(result.path("leftOut").valueStream().map(Object::toString))
                .containsExactly(
                        "{\"reason\":\"nobody-known\",\"purchases\":1}",
                        "{\"reason\":\"not-at-the-counter\",\"purchases\":1}");
    }

    @Test
    void sales_by_rules_that_took_no_benefits_are_told_apart() {
        var today = staff.today();
        var built = CheckoutPolicy.DEFAULT;
        var without = new CheckoutPolicy(
                List.of(Deduction.TIER_DISCOUNT, Deduction.POINTS_AS_MONEY, Deduction.STORED_VALUE),
                built.discounts(),
                built.withoutDiscount(),
                built.tierAndBenefit(),
                built.rounding(),
                built.points(),
                built.moneyBack(),
                built.mostPerSale());
        var before = CheckoutGround.rules(MoneyBack.IN_PROPORTION);
        ground.establish(without, today);
        ground.sell(ground.basket(ground.gold(), 0, 0, line("茶叶", "茶", 1, 10_000)));
        ground.establish(before, today.plusDays(1));

        var result = simulated.of(CheckoutPolicy.KIND, before, today, today);
        assertThat(result.totals().cost().after().minor()).isEqualTo(1_000);
        assertThat(result.leftOut()).containsExactly(new MoneySimulation.LeftOut("benefits-not-known", 1));
        SimulatedMoney.differsByNothing(simulated.of(CheckoutPolicy.KIND, without, today, today));
    }

    /** Gold 20 % and regular 5 % off everything; 100 points half a yuan; 150 yuan a sale. */
    private static CheckoutPolicy generous() {
        var built = CheckoutPolicy.DEFAULT;
        var points = built.points();
        return new CheckoutPolicy(
                built.order(),
                List.of(
                        new TierDiscount("gold", BigDecimal.valueOf(20)),
                        new TierDiscount("regular", BigDecimal.valueOf(5))),
                List.of(),
                built.tierAndBenefit(),
                built.rounding(),
                new PointsAsMoney(
                        true,
                        points.per(),
                        Money.cny(50),
                        points.least(),
                        points.step(),
                        points.mostShare(),
                        List.of(),
                        points.earns()),
                built.moneyBack(),
                Money.cny(15_000));
    }

    private static List<Long> pair(JsonNode cost) {
        return List.of(
                cost.path("before").path("minor").asLong(),
                cost.path("after").path("minor").asLong());
    }

    private static Map<String, List<Long>> told(JsonNode rows, String name) {
        var told = new HashMap<String, List<Long>>();
        for (var row : rows) {
            var figure = row.path(name);
            told.put(
                    row.path("code").asString(),
                    figure.path("before").isObject()
                            ? pair(figure)
                            : List.of(
                                    figure.path("before").asLong(),
                                    figure.path("after").asLong()));
        }
        return told;
    }
}
