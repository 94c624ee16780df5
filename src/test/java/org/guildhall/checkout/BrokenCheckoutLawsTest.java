package org.guildhall.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.checkout.CheckoutGround.line;

import java.util.Set;
import java.util.stream.Stream;
import org.guildhall.benefits.BenefitsGround;
import org.guildhall.ledger.LawProof;
import org.guildhall.ledger.Ledger;
import org.guildhall.testing.Crime;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestStaff;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Somebody with all power over the database gets past triggers and constraints: the proof names the laws that no longer hold,
 * and no others. Each crime is undone with its transaction.
 */
@GuildhallTest
@Import({
    CheckoutGround.class,
    CheckoutGround.Books.class,
    BenefitsGround.class,
    BenefitsGround.Desks.class,
    BenefitsGround.Rules.class
})
class BrokenCheckoutLawsTest {

    private static final String REWRITABLE = "alter table checkout.sale disable trigger all";
    private static final String LINES = "alter table checkout.line disable trigger all";
    private static final String UNBALANCED = "alter table checkout.sale drop constraint sale_adds_up";
    private static final String OWN = "checkout_id = '{checkout}'";

    @Autowired
    TestStaff staff;

    @Autowired
    CheckoutGround ground;

    @Autowired
    BenefitsGround benefits;

    @Autowired
    Ledger ledger;

    @Autowired
    DSLContext sql;

    @Autowired
    TransactionTemplate transaction;

    private static boolean ruled;
    private String checkout = "";

    static Stream<Crime> crimes() {
        return Stream.of(
                Crime.of("nothing", Set.of(), "select 1"),
                Crime.of(
                        "a payment disappears",
                        Set.of("checkout.adds-up"),
                        "alter table checkout.payment disable trigger all",
                        "delete from checkout.payment where " + OWN + " and return_id is null and method = 'cash'"),
                Crime.of(
                        "a line is said to have cost less",
                        Set.of("checkout.adds-up"),
                        LINES,
                        "alter table checkout.line drop constraint line_adds_up",
                        "update checkout.line set paid = paid - 1 where " + OWN + " and line_number = 2"),
                Crime.of(
                        "a discount is made larger in the books",
                        Set.of("checkout.adds-up", "checkout.priced-as-told"),
                        REWRITABLE,
                        UNBALANCED,
                        "update checkout.sale set discount = discount + 1 where " + OWN),
                Crime.of(
                        "a benefit is said to have taken more off",
                        Set.of("checkout.adds-up", "checkout.priced-as-told", "checkout.benefits-are-used"),
                        REWRITABLE,
                        UNBALANCED,
                        "update checkout.sale set benefit_amount = benefit_amount + 1 where " + OWN),
                Crime.of(
                        "a benefit was never used",
                        Set.of("checkout.benefits-are-used", "benefits.counts-add-up"),
                        "alter table benefits.use disable trigger all",
                        "delete from benefits.use where " + OWN),
                Crime.of(
                        "a use is taken back behind the counter",
                        Set.of("checkout.benefits-are-used", "benefits.counts-add-up"),
                        "insert into benefits.taking_back select use_id, use_id, use_id, '', occurred_at, recorded_at, actor"
                                + " from benefits.use where " + OWN),
                Crime.of(
                        "a use is said to have gone back with a part",
                        Set.of("checkout.benefits-go-back", "checkout.benefits-are-used"),
                        "update checkout.sale s set benefit_return = r.return_id from checkout.return r"
                                + " where r.checkout_id = s.checkout_id and s." + OWN),
                Crime.of(
                        "a benefit cost less than what it took off",
                        Set.of("checkout.benefits-are-used", "benefits.entitled"),
                        "alter table benefits.use disable trigger all",
                        "update benefits.use set cost = cost - 1 where " + OWN),
                Crime.of(
                        "a line's share of a benefit came back too large",
                        Set.of("checkout.returns-add-up"),
                        "alter table checkout.return_line disable trigger all",
                        "update checkout.return_line set benefit_amount = benefit_amount + 1 where " + OWN),
                Crime.of(
                        "what was known of the buyer is rewritten",
                        Set.of("checkout.priced-as-told"),
                        REWRITABLE,
                        "update checkout.sale set inputs = jsonb_set(inputs, '{tier}', '\"silver\"') where " + OWN),
                Crime.of(
                        "more came back than the lines say",
                        Set.of("checkout.returns-add-up", "checkout.never-more-back"),
                        "alter table checkout.return disable trigger all",
                        "update checkout.return set tendered = tendered + 1 where " + OWN),
                Crime.of(
                        "a return is forgotten where it was sold",
                        Set.of("checkout.never-more-back"),
                        "update checkout.line set quantity_back = 0 where " + OWN + " and quantity_back > 0"),
                Crime.of(
                        "fewer points are said to have been redeemed",
                        Set.of("checkout.points-are-redeemed", "checkout.priced-as-told"),
                        REWRITABLE,
                        "update checkout.sale set points = points - 1 where " + OWN),
                Crime.of(
                        "stored value is booked as if more had been paid",
                        Set.of("checkout.stored-value-is-paid", "checkout.priced-as-told", "checkout.adds-up"),
                        REWRITABLE,
                        "update checkout.sale set stored = stored + 1, tendered = tendered - 1 where " + OWN));
    }

    @BeforeEach
    void aCheckoutOfWhichAPartCameBack() {
        if (!ruled) {
            ground.establish(
                    CheckoutGround.rules(CheckoutPolicy.MoneyBack.IN_PROPORTION),
                    staff.today().minusMonths(1));
            ruled = true;
        }
        var member = benefits.patron(ground.gold(500, 700));
        ground.topUp(member, 3_000);
        var sold = ground.sell(ground.basket(member, 600, 1_000, line("茶", "茶", 3, 10_000), line("杯", "杯", 1, 2_500)));
        ground.giveBack(sold, new ReturnParts.Part(1, 1_000));
        checkout = sold.checkout().id().toString();
    }

    @ParameterizedTest
    @MethodSource("crimes")
    void the_proof_names_the_laws_that_a_crime_broke(Crime crime) {
        var seen = crime.seen(
                transaction, sql, text -> text.replace("{checkout}", checkout), () -> staff.asMachine(ledger::prove));
        assertThat(seen.keySet()).isEqualTo(crime.broken());
        assertThat(staff.asMachine(ledger::prove)).allMatch(LawProof::holds);
    }
}
