package org.guildhall.lottery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.guildhall.ledger.LawProof;
import org.guildhall.ledger.Ledger;
import org.guildhall.lottery.LotteryGround.Limits;
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
@Import({LotteryGround.class, LotteryGround.Shops.class})
class BrokenLotteryLawsTest {

    private static final String DRAWS = "alter table lottery.draw disable trigger all";
    private static final String PRIZES = "alter table lottery.prize disable trigger all";
    private static final String LOTTERY = "alter table lottery.lottery disable trigger all";
    private static final String FIRST = "draw_id = '{first}'";
    private static final String OF_IT = "lottery_id = '{lottery}'";

    @Autowired
    TestStaff staff;

    @Autowired
    LotteryGround ground;

    @Autowired
    Draws draws;

    @Autowired
    Ledger ledger;

    @Autowired
    DSLContext sql;

    @Autowired
    TransactionTemplate transaction;

    private String first = "";
    private String cancelled = "";
    private String lottery = "";
    private String other = "";

    static Stream<Crime> crimes() {
        return Stream.of(
                Crime.of("nothing", Set.of(), "select 1"),
                Crime.of(
                        "the odds of a published prize are raised",
                        Set.of("lottery.odds-sum-to-one"),
                        PRIZES,
                        "update lottery.prize set odds = odds + 1 where code = 'NONE' and " + OF_IT),
                Crime.of(
                        "odds are moved from one prize to another",
                        Set.of("lottery.draws-recompute"),
                        PRIZES,
                        "update lottery.prize set odds = 0 where code = 'THING' and " + OF_IT,
                        "update lottery.prize set odds = 1000000 where code = 'NONE' and " + OF_IT),
                Crime.of(
                        "one more is given than there are",
                        Set.of("lottery.within-stock"),
                        DRAWS,
                        "update lottery.draw set given = drawn where hit = 3 and " + OF_IT),
                Crime.of(
                        "a winner goes empty",
                        Set.of("lottery.within-stock"),
                        DRAWS,
                        "update lottery.draw set given = 1 where " + FIRST),
                Crime.of(
                        "a ticket is changed",
                        Set.of("lottery.draws-recompute"),
                        DRAWS,
                        "update lottery.draw set ticket = (ticket + 1) % 1000000 where " + FIRST),
                Crime.of(
                        "a draw is said to be somebody else's",
                        Set.of("lottery.draws-recompute"),
                        DRAWS,
                        "update lottery.draw set participant = '0000000000000000' where " + FIRST),
                Crime.of(
                        "the lottery is said to have drawn by another seed",
                        Set.of("lottery.draws-recompute"),
                        LOTTERY,
                        "update lottery.lottery set commitment = sha256('another') where " + OF_IT),
                Crime.of(
                        "a draw is made cheaper",
                        Set.of("lottery.paid-as-stated"),
                        DRAWS,
                        "update lottery.draw set points = points - 1 where " + FIRST),
                Crime.of(
                        "a draw is said to have been free",
                        Set.of("lottery.draws-are-counted"),
                        DRAWS,
                        "alter table lottery.draw drop constraint draw_paid",
                        "update lottery.draw set free = true, points = 0, posting_id = null where " + FIRST),
                Crime.of(
                        "the price is raised afterwards",
                        Set.of("lottery.paid-as-stated"),
                        LOTTERY,
                        "update lottery.lottery set points = points + 1 where " + OF_IT),
                Crime.of(
                        "what a cancelled draw cost did not come back",
                        Set.of("lottery.paid-as-stated"),
                        "alter table lottery.ending disable trigger all",
                        "update lottery.ending set back_posting = null where draw_id = '{cancelled}'"),
                Crime.of(
                        "a cancellation is forgotten",
                        Set.of("lottery.draws-are-counted"),
                        "alter table lottery.ending disable trigger all",
                        "delete from lottery.ending where draw_id = '{cancelled}'"),
                Crime.of(
                        "a losing draw disappears",
                        Set.of("lottery.draws-are-counted"),
                        DRAWS,
                        "delete from lottery.draw where draw_id = '{other}'"),
                Crime.of(
                        "a member is said to have drawn less often on the day",
                        Set.of("lottery.draws-are-counted"),
                        "update lottery.entrant_day set draws = draws - 1 where draws > 0 and " + OF_IT));
    }

    /** A prize of two pieces that everybody hits, drawn three times and once more and cancelled; a lottery of nothing. */
    @BeforeEach
    void lotteriesThatWereDrawnIn() {
        var thing = LotteryGround.prize("THING", new Award.OfThing(5), 1_000_000, 2L);
        var id = ground.open(ground.details(10, new Limits(0, 9, null), thing, LotteryGround.nothing(0)));
        var member = ground.memberWith(100);
        first = ground.draw(id, member).draw().id().toString();
        var second = ground.draw(id, member).draw().id();
        staff.asMachine(() -> draws.cancel(second, new CancelDraw("破损"), "crime|" + UUID.randomUUID()));
        ground.draw(id, member);
        cancelled = second.toString();
        lottery = id.toString();
        var empty = ground.open(ground.details(10, new Limits(0, 9, null), LotteryGround.nothing(1_000_000)));
        other = ground.draw(empty, member).draw().id().toString();
    }

    @ParameterizedTest
    @MethodSource("crimes")
    void the_proof_names_the_laws_that_a_crime_broke(Crime crime) {
        var seen = crime.seen(transaction, sql, this::named, () -> staff.asMachine(ledger::prove));
        assertThat(seen.keySet()).isEqualTo(crime.broken());
        assertThat(staff.asMachine(ledger::prove)).allMatch(LawProof::holds);
    }

    private String named(String text) {
        return text.replace("{first}", first)
                .replace("{cancelled}", cancelled)
                .replace("{lottery}", lottery)
                .replace("{other}", other);
    }
}
