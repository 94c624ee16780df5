package org.guildhall.prepaid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guildhall.kernel.Money;
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
@Import(PrepaidGround.class)
class BrokenPrepaidLawsTest {

    private static final String REWRITABLE = "alter table prepaid.movement disable trigger all";
    private static final String UNSIGNED = "alter table prepaid.movement drop constraint movement_signs";
    private static final String UNGUARDED = "alter table prepaid.top_up drop constraint top_up_never_overspent,"
            + " drop constraint top_up_closed_is_empty";
    private static final String OWN = "member_id = '{member}'";

    @Autowired
    TestStaff staff;

    @Autowired
    PrepaidGround ground;

    @Autowired
    StoredValue storedValue;

    @Autowired
    Ledger ledger;

    @Autowired
    DSLContext sql;

    @Autowired
    TransactionTemplate transaction;

    private static boolean ruled;
    private String member = "";
    private String other = "";

    static Stream<Crime> crimes() {
        return Stream.of(
                Crime.of("nothing", Set.of(), "select 1"),
                Crime.of(
                        "a payment is removed with its parts",
                        Set.of("balances-are-movements", "top-ups-are-parts", "payments-are-movements"),
                        REWRITABLE,
                        "alter table prepaid.part disable trigger all",
                        "delete from prepaid.part where movement_id = (select movement_id from prepaid.movement where "
                                + OWN + " and kind = 'payment')",
                        "delete from prepaid.movement where " + OWN + " and kind = 'payment'"),
                Crime.of(
                        "more is left of a top-up than its movements make",
                        Set.of("top-ups-are-parts"),
                        "update prepaid.top_up set principal_left = principal_left + 1 where " + OWN
                                + " and state = 'open'"),
                Crime.of(
                        "a bonus without its top-up",
                        Set.of("bonus-has-its-top-up", "top-ups-are-parts"),
                        UNGUARDED,
                        "update prepaid.top_up set bonus_left = 1 where " + OWN + " and state = 'refunded'"),
                Crime.of(
                        "a top-up is said to have brought more bonus",
                        Set.of("bonus-has-its-top-up"),
                        "update prepaid.top_up set gift = gift + 1 where " + OWN + " and state = 'open'"),
                Crime.of(
                        "the cap that held is rewritten",
                        Set.of("within-the-cap"),
                        REWRITABLE,
                        "update prepaid.movement set cap = 1 where " + OWN + " and kind = 'top-up' and number = 1"),
                Crime.of(
                        "something is paid while frozen",
                        Set.of("frozen-stays"),
                        REWRITABLE,
                        "alter table prepaid.movement drop constraint movement_numbered",
                        "update prepaid.movement set number = -number where " + OWN + " and kind = 'unfreeze'",
                        "update prepaid.movement set number = (select max(number) from prepaid.movement where " + OWN
                                + ") + 1 where " + OWN + " and kind = 'unfreeze'"),
                Crime.of(
                        "a frozen account is called free",
                        Set.of("frozen-stays"),
                        "update prepaid.account set frozen = not frozen where " + OWN),
                Crime.of(
                        "more of a payment is said to have come back",
                        Set.of("payments-are-movements"),
                        "update prepaid.payment set principal_back = principal_back + 1 where " + OWN
                                + " and state = 'paid'"),
                Crime.of(
                        "a hold is released behind the back",
                        Set.of("locks-are-holds"),
                        "update ledger.account set held = 0 where " + OWN,
                        "update ledger.hold set state = 'released' where hold_id in"
                                + " (select principal_hold from prepaid.payment where " + OWN + ")"),
                Crime.of(
                        "a lock names another member's hold",
                        Set.of("locks-are-holds"),
                        "update ledger.account set held = held + 4000 where member_id = '{other}' and asset = 'principal'",
                        "insert into ledger.hold (member_id, hold_id, asset, amount, state, placed_at, times_out_at)"
                                + " values ('{other}', '{other}', 'principal', 4000, 'open', now(), now())",
                        "update prepaid.payment set principal_hold = '{other}', principal = 4000 where " + OWN
                                + " and state = 'locked'"),
                Crime.of(
                        "more is paid out than was calculated",
                        Set.of("refunds-as-calculated"),
                        REWRITABLE,
                        UNSIGNED,
                        "update prepaid.movement set money = money - 1 where " + OWN + " and kind = 'refund'"));
    }

    @BeforeEach
    void anAccountWithAHistory() {
        if (!ruled) {
            ground.establish(
                    PrepaidGround.generous(PrepaidPolicy.Spending.PRINCIPAL_FIRST),
                    staff.today().minusMonths(1));
            ruled = true;
        }
        var account = ground.with(1_000);
        member = account.toString();
        other = ground.with(1_000).toString();
        staff.asMachine(() -> {
            storedValue.freeze(account, new Because("报失"), ground.key("freeze"));
            storedValue.unfreeze(account, new Because("找回"), ground.key("unfreeze"));
            var asked = new QuoteRefund(null, RefundGround.CONSUMER, false);
            storedValue.refund(
                    account,
                    new Refund(asked, Money.cny(100_000), PaymentMethod.CASH, null, "test"),
                    ground.key("refund"));
            ground.topUp(account, 200_000);
            ground.pay(account, 5_000);
            return storedValue.lock(new Pay(account, Money.cny(4_000), null, false, null, null), ground.key("lock"));
        });
    }

    @ParameterizedTest
    @MethodSource("crimes")
    void the_proof_names_the_laws_that_a_crime_broke(Crime crime) {
        var seen = crime.seen(
                transaction,
                sql,
                text -> text.replace("{member}", member).replace("{other}", other),
                () -> staff.asMachine(ledger::prove));
        assertThat(seen.keySet())
                .isEqualTo(crime.broken().stream().map("prepaid."::concat).collect(Collectors.toSet()));
        assertThat(staff.asMachine(ledger::prove)).allMatch(LawProof::holds);
    }
}
