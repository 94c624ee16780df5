package org.guildhall.checkout.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.guildhall.checkout.CheckoutPolicy;
import org.guildhall.checkout.CheckoutPolicy.Deduction;
import org.guildhall.checkout.CheckoutPolicy.DiscountRounding;
import org.guildhall.checkout.CheckoutPolicy.MoneyBack;
import org.guildhall.checkout.CheckoutPolicy.TierAndBenefit;
import org.guildhall.kernel.Money;
import org.guildhall.policies.InForce;
import org.junit.jupiter.api.Test;

/** Prices and returns under random rules: nothing is lost, invented or taken beyond a bound. */
class PricingTest {

    private static final Currency CNY = Currency.getInstance("CNY");
    private static final int ROUNDS = 5_000;

    private final Random random = new Random(20260302);

    @Test
    void every_fen_of_a_basket_is_deducted_or_due_and_no_bound_is_passed() {
        for (int round = 0; round < ROUNDS; round++) {
            var rules = rules();
            var customer = customer();
            var items = items();
            var priced = Pricing.of(rules, customer, CNY, items);
            long discount = priced.of(Deduction.TIER_DISCOUNT).amount();
            var points = priced.of(Deduction.POINTS_AS_MONEY);
            long stored = priced.of(Deduction.STORED_VALUE).amount();
            long coupons = priced.of(Deduction.COUPON).amount();
            long benefit = priced.of(Deduction.BENEFIT).amount();
            boolean either = rules.policy().tierAndBenefit() == TierAndBenefit.BETTER;
            assertThat(either && benefit > 0 && discount > 0).isFalse();
            assertThat(priced.benefit().map(BenefitTried::amount).orElse(0L)).isEqualTo(benefit);
            assertThat(priced.benefits().stream().filter(BenefitTried::applies)).hasSizeLessThan(2);
            assertThat(discount + benefit + coupons + points.amount() + stored + priced.due())
                    .isEqualTo(priced.total());
            assertThat(priced.coupons().stream().mapToLong(CouponTaken::amount).sum())
                    .isEqualTo(coupons);
            assertThat(priced.coupons()).hasSameSizeAs(customer.coupons());
            assertThat(priced.due()).isNotNegative();
            assertThat(stored).isBetween(0L, Math.min(customer.stored(), customer.wantedStored()));
            assertThat(points.points()).isBetween(0L, Math.min(customer.points(), customer.wantedPoints()));
            if (points.points() > 0) {
                var terms = rules.policy().points();
                assertThat(points.points() % terms.step()).isZero();
                assertThat(points.points()).isGreaterThanOrEqualTo(terms.least());
                assertThat(points.amount())
                        .isEqualTo(points.points() * terms.worth().minor() / terms.per());
            }
            for (var line : priced.lines()) {
                assertThat(line.discount()
                                + line.benefitAmount()
                                + line.couponAmount()
                                + line.pointsAmount()
                                + line.paid())
                        .isEqualTo(line.item().amount());
                assertThat(line.paid()).isNotNegative();
                if ("烟".equals(line.item().category())) {
                    assertThat(line.discount() + line.benefitAmount()).isZero();
                }
            }
        }
    }

    @Test
    void whatever_parts_come_back_in_whatever_order_they_make_the_whole_exactly() {
        for (int round = 0; round < ROUNDS; round++) {
            long quantity = 1L + random.nextInt(5_000);
            long[] whole = random.longs(5, 0, 100_000).toArray();
            long back = 0;
            long[] sums = new long[5];
            while (back < quantity) {
                long some = 1 + random.nextLong(quantity - back);
                var part =
                        new Returning.Sold(quantity, back, whole[0], whole[1], whole[2], whole[3], whole[4]).next(some);
                assertThat(List.of(
                                part.discount(),
                                part.benefitAmount(),
                                part.couponAmount(),
                                part.pointsAmount(),
                                part.paid()))
                        .allMatch(amount -> amount >= 0);
                sums[0] += part.discount();
                sums[1] += part.benefitAmount();
                sums[2] += part.couponAmount();
                sums[3] += part.pointsAmount();
                sums[4] += part.paid();
                back += some;
            }
            assertThat(sums).isEqualTo(whole);
        }
    }

    @Test
    void money_goes_back_to_where_there_is_room_and_ends_everywhere_at_once() {
        for (int round = 0; round < ROUNDS; round++) {
            var rule = List.of(MoneyBack.values()).get(random.nextInt(3));
            var rooms = random.longs(1 + random.nextInt(4), 0, 1_000).toArray();
            long left = Shares.sum(rooms);
            while (left > 0) {
                long some = 1 + random.nextLong(left);
                var shares = Returning.money(rule, some, rooms);
                for (int i = 0; i < rooms.length; i++) {
                    assertThat(shares[i]).isBetween(0L, rooms[i]);
                    rooms[i] -= shares[i];
                }
                left -= some;
                assertThat(Shares.sum(rooms)).isEqualTo(left);
            }
        }
    }

    @Test
    void the_stated_order_says_where_money_goes_back_to_first() {
        var rooms = new long[] {100, 50, 70};
        assertThat(Returning.money(MoneyBack.STORED_VALUE_FIRST, 120, rooms)).containsExactly(100, 20, 0);
        assertThat(Returning.money(MoneyBack.PAYMENTS_FIRST, 130, rooms)).containsExactly(10, 50, 70);
        var more = new long[] {100, 50, 70, 30};
        assertThat(Returning.money(MoneyBack.STORED_VALUE_FIRST, 200, more)).containsExactly(100, 50, 20, 30);
        assertThat(Returning.money(MoneyBack.PAYMENTS_FIRST, 170, more)).containsExactly(20, 50, 70, 30);
        assertThat(Returning.money(MoneyBack.PAYMENTS_FIRST, 60, more)).containsExactly(0, 0, 30, 30);
        assertThat(Returning.money(MoneyBack.IN_PROPORTION, 110, rooms)).containsExactly(50, 25, 35);
    }

    private InForce<CheckoutPolicy> rules() {
        var order = new ArrayList<>(List.of(Deduction.values()));
        Collections.shuffle(order, random);
        var rounding = List.of(DiscountRounding.values()).get(random.nextInt(3));
        var policy = new CheckoutPolicy(
                order,
                List.of(new CheckoutPolicy.TierDiscount("gold", BigDecimal.valueOf(1 + random.nextInt(10_000), 2))),
                List.of("烟"),
                List.of(TierAndBenefit.values()).get(random.nextInt(2)),
                rounding,
                new CheckoutPolicy.PointsAsMoney(
                        random.nextInt(10) > 0,
                        1 + random.nextInt(200),
                        Money.cny(1 + random.nextInt(300)),
                        1 + random.nextInt(500),
                        1 + random.nextInt(100),
                        BigDecimal.valueOf(1 + random.nextInt(10_000), 2),
                        List.of("酒"),
                        false),
                MoneyBack.IN_PROPORTION,
                CheckoutPolicy.DEFAULT.mostPerSale());
        return new InForce<>("checkout.rules", policy, 1, LocalDate.of(2026, 1, 1), "4.9");
    }

    private Customer customer() {
        return random.nextInt(8) == 0
                ? Customer.NOBODY
                : new Customer(
                        true,
                        random.nextBoolean() ? "gold" : "regular",
                        random.nextInt(20_000),
                        random.nextInt(50_000),
                        random.nextInt(6) == 0,
                        random.nextInt(20_000),
                        random.nextInt(50_000),
                        RandomCoupons.shown(random),
                        RandomBenefits.entitled(random),
                        random.nextInt(3) == 0 ? "b" + random.nextInt(4) : null);
    }

    private List<Item> items() {
        var items = new ArrayList<Item>();
        var categories = List.of("茶", "烟", "酒");
        for (int i = 0; i <= random.nextInt(5); i++) {
            items.add(new Item(i + 1, "商品", categories.get(random.nextInt(3)), 1_000, random.nextInt(30_000)));
        }
        return items;
    }
}
