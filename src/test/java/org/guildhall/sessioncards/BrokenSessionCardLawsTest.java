package org.guildhall.sessioncards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Stream;
import org.guildhall.ledger.LawProof;
import org.guildhall.ledger.Ledger;
import org.guildhall.prepaid.RefundGround;
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
@Import({SessionCardsGround.class, SessionCardsGround.Desks.class})
class BrokenSessionCardLawsTest {

    private static final String FACTS = "alter table sessioncards.fact disable trigger all";
    private static final String CARDS = "alter table sessioncards.card disable trigger all";
    private static final String SHARES = "alter table sessioncards.share disable trigger all";
    private static final String COUNTS = "sessioncards.counts-are-facts";
    private static final String OVERDRAWN = "sessioncards.never-overdrawn";
    private static final String PRICES = "sessioncards.prices-add-up";
    private static final String DAYS = "sessioncards.days-as-bought";
    private static final String TWICE = "sessioncards.nobody-twice";
    private static final String HOLDS = "sessioncards.bookings-hold-sessions";
    private static final String REFUNDS = "sessioncards.refunds-as-calculated";

    @Autowired
    TestStaff staff;

    @Autowired
    SessionCardsGround ground;

    @Autowired
    SessionCards cards;

    @Autowired
    Ledger ledger;

    @Autowired
    DSLContext sql;

    @Autowired
    TransactionTemplate transaction;

    private String used = "";
    private String booked = "";
    private String other = "";
    private String refunded = "";
    private String unlimited = "";

    static Stream<Crime> crimes() {
        return Stream.of(
                Crime.of("nothing", Set.of(), "select 1"),
                Crime.of(
                        "a used session is back on the card",
                        Set.of(COUNTS),
                        "update sessioncards.share set used = used - 1 where card_id = '{used}' and used > 0"),
                Crime.of(
                        "a use is forgotten",
                        Set.of(COUNTS),
                        FACTS,
                        "delete from sessioncards.fact where card_id = '{used}' and kind = 'used'"),
                Crime.of(
                        "a session is worth a fen less",
                        Set.of(COUNTS),
                        FACTS,
                        "update sessioncards.fact set worth = worth - 1 where card_id = '{used}' and kind = 'used'"),
                Crime.of(
                        "more is used than was sold",
                        Set.of(COUNTS, OVERDRAWN),
                        "alter table sessioncards.share drop constraint share_never_overdrawn",
                        "update sessioncards.share set used = sessions + 1 where card_id = '{used}' and used > 0"),
                Crime.of(
                        "a refunded card is good again",
                        Set.of(OVERDRAWN),
                        "update sessioncards.card set refunded = false where card_id = '{refunded}'"),
                Crime.of(
                        "a card became cheaper after it was sold",
                        Set.of(PRICES),
                        CARDS,
                        "update sessioncards.card set price = price - 1 where card_id = '{used}'"),
                Crime.of(
                        "a part of the price is gone",
                        Set.of(PRICES),
                        SHARES,
                        "update sessioncards.share set price = price - 7 where card_id = '{used}' and used = 0"),
                Crime.of(
                        "a card of unlimited use lasts a day longer than anybody said",
                        Set.of(DAYS),
                        "update sessioncards.card set last_day = last_day + 1 where card_id = '{unlimited}'"),
                Crime.of(
                        "the days of a card of unlimited use began a day early",
                        Set.of(DAYS),
                        FACTS,
                        "update sessioncards.fact set last_day = last_day - 1 where card_id = '{unlimited}' and kind = 'used'",
                        "update sessioncards.card set last_day = last_day - 1 where card_id = '{unlimited}'"),
                Crime.of(
                        "a card of unlimited use has a number of sessions",
                        Set.of(DAYS),
                        SHARES,
                        "update sessioncards.share set sessions = 5, price = price where card_id = '{unlimited}' and used = 0"),
                Crime.of(
                        "it was used twice on a day that allows one use",
                        Set.of(DAYS),
                        CARDS,
                        "update sessioncards.card set daily = 1 where card_id = '{unlimited}'"),
                Crime.of(
                        "two are booked with one person",
                        Set.of(TWICE),
                        "alter table sessioncards.booking drop constraint booking_staff_once",
                        "alter table sessioncards.booking drop constraint booking_place_once",
                        "update sessioncards.booking o set staff_id = b.staff_id, place_id = b.place_id, seat = b.seat + 1"
                                + " from sessioncards.booking b where b.booking_id = '{booked}' and o.booking_id = '{other}'"),
                Crime.of(
                        "two are booked on one seat",
                        Set.of(TWICE),
                        "alter table sessioncards.booking drop constraint booking_place_once",
                        "update sessioncards.booking o set place_id = b.place_id, seat = b.seat"
                                + " from sessioncards.booking b where b.booking_id = '{booked}' and o.booking_id = '{other}'"),
                Crime.of(
                        "a booking ended and nobody said how",
                        Set.of(HOLDS),
                        "update sessioncards.booking set state = 'cancelled' where booking_id = '{booked}'"),
                Crime.of(
                        "a member is counted with one booking less",
                        Set.of(HOLDS),
                        "update sessioncards.booker m set open = 0 from sessioncards.booking b"
                                + " where b.booking_id = '{booked}' and m.member_id = b.member_id"),
                Crime.of(
                        "a fen more was paid back",
                        Set.of(REFUNDS),
                        FACTS,
                        "update sessioncards.fact set money = money - 1 where card_id = '{refunded}' and kind = 'refunded'"),
                Crime.of(
                        "a refund was calculated from fewer uses",
                        Set.of(REFUNDS),
                        FACTS,
                        "update sessioncards.fact set inputs = jsonb_set(inputs, '{parts,0,used}', '0')"
                                + " where card_id = '{refunded}' and kind = 'refunded'"));
    }

    @BeforeEach
    void cards_used_booked_and_refunded() {
        var house = ground.fresh();
        used = ground.sell(ground.member()).id().toString();
        ground.use(java.util.UUID.fromString(used), house.massage());
        var start = ground.at(2, 10);
        booked = ground.book(ground.sell(ground.member()).id(), house.massage(), start)
                .id()
                .toString();
        other = ground.book(ground.sell(ground.member()).id(), house.massage(), start)
                .id()
                .toString();
        var card = ground.sell(ground.member()).id();
        ground.use(card, house.massage());
        var asked = new QuoteCardRefund(RefundGround.CONSUMER, false);
        var quote = staff.asMachine(() -> cards.quote(card, asked));
        staff.asMachine(() -> cards.refund(
                card, new RefundCard(asked, quote.refund(), house.store(), "搬家"), SessionCardsGround.key()));
        refunded = card.toString();
        var product = ground.unlimited(house, ProductDetails.Starts.FIRST_USE, 30, 2);
        var daily = ground.sell(ground.member(), product).id();
        ground.use(daily, house.massage());
        ground.use(daily, house.massage());
        unlimited = daily.toString();
    }

    @ParameterizedTest
    @MethodSource("crimes")
    void the_proof_names_the_laws_that_a_crime_broke(Crime crime) {
        var seen = crime.seen(transaction, sql, this::named, () -> staff.asMachine(ledger::prove));
        assertThat(seen.keySet()).isEqualTo(crime.broken());
        assertThat(staff.asMachine(ledger::prove)).allMatch(LawProof::holds);
    }

    private String named(String text) {
        return text.replace("{used}", used)
                .replace("{booked}", booked)
                .replace("{other}", other)
                .replace("{refunded}", refunded)
                .replace("{unlimited}", unlimited);
    }
}
