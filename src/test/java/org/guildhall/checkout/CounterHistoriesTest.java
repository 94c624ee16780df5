package org.guildhall.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.checkout.CheckoutGround.line;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.guildhall.benefits.BenefitsGround;
import org.guildhall.checkout.CheckoutPolicy.MoneyBack;
import org.guildhall.checkout.CheckoutPolicy.TierAndBenefit;
import org.guildhall.kernel.MemberId;
import org.guildhall.ledger.LawProof;
import org.guildhall.ledger.Ledger;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Random histories of selling and taking back, held against a plain model of what everybody should have. */
@GuildhallTest
@Import({
    CheckoutGround.class,
    CheckoutGround.Books.class,
    BenefitsGround.class,
    BenefitsGround.Desks.class,
    BenefitsGround.Rules.class
})
class CounterHistoriesTest {

    private static final int HISTORIES = 30;
    private static final int ACTS = 10;

    @Autowired
    TestStaff staff;

    @Autowired
    CheckoutGround ground;

    @Autowired
    BenefitsGround benefits;

    @Autowired
    Ledger ledger;

    @Autowired
    MovableClock clock;

    /** What there should be: points apart from those earned, stored value, and money in the drawer. */
    private static final class Model {
        long redeemed;
        long stored;
        long drawer;
        int uses;
        final Map<UUID, long[]> quantitiesLeft = new HashMap<>();
    }

    @Test
    void whatever_is_sold_and_taken_back_everybody_has_what_the_model_says() {
        ground.store(); // opened before time moves on, so that it is there for the stories after this one
        var start = clock.instant();
        ground.store(); // opened before the clock moves on: those who come after it went back sell there too
        var rules = List.of(MoneyBack.values());
        for (int history = 0; history < HISTORIES; history++) {
            clock.moveTo(clock.instant().plusSeconds(86_400));
            if (history % 10 == 0) {
                var back = rules.get(history / 10);
                var both = history / 10 == 1 ? TierAndBenefit.BETTER : TierAndBenefit.BOTH;
                ground.establish(CheckoutGround.rules(back, both), staff.today());
            }
            tell(new Random(7_000 + history));
        }
        assertThat(staff.asMachine(ledger::prove)).allMatch(LawProof::holds);
        clock.moveTo(start);
    }

    private void tell(Random random) {
        long points = 1_000L + random.nextInt(5_000);
        long stored = 1_000L + random.nextInt(20_000);
        var member = random.nextBoolean() ? ground.gold(points / 2, points - points / 2) : ground.member(points);
        ground.topUp(member, stored);
        if (random.nextBoolean()) {
            benefits.patron(member);
        }
        var model = new Model();
        var sold = new ArrayList<CheckoutView>();
        for (int act = 0; act < ACTS; act++) {
            clock.moveTo(clock.instant().plusSeconds(60));
            if (sold.isEmpty() || random.nextInt(3) > 0) {
                sold.add(sell(random, member, model));
            } else {
                takeBack(random, sold.get(random.nextInt(sold.size())), model, false);
            }
            check(member, points, stored, model);
        }
        for (var one : sold) {
            clock.moveTo(clock.instant().plusSeconds(60));
            takeBack(random, one, model, true);
        }
        check(member, points, stored, model);
        assertThat(model.redeemed).isZero();
        assertThat(model.stored).isZero();
        assertThat(model.drawer).isZero();
        assertThat(benefits.uses(member))
                .as("each use came back with its goods")
                .hasSize(model.uses)
                .allMatch(use -> use.takenBack() != null);
        assertThat(ground.points(member)).as("what was earned is clawed back").isEqualTo(points);
    }

    private CheckoutView sell(Random random, MemberId member, Model model) {
        var lines = new ArrayList<Basket.Line>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            lines.add(line("货", random.nextBoolean() ? "茶" : "烟", 1 + random.nextInt(4), random.nextInt(9_000)));
        }
        var plain = ground.basket(
                member, random.nextInt(3) * 300L, random.nextInt(3) * 1_111L, lines.toArray(Basket.Line[]::new));
        var basket = CheckoutGround.with(plain, random.nextInt(3) == 0 ? "tea-day" : null);
        var quote = ground.quote(basket);
        var sold = ground.sell(basket);
        assertThat(sold.checkout().paid()).isEqualTo(quote.expected().stored().plus(quote.due()));
        model.uses += sold.benefit() == null ? 0 : 1;
        model.redeemed += quote.expected().points();
        model.stored += quote.expected().stored().minor();
        model.drawer += quote.due().minor();
        model.quantitiesLeft.put(
                sold.checkout().id(),
                sold.lines().stream()
                        .mapToLong(CheckoutView.Line::quantityMilli)
                        .toArray());
        return sold;
    }

    private void takeBack(Random random, CheckoutView sold, Model model, boolean all) {
        var left = model.quantitiesLeft.getOrDefault(sold.checkout().id(), new long[0]);
        List<ReturnParts.Part> parts = new ArrayList<>();
        for (int i = 0; i < left.length; i++) {
            long some = all ? left[i] : Math.min(left[i], random.nextInt(3) * 700L);
            if (some > 0) {
                parts.add(new ReturnParts.Part(i + 1, some));
                left[i] -= some;
            }
        }
        if (parts.isEmpty()) {
            return;
        }
        var back = ground.giveBack(sold, parts.toArray(ReturnParts.Part[]::new))
                .returns()
                .getLast();
        model.redeemed -= back.points();
        model.stored -= back.stored().minor();
        model.drawer -=
                back.payments().stream().mapToLong(one -> one.amount().minor()).sum();
        assertThat(back.paid().minor())
                .isEqualTo(back.lines().stream()
                        .mapToLong(one -> one.paid().minor())
                        .sum());
    }

    private void check(MemberId member, long points, long stored, Model model) {
        assertThat(ground.stored(member)).isEqualTo(stored - model.stored);
        assertThat(ground.points(member) - points + model.redeemed)
                .as("earned, and no more than a point a yuan and tier allow")
                .isBetween(0L, 1_000_000L);
        assertThat(List.of(model.redeemed, model.stored, model.drawer)).allMatch(amount -> amount >= 0);
    }
}
