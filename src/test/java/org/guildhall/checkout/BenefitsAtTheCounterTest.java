package org.guildhall.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.checkout.CheckoutGround.line;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.guildhall.benefits.BenefitsGround;
import org.guildhall.benefits.TakeBackUse;
import org.guildhall.benefits.UseView;
import org.guildhall.checkout.CheckoutPolicy.MoneyBack;
import org.guildhall.checkout.CheckoutPolicy.TierAndBenefit;
import org.guildhall.kernel.MemberId;
import org.guildhall.ledger.LawProof;
import org.guildhall.ledger.Ledger;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What members are entitled to is taken off their purchases, told why, counted, and taken back with the goods. */
@GuildhallTest
@Import({
    CheckoutGround.class,
    CheckoutGround.Books.class,
    BenefitsGround.class,
    BenefitsGround.Desks.class,
    BenefitsGround.Rules.class
})
class BenefitsAtTheCounterTest {

    @Autowired
    TestStaff staff;

    @Autowired
    CheckoutGround ground;

    @Autowired
    BenefitsGround benefits;

    @Autowired
    BenefitsGround.Desks desks;

    @Autowired
    Checkouts checkouts;

    @Autowired
    Ledger ledger;

    @Autowired
    MovableClock clock;

    private Instant start = MovableClock.START;

    /** Two months on, so that the rules made here are nobody else's. */
    @BeforeEach
    void rules() {
        ground.store();
        start = clock.instant();
        clock.moveTo(start.plus(60, ChronoUnit.DAYS));
        ground.establish(CheckoutGround.rules(MoneyBack.IN_PROPORTION), staff.today());
    }

    @AfterEach
    void back() {
        clock.moveTo(start);
    }

    @Test
    void a_discount_without_a_quota_is_taken_by_itself_and_told_of() {
        var patron = benefits.patron(ground.gold());
        var quote = ground.quote(ground.basket(patron, 0, 0, line("茶", "茶", 2, 20_000), line("烟", "烟", 1, 5_000)));
        // Gold takes 10 % off the tea and leaves 180.00, of which 6 % are 10.80; tobacco takes part in neither.
        assertThat(quote.expected().discount().minor()).isEqualTo(2_000);
        assertThat(quote.expected().benefitAmount().minor()).isEqualTo(1_080);
        assertThat(quote.due().minor()).isEqualTo(21_920);
        assertThat(quote.benefits()).extracting(Quote.Benefit::benefit).containsExactly("patrons-price", "tea-day");
        assertThat(quote.benefits()).extracting(Quote.Benefit::applied).containsExactly(true, false);
        assertThat(quote.benefits().getFirst().clause()).isEqualTo("4.11");
        assertThat(quote.benefits().getFirst().why().code()).isEqualTo("checkout.benefit-discount");
        assertThat(quote.benefits().getLast().why().code()).isEqualTo("checkout.benefit-not-asked");
        assertThat(quote.benefits().getLast().amount().minor()).isEqualTo(3_000);
    }

    @Test
    void one_with_a_quota_is_used_when_it_is_asked_for_as_often_as_it_says_and_comes_back_with_the_last_of_its_goods() {
        var patron = benefits.patron(ground.member());
        var basket = CheckoutGround.with(
                ground.basket(patron, 0, 0, line("茶", "茶", 2, 10_000), line("杯", "杯", 1, 5_000)), "tea-day");
        var sold = ground.sell(basket);
        assertThat(sold.benefitAmount().minor()).isEqualTo(2_000);
        assertThat(sold.lines()).extracting(one -> one.benefitAmount().minor()).containsExactly(2_000L, 0L);
        assertThat(left(patron)).isEqualTo(1);
        assertThat(standing(patron).getFirst().checkout())
                .isEqualTo(sold.checkout().id());
        assertThat(standing(patron).getFirst().cost().minor()).isEqualTo(2_000);

        ground.sell(basket);
        assertThat(left(patron)).isZero();
        var refused = ground.quote(basket);
        assertThat(why(refused, "tea-day")).isEqualTo("checkout.benefit-used-up-until");
        assertThat(refused.expected().benefitAmount().minor())
                .as("the one without a quota is taken instead")
                .isEqualTo(900);

        var part = ground.giveBack(sold, new ReturnParts.Part(1, 1_000), new ReturnParts.Part(2, 1_000));
        assertThat(part.returns().getLast().benefitAmount().minor()).isEqualTo(1_000);
        assertThat(part.returns().getLast().paid().minor()).isEqualTo(9_000);
        assertThat(part.returns().getLast().benefitBack()).isFalse();
        assertThat(left(patron)).isZero();
        var all = ground.giveBack(sold, new ReturnParts.Part(1, 1_000));
        assertThat(all.returns().getLast().benefitBack()).isTrue();
        assertThat(Objects.requireNonNull(all.benefit()).back()).isTrue();
        assertThat(left(patron)).isEqualTo(1);
        assertThat(staff.asMachine(ledger::prove)).allMatch(LawProof::holds);
    }

    @Test
    void of_tier_and_benefit_only_the_better_is_taken_where_the_rules_say_so() {
        ground.establish(CheckoutGround.rules(MoneyBack.IN_PROPORTION, TierAndBenefit.BETTER), staff.today());
        var patron = benefits.patron(ground.gold());
        var plain = ground.basket(patron, 0, 0, line("茶", "茶", 1, 10_000));
        var tier = ground.quote(plain);
        assertThat(tier.expected().discount().minor()).isEqualTo(1_000);
        assertThat(tier.expected().benefitAmount().minor()).isZero();
        assertThat(why(tier, "patrons-price")).isEqualTo("checkout.benefit-gives-way");
        var sold = ground.sell(CheckoutGround.with(plain, "tea-day"));
        assertThat(sold.discount().minor()).isZero();
        assertThat(sold.benefitAmount().minor()).isEqualTo(2_000);
        assertThat(ground.sell(plain).benefit()).isNull();
        assertThat(standing(patron)).hasSize(1);
        assertThat(staff.asMachine(() -> checkouts.why(sold.checkout().id())).parts())
                .extracting(one -> one.code())
                .contains("checkout.tier-gives-way", "checkout.benefit-used");
    }

    @Test
    void what_belongs_to_a_checkout_is_neither_used_nor_taken_back_by_hand() {
        var patron = benefits.patron(ground.member());
        ground.sell(ground.basket(patron, 0, 0, line("茶", "茶", 1, 10_000)));
        var use = standing(patron).getFirst();
        assertThat(benefits.outcome(() -> desks.benefits().takeBack(use.id(), new TakeBackUse("误"), "by-hand")))
                .isEqualTo("benefits.part-of-a-checkout");
        assertThat(benefits.outcome(() -> benefits.use(patron, "patrons-price")))
                .isEqualTo("benefits.only-with-a-purchase");
        assertThat(benefits.outcome(() -> benefits.code(patron, "tea-day"))).isEqualTo("benefits.only-with-a-purchase");
        assertThat(standing(patron)).hasSize(1);
    }

    @Test
    void nobody_else_has_it_and_a_price_that_lost_it_is_not_charged() {
        var stranger = CheckoutGround.with(ground.basket(ground.member(), 0, 0, line("茶", "茶", 1, 10_000)), "tea-day");
        var quote = ground.quote(stranger);
        assertThat(quote.benefits()).isEmpty();
        assertThat(quote.due().minor()).isEqualTo(10_000);
        assertThat(quote.deductions().get(1).why().parts().getFirst().code())
                .isEqualTo("checkout.benefit-not-entitled");
        var nobody = ground.quote(ground.basket(null, 0, 0, line("茶", "茶", 1, 10_000)));
        assertThat(nobody.deductions().get(1).why().code()).isEqualTo("checkout.no-member-no-benefit");

        var patron = benefits.patron(ground.member());
        var basket = CheckoutGround.with(ground.basket(patron, 0, 0, line("茶", "茶", 1, 10_000)), "tea-day");
        var late = CheckoutGround.at(ground.quote(basket), basket);
        ground.sell(basket);
        ground.sell(basket);
        assertThat(ground.outcome(() -> checkouts.commit(late, "late|" + patron)))
                .isEqualTo("checkout.quote-outdated");
        assertThat(standing(patron)).hasSize(2);
    }

    private static String why(Quote quote, String benefit) {
        return quote.benefits().stream()
                .filter(one -> one.benefit().equals(benefit))
                .findFirst()
                .orElseThrow()
                .why()
                .code();
    }

    private int left(MemberId member) {
        return Objects.requireNonNull(
                benefits.entitlement(member, "tea-day").left().left());
    }

    private List<UseView> standing(MemberId member) {
        return benefits.uses(member).stream()
                .filter(use -> use.takenBack() == null)
                .toList();
    }
}
