package org.guildhall.cashback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.cashback.CashbackGround.line;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.guildhall.kernel.Money;
import org.guildhall.ledger.LawProof;
import org.guildhall.ledger.Ledger;
import org.guildhall.loyalty.ReturnedLine;
import org.guildhall.testing.Crime;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestStaff;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody with all power over the database: the proof names the laws that no longer hold, and no others. */
@GuildhallTest
@Import({CashbackGround.class, CashbackGround.Desks.class, CashbackGround.Rules.class})
class BrokenCashbackLawsTest {

    private static final String REBATES = "alter table cashback.rebate disable trigger all";
    private static final String SHARES = "alter table cashback.share disable trigger all";
    private static final String BONDS = "alter table cashback.bond disable trigger all";
    private static final String PAYMENTS = "alter table cashback.payment disable trigger all";
    private static final String CREDITS = "alter table cashback.credit disable trigger all";

    @Autowired
    TestStaff staff;

    @Autowired
    CashbackGround ground;

    @Autowired
    Ledger ledger;

    @Autowired
    DSLContext sql;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MovableClock clock;

    private String paid = "";
    private String promoted = "";
    private String settled = "";
    private String member = "";

    static Stream<Crime> crimes() {
        return Stream.of(
                Crime.of("nothing", Set.of(), "select 1"),
                Crime.of(
                        "a rebate is raised",
                        Set.of("cashback.rebates-add-up", "cashback.as-recomputed"),
                        "update cashback.rebate set current = current + 1, earned = earned + 1 where rebate_id = '{settled}'"),
                Crime.of(
                        "more is said to be booked",
                        Set.of("cashback.rebates-add-up", "cashback.balances-are-credits"),
                        "update cashback.rebate set credited = credited + 1 where rebate_id = '{settled}'"),
                Crime.of(
                        "a step is forgotten",
                        Set.of("cashback.rebates-add-up"),
                        SHARES,
                        "delete from cashback.share where rebate_id = '{settled}' and line_number = 1 and step = 2"),
                Crime.of(
                        "the first step is forgotten",
                        Set.of("cashback.within-percent"),
                        SHARES,
                        "delete from cashback.share where rebate_id = '{settled}' and line_number = 1 and step = 1"),
                Crime.of(
                        "a line brings more than its percent",
                        Set.of("cashback.within-percent"),
                        SHARES,
                        "alter table cashback.share drop constraint share_within_its_percent",
                        "update cashback.share set basis_points = basis_points - 1"
                                + " where rebate_id = '{settled}' and line_number = 1 and step = 2"),
                Crime.of(
                        "a credit is forgotten",
                        Set.of("cashback.rebates-add-up"),
                        CREDITS,
                        "delete from cashback.credit where rebate_id = '{settled}'"),
                Crime.of(
                        "a use is forgotten",
                        Set.of("cashback.balances-are-credits"),
                        "alter table cashback.use disable trigger all",
                        "delete from cashback.use where member_id = '{member}'"),
                Crime.of(
                        "it was credited before its day",
                        Set.of("cashback.not-before-its-day"),
                        REBATES,
                        "update cashback.rebate set settles_on = settled_on + 1 where rebate_id = '{settled}'"),
                Crime.of(
                        "it is somebody else's",
                        Set.of("cashback.balances-are-credits", "cashback.as-recomputed"),
                        REBATES,
                        "alter table cashback.rebate drop constraint rebate_own_or_anothers",
                        "update cashback.rebate set member_id = gen_random_uuid() where rebate_id = '{settled}'"),
                Crime.of(
                        "a commission goes to somebody else",
                        Set.of("cashback.commissions-follow-bonds", "cashback.as-recomputed"),
                        REBATES,
                        "update cashback.rebate set member_id = gen_random_uuid() where purchase_id ="
                                + " (select purchase_id from cashback.rebate where rebate_id = '{settled}') and level = 1"),
                Crime.of(
                        "two recommended one another",
                        Set.of("cashback.no-rings", "cashback.as-recomputed"),
                        BONDS,
                        "insert into cashback.bond (customer_id, step, bond_id, promoter_id, reason, content_hash, occurred_at,"
                                + " recorded_at, actor) select promoter_id, 1, gen_random_uuid(), '{promoted}', '',"
                                + " gen_random_uuid(), occurred_at, recorded_at, actor"
                                + " from cashback.bond where customer_id = '{member}'",
                        "insert into cashback.bond (customer_id, step, bond_id, promoter_id, reason, content_hash, occurred_at,"
                                + " recorded_at, actor) select '{promoted}', 1, gen_random_uuid(), promoter_id, '',"
                                + " gen_random_uuid(), occurred_at, recorded_at, actor"
                                + " from cashback.bond where customer_id = '{member}'"),
                Crime.of(
                        "somebody recommended without having agreed",
                        Set.of("cashback.promoters-consented"),
                        "alter table cashback.promoter disable trigger all",
                        "alter table cashback.promoter drop constraint promoter_consented",
                        "update cashback.promoter set consent = false where member_id ="
                                + " (select promoter_id from cashback.bond where customer_id = '{member}')"),
                Crime.of(
                        "somebody says they were paid less",
                        Set.of("cashback.balances-are-credits", "cashback.payouts-within-due"),
                        PAYMENTS,
                        "alter table cashback.payment drop constraint payment_kind_known",
                        "update cashback.payment set total = before where member_id = '{paid}'"),
                Crime.of(
                        "more was paid than was agreed to",
                        Set.of("cashback.payouts-within-due", "cashback.payouts-add-up"),
                        "alter table cashback.payout_line disable trigger all",
                        "alter table cashback.payout_line drop constraint payout_line_all_or_nothing",
                        "update cashback.payout_line set proposed = proposed - 1 where member_id = '{paid}'"),
                Crime.of(
                        "it was paid although nobody agreed",
                        Set.of("cashback.payouts-add-up"),
                        "update cashback.payout set state = 'dropped' where payout_id ="
                                + " (select payout_id from cashback.payment where member_id = '{paid}')"),
                Crime.of(
                        "a return is forgotten",
                        Set.of("cashback.as-recomputed"),
                        "insert into loyalty.voiding (member_id, fact_id, recorded_at)"
                                + " select member_id, return_id, now() from loyalty.return where member_id = '{member}'"));
    }

    @BeforeEach
    void oneSettled() {
        var buyer = ground.member();
        member = buyer.toString();
        ground.bind(buyer, ground.promoter(70), 69);
        promoted = ground.promoter(70).toString();
        var at = clock.instant().minus(Duration.ofDays(9));
        var number = ground.buy(buyer, at, line("cb-tea", 100_000), line("cb-silk", 8_000));
        ground.giveBack(buyer, at.plusSeconds(60), number, new ReturnedLine(1, 1, Money.cny(40_000)));
        ground.settle();
        settled = ground.rebate(buyer, number).id().toString();
        ground.use(buyer, 300);
        paid = ground.paidPromoter().toString();
    }

    @ParameterizedTest
    @MethodSource("crimes")
    void the_proof_names_the_laws_that_a_crime_broke(Crime crime) {
        var seen = crime.seen(
                transaction,
                sql,
                text -> text.replace("{settled}", settled)
                        .replace("{member}", member)
                        .replace("{promoted}", promoted)
                        .replace("{paid}", paid),
                () -> staff.asMachine(ledger::prove));
        assertThat(seen.keySet().stream().filter(law -> law.startsWith("cashback.")))
                .containsExactlyInAnyOrderElementsOf(crime.broken());
        assertThat(staff.asMachine(ledger::prove)).allMatch(LawProof::holds);
    }
}
