package org.guildhall.checkout.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.guildhall.checkout.CheckoutPolicy;
import org.guildhall.checkout.CheckoutPolicy.Deduction;
import org.guildhall.coupons.Benefit;
import org.guildhall.coupons.CouponOffer;
import org.guildhall.coupons.PresentedCoupon;
import org.guildhall.kernel.Explanation;
import org.guildhall.kernel.Money;
import org.guildhall.policies.InForce;
import org.junit.jupiter.api.Test;

/** What coupons take off a basket of tea for 100 yuan and a cup for 50, rule by rule. */
class CouponsShownTest {

    private static final Currency CNY = Currency.getInstance("CNY");
    private static final InForce<CheckoutPolicy> RULES =
            new InForce<>("checkout.rules", CheckoutPolicy.DEFAULT, 0, LocalDate.EPOCH, "4.9");
    private static final List<Item> BASKET =
            List.of(new Item(1, "龙井", "茶", 1_000, 10_000), new Item(2, "杯", "杯", 1_000, 5_000));
    private static final Benefit TEN_OFF = new Benefit.Cash(Money.cny(1_000), Money.cny(0));

    @Test
    void cash_comes_off_from_its_floor_on_spread_over_the_lines_in_its_scope() {
        var cash = new Benefit.Cash(Money.cny(3_000), Money.cny(10_000));
        var all = priced(shown("A", cash));
        assertThat(all.due()).isEqualTo(12_000);
        assertThat(all.lines()).extracting(Priced.Line::couponAmount).containsExactly(2_000L, 1_000L);
        var tea = priced(scoped("A", cash, List.of("茶"), List.of()));
        assertThat(tea.lines()).extracting(Priced.Line::couponAmount).containsExactly(3_000L, 0L);
    }

    @Test
    void a_floor_that_is_not_met_says_by_how_much_and_takes_nothing() {
        var cup = priced(scoped("A", new Benefit.Cash(Money.cny(3_000), Money.cny(8_000)), List.of(), List.of("杯")));
        assertThat(cup.due()).isEqualTo(15_000);
        assertThat(why(cup, 0).code()).isEqualTo("checkout.coupon-floor-not-met");
        assertThat(why(cup, 0).facts()).containsEntry("missing", Money.cny(3_000));
    }

    @Test
    void a_percentage_stops_at_its_ceiling() {
        assertThat(priced(shown("A", new Benefit.Discount(new BigDecimal("20"), null)))
                        .due())
                .isEqualTo(12_000);
        var capped = priced(shown("A", new Benefit.Discount(new BigDecimal("20"), Money.cny(1_000))));
        assertThat(capped.due()).isEqualTo(14_000);
        assertThat(why(capped, 0).code()).isEqualTo("checkout.coupon-discount-capped");
    }

    @Test
    void the_highest_step_that_is_reached_counts() {
        var ladder = new Benefit.FullReduction(List.of(
                new Benefit.Step(Money.cny(10_000), Money.cny(1_000)),
                new Benefit.Step(Money.cny(15_000), Money.cny(2_500)),
                new Benefit.Step(Money.cny(15_001), Money.cny(9_000))));
        assertThat(priced(shown("A", ladder)).due()).isEqualTo(12_500);
        assertThat(why(priced(scoped("A", ladder, List.of("杯"), List.of())), 0).code())
                .isEqualTo("checkout.coupon-floor-not-met");
    }

    @Test
    void a_gift_takes_nothing_off_and_is_used_all_the_same() {
        var gift = priced(shown("A", new Benefit.Gift("杯垫")));
        assertThat(gift.due()).isEqualTo(15_000);
        assertThat(gift.coupons()).singleElement().matches(CouponTaken::applies);
        assertThat(gift.coupons().getFirst().gift()).isEqualTo("杯垫");
    }

    @Test
    void coupons_are_taken_in_their_stated_order_each_from_what_the_ones_before_left() {
        var half = offer(new Benefit.Discount(new BigDecimal("50"), null), false, 1);
        var ten = offer(TEN_OFF, false, 2);
        assertThat(priced(RandomCoupons.known("A", ten), RandomCoupons.known("B", half))
                        .due())
                .isEqualTo(6_500);
        var first = offer(TEN_OFF, false, 0);
        assertThat(priced(RandomCoupons.known("B", half), RandomCoupons.known("A", first))
                        .due())
                .isEqualTo(7_000);
    }

    @Test
    void an_exclusive_coupon_stands_alone_whether_it_comes_first_or_last() {
        var alone = RandomCoupons.known("A", offer(TEN_OFF, true, 1));
        var after = RandomCoupons.known("B", offer(TEN_OFF, false, 2));
        var first = priced(alone, after);
        assertThat(first.due()).isEqualTo(14_000);
        assertThat(why(first, 1).code()).isEqualTo("checkout.coupon-beside-exclusive");
        assertThat(why(first, 1).facts()).containsEntry("other", "券A");
        var before = RandomCoupons.known("B", offer(TEN_OFF, false, 0));
        var last = priced(alone, before);
        assertThat(last.due()).isEqualTo(14_000);
        assertThat(why(last, 1).code()).isEqualTo("checkout.coupon-exclusive");
    }

    @Test
    void an_exclusive_coupon_that_does_not_apply_keeps_no_other_out() {
        var alone = RandomCoupons.known("A", offer(new Benefit.Cash(Money.cny(1_000), Money.cny(90_000)), true, 1));
        var after = RandomCoupons.known("B", offer(TEN_OFF, false, 2));
        assertThat(priced(alone, after).due()).isEqualTo(14_000);
    }

    @Test
    void what_stands_in_the_way_of_a_coupon_is_said_with_its_facts() {
        var hindrance = new PresentedCoupon.Hindrance("coupon-expired", Map.of("name", "券", "lastDay", "2026-01-31"));
        var priced = priced(new PresentedCoupon("A", null, hindrance));
        assertThat(why(priced, 0).code()).isEqualTo("checkout.coupon-expired");
        assertThat(why(priced, 0).facts()).containsEntry("lastDay", "2026-01-31");
        assertThat(priced.of(Deduction.COUPON).why().code()).isEqualTo("checkout.no-coupon-used");
    }

    @Test
    void rules_without_coupons_in_their_order_take_none() {
        var built = CheckoutPolicy.DEFAULT;
        var without = new CheckoutPolicy(
                List.of(Deduction.TIER_DISCOUNT, Deduction.POINTS_AS_MONEY, Deduction.STORED_VALUE),
                List.of(),
                List.of(),
                built.tierAndBenefit(),
                built.rounding(),
                built.points(),
                built.moneyBack(),
                built.mostPerSale());
        var rules = new InForce<>("checkout.rules", without, 1, LocalDate.EPOCH, "4.9");
        var priced = Pricing.of(rules, buyer(shown("A", TEN_OFF)), CNY, BASKET);
        assertThat(priced.due()).isEqualTo(15_000);
        assertThat(priced.of(Deduction.COUPON).why().code()).isEqualTo("checkout.coupons-off");
    }

    private static Explanation why(Priced priced, int place) {
        return priced.coupons().get(place).why();
    }

    private static Priced priced(PresentedCoupon... shown) {
        return Pricing.of(RULES, buyer(shown), CNY, BASKET);
    }

    private static Customer buyer(PresentedCoupon... shown) {
        return new Customer(true, null, 0, 0, false, 0, 0, List.of(shown), List.of(), null);
    }

    private static CouponOffer offer(Benefit benefit, boolean exclusive, int place) {
        return new CouponOffer(benefit, List.of(), List.of(), exclusive, place);
    }

    private static PresentedCoupon shown(String code, Benefit benefit) {
        return RandomCoupons.known(code, offer(benefit, false, 0));
    }

    private static PresentedCoupon scoped(
            String code, Benefit benefit, List<String> categories, List<String> products) {
        return RandomCoupons.known(code, new CouponOffer(benefit, categories, products, false, 0));
    }
}
