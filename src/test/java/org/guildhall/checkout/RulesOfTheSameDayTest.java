package org.guildhall.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.checkout.CheckoutGround.line;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.guildhall.checkout.CheckoutPolicy.MoneyBack;
import org.guildhall.checkout.CheckoutPolicy.PointsAsMoney;
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

/** Rules may be published for a day that has begun: what was sold that morning keeps the rules it was sold by. */
@GuildhallTest
@Import({CheckoutGround.class, CheckoutGround.Books.class})
class RulesOfTheSameDayTest {

    @Autowired
    TestStaff staff;

    @Autowired
    CheckoutGround ground;

    @Autowired
    Checkouts checkouts;

    @Autowired
    Ledger ledger;

    @Autowired
    MovableClock clock;

    private Instant start = MovableClock.START;

    /** Three months on, so that the rules made here are nobody else's. */
    @BeforeEach
    void rules() {
        ground.store();
        start = clock.instant();
        clock.moveTo(start.plus(90, ChronoUnit.DAYS));
        ground.establish(CheckoutGround.rules(MoneyBack.IN_PROPORTION), staff.today());
    }

    @AfterEach
    void back() {
        clock.moveTo(start);
    }

    @Test
    void a_sale_is_explained_proven_and_taken_back_by_the_rules_that_made_it() {
        var member = ground.gold(5_000);
        long before = ground.points(member);
        var sold = ground.sell(ground.basket(member, 1_000, 0, line("茶", "茶", 1, 20_000)));
        long after = ground.points(member);
        ground.establish(otherwise(), staff.today());

        assertThat(sold.discount().minor()).isEqualTo(2_000);
        assertThat(staff.asMachine(() -> checkouts.why(sold.checkout().id())).parts())
                .isNotEmpty();
        assertThat(staff.asMachine(ledger::prove))
                .filteredOn(proof -> proof.law().equals("checkout.priced-as-told"))
                .hasSize(1)
                .allMatch(LawProof::holds);
        assertThat(ground.quote(ground.basket(member, 0, 0, line("茶", "茶", 1, 20_000)))
                        .expected()
                        .discount()
                        .minor())
                .isZero();

        assertThat(after).isLessThan(before);
        var back = ground.giveBack(sold, new ReturnParts.Part(1, 1_000));
        assertThat(Objects.requireNonNull(back.returns().getLast()).points()).isEqualTo(1_000);
        assertThat(ground.points(member)).isEqualTo(before);
        assertThat(staff.asMachine(ledger::prove)).allMatch(LawProof::holds);
    }

    /** Nothing off for a tier, and what points paid for earns. */
    private static CheckoutPolicy otherwise() {
        var rules = CheckoutGround.rules(MoneyBack.IN_PROPORTION);
        var points = rules.points();
        return new CheckoutPolicy(
                rules.order(),
                List.of(),
                rules.withoutDiscount(),
                rules.tierAndBenefit(),
                rules.rounding(),
                new PointsAsMoney(
                        points.allowed(),
                        points.per(),
                        points.worth(),
                        points.least(),
                        points.step(),
                        points.mostShare(),
                        points.withoutPoints(),
                        true),
                rules.moneyBack(),
                rules.mostPerSale());
    }
}
