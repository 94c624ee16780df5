package org.guildhall.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.checkout.CheckoutGround.line;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.guildhall.benefits.BenefitsGround;
import org.guildhall.checkout.CheckoutPolicy.Deduction;
import org.guildhall.checkout.CheckoutPolicy.DiscountRounding;
import org.guildhall.checkout.CheckoutPolicy.MoneyBack;
import org.guildhall.checkout.CheckoutPolicy.PointsAsMoney;
import org.guildhall.checkout.CheckoutPolicy.TierAndBenefit;
import org.guildhall.checkout.CheckoutPolicy.TierDiscount;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.SimulatedMoney;
import org.guildhall.testing.TestStaff;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * Random sales and returns at the counter. A simulation of the rules in force says nothing differs and what was sold; one of a draft
 * says what the same sales to people like them come to once it is in force.
 */
@GuildhallTest
@TestPropertySource(properties = "guildhall.test.company=counter-simulations")
@Import({
    CheckoutGround.class,
    CheckoutGround.Books.class,
    BenefitsGround.class,
    BenefitsGround.Desks.class,
    BenefitsGround.Rules.class,
    SimulatedMoney.class,
    SimulatedMoney.Desks.class
})
class CounterSimulationsTest {

    private static final int SALES = Integer.getInteger("guildhall.histories", 40);

    @Autowired
    TestStaff staff;

    @Autowired
    CheckoutGround ground;

    @Autowired
    BenefitsGround benefits;

    @Autowired
    SimulatedMoney simulated;

    @Autowired
    MovableClock clock;

    @Autowired
    DSLContext sql;

    @Test
    void what_was_simulated_comes_true_for_the_same_sales_to_people_like_them() {
        ground.store();
        var rules = CheckoutGround.rules(MoneyBack.IN_PROPORTION);
        var first = staff.today();
        ground.establish(rules, first);
        sell(new Random(Long.getLong("guildhall.seed", 23L)));
        var sold = taken(first);

        var unchanged = simulated.of(CheckoutPolicy.KIND, rules, first, first);
        SimulatedMoney.differsByNothing(unchanged);
        assertThat(unchanged.totals().cost().before().minor()).isEqualTo(sold).isPositive();
        assertThat(unchanged.totals().purchases()).isEqualTo(SALES);
        assertThat(unchanged.leftOut()).isEmpty();

        for (var draft : List.of(reordered(), plain())) {
            var result = simulated.of(CheckoutPolicy.KIND, draft, first, first);
            assertThat(result.totals().cost().before().minor()).isEqualTo(sold);
            assertThat(result.totals().changed()).isPositive();

            clock.advance(Duration.ofDays(1));
            ground.establish(draft, staff.today());
            sell(new Random(Long.getLong("guildhall.seed", 23L)));

            assertThat(taken(staff.today()))
                    .isEqualTo(result.totals().cost().after().minor());
        }
    }

    /** What was taken off and was not given back with goods, of a day's sales. */
    private long taken(LocalDate day) {
        return sql.fetchSingle("""
                        select (select sum(discount + benefit_amount + coupon_amount + points_amount)
                                from checkout.sale where occurred_on = ?)
                          - (select coalesce(sum(discount + benefit_amount + coupon_amount + points_amount), 0)
                             from checkout.return where occurred_on = ?)
                        """, day, day).into(Long.class);
    }

    private void sell(Random random) {
        for (int i = 0; i < SALES; i++) {
            var member = somebody(random);
            var lines = new ArrayList<Basket.Line>();
            for (int n = 0; n <= random.nextInt(3); n++) {
                lines.add(line("货", random.nextBoolean() ? "茶" : "烟", 1 + random.nextInt(4), random.nextInt(9_000)));
            }
            var plain = ground.basket(
                    member, random.nextInt(4) * 300L, random.nextInt(3) * 1_111L, lines.toArray(Basket.Line[]::new));
            var sold = ground.sell(CheckoutGround.with(plain, random.nextInt(3) == 0 ? "tea-day" : null));
            clock.advance(Duration.ofSeconds(1));
            if (random.nextInt(3) == 0) {
                long back = random.nextLong(1, 1_000);
                ground.giveBack(sold, new ReturnParts.Part(1, back));
            }
        }
    }

    private MemberId somebody(Random random) {
        long points = 500L + random.nextInt(5_000);
        var member = random.nextBoolean() ? ground.gold(points) : ground.member(points);
        if (random.nextBoolean()) {
            ground.topUp(member, 20_000);
        }
        if (random.nextInt(3) == 0) {
            benefits.patron(member);
        }
        return member;
    }

    /** Points first, one of tier and benefit, everything rounded up. */
    private static CheckoutPolicy reordered() {
        return new CheckoutPolicy(
                List.of(
                        Deduction.POINTS_AS_MONEY,
                        Deduction.BENEFIT,
                        Deduction.COUPON,
                        Deduction.TIER_DISCOUNT,
                        Deduction.STORED_VALUE),
                List.of(
                        new TierDiscount("gold", new BigDecimal("12.5")),
                        new TierDiscount("regular", new BigDecimal("0.75"))),
                List.of(),
                TierAndBenefit.BETTER,
                DiscountRounding.UP,
                new PointsAsMoney(true, 100, Money.cny(130), 50, 50, BigDecimal.valueOf(30), List.of("烟"), false),
                MoneyBack.PAYMENTS_FIRST,
                Money.cny(2_000_000));
    }

    /** Neither discounts nor points. */
    private static CheckoutPolicy plain() {
        var built = CheckoutPolicy.DEFAULT;
        var points = built.points();
        return new CheckoutPolicy(
                built.order(),
                List.of(),
                List.of("茶"),
                TierAndBenefit.BOTH,
                DiscountRounding.HALF_UP,
                new PointsAsMoney(
                        false,
                        points.per(),
                        points.worth(),
                        points.least(),
                        points.step(),
                        points.mostShare(),
                        List.of(),
                        false),
                MoneyBack.STORED_VALUE_FIRST,
                built.mostPerSale());
    }
}
