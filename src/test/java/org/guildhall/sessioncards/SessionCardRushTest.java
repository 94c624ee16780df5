package org.guildhall.sessioncards;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.guildhall.ledger.LawProof;
import org.guildhall.ledger.Ledger;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Many at once: a slot is booked once, the last session is used once, and a key does it once. */
@GuildhallTest
@Import({SessionCardsGround.class, SessionCardsGround.Desks.class})
class SessionCardRushTest {

    private static final int THREADS = 16;

    @Autowired
    TestStaff staff;

    @Autowired
    SessionCardsGround ground;

    @Autowired
    SessionCards cards;

    @Autowired
    Bookings bookings;

    @Autowired
    Ledger ledger;

    @BeforeEach
    void a_house_where_nothing_is_booked() {
        ground.fresh();
    }

    @AfterEach
    void every_law_holds() {
        assertThat(staff.asMachine(ledger::prove)).allMatch(LawProof::holds);
    }

    @Test
    void one_staff_member_asked_for_by_many_at_the_same_time_is_booked_once() throws Exception {
        var house = ground.house();
        var who = house.people().getFirst();
        var start = ground.at(3, 10);
        var wanted = cardsOf(24).stream()
                .<Callable<String>>map(card -> () -> ground.outcome(() ->
                        bookings.book(new BookSession(card, house.massage(), house.store(), start, who, null), key())))
                .toList();
        var answers = atOnce(wanted);
        assertThat(answers).filteredOn("done"::equals).hasSize(1);
        assertThat(answers).filteredOn("sessioncards.slot-taken"::equals).hasSize(23);
    }

    @Test
    void as_many_are_booked_as_there_are_people_and_places_and_overlapping_times_do_not_slip_between()
            throws Exception {
        var house = ground.house();
        var cardsOfAll = cardsOf(30);
        var calls = new ArrayList<Callable<String>>();
        for (int i = 0; i < 30; i++) {
            var card = cardsOfAll.get(i);
            Instant start = ground.at(4, 10).plusSeconds(900L * (i % 3));
            calls.add(() -> ground.outcome(() -> bookings.book(ground.booking(card, house.massage(), start), key())));
        }
        assertThat(atOnce(calls))
                .filteredOn("done"::equals)
                .as("two people, whatever the quarter")
                .hasSize(2);
    }

    @Test
    void the_last_session_used_at_many_counters_at_once_is_used_once() throws Exception {
        var house = ground.house();
        var card = ground.sell(ground.member()).id();
        for (int i = 1; i < SessionCardsGround.MASSAGES; i++) {
            ground.use(card, house.massage());
        }
        var command = new UseSession(house.massage(), house.store(), null, Confirmation.IN_PERSON);
        var calls = new ArrayList<Callable<String>>();
        for (int i = 0; i < 40; i++) {
            Instant start = ground.at(5 + i % 3, 10);
            boolean books = i % 4 == 0;
            calls.add(() -> ground.outcome(() -> books
                    ? bookings.book(ground.booking(card, house.massage(), start), key())
                    : cards.use(card, command, key())));
        }
        assertThat(atOnce(calls)).filteredOn("done"::equals).hasSize(1);
        var share = ground.share(card, house.massage());
        assertThat(share.left()).isZero();
        assertThat(share.used() + share.held()).isEqualTo(SessionCardsGround.MASSAGES);
    }

    @Test
    void the_same_key_sent_many_times_at_once_sells_uses_and_books_once() throws Exception {
        var house = ground.house();
        var member = ground.member();
        var sale = ground.sale(member);
        var key = key();
        assertThat(atOnce(times(24, () -> cards.sell(sale, key)))).containsOnly("done");
        var card = staff.asMachine(() -> cards.sell(sale, key)).id();
        assertThat(staff.asMachine(() ->
                                cards.list(new CardQuery(member.value(), null, null, null, null, null, null, null)))
                        .items())
                .hasSize(1);
        var use = new UseSession(house.massage(), house.store(), null, Confirmation.IN_PERSON);
        assertThat(atOnce(times(24, () -> cards.use(card, use, key)))).containsOnly("done");
        var booking = ground.booking(card, house.massage(), ground.at(9, 10));
        assertThat(atOnce(times(24, () -> bookings.book(booking, key)))).containsOnly("done");
        var booked = staff.asMachine(() -> bookings.book(booking, key)).id();
        var cancel = new CancelBooking(CancelBooking.By.HOUSE, "停电");
        assertThat(atOnce(times(24, () -> bookings.cancel(booked, cancel, key))))
                .containsOnly("done");
        var share = ground.share(card, house.massage());
        assertThat(share.used()).isEqualTo(1);
        assertThat(share.held()).isZero();
    }

    @Test
    void one_members_many_cards_never_book_more_than_may_be_open() throws Exception {
        var house = ground.house();
        var member = ground.member();
        var calls = new ArrayList<Callable<String>>();
        for (int i = 0; i < 18; i++) {
            var card = ground.sell(member).id();
            Instant start = ground.at(11 + i / 6, 9 + i % 6);
            calls.add(() -> ground.outcome(() -> bookings.book(ground.booking(card, house.lesson(), start), key())));
        }
        var answers = atOnce(calls);
        assertThat(answers).filteredOn("done"::equals).hasSize(5);
        assertThat(answers).filteredOn("sessioncards.too-many-bookings"::equals).hasSize(13);
    }

    private List<UUID> cardsOf(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> ground.sell(ground.member()).id())
                .toList();
    }

    private List<Callable<String>> times(int count, java.util.function.Supplier<?> work) {
        return IntStream.range(0, count)
                .<Callable<String>>mapToObj(i -> () -> ground.outcome(work))
                .toList();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static List<String> atOnce(List<Callable<String>> calls) throws Exception {
        try (var pool = Executors.newFixedThreadPool(THREADS)) {
            var answers = new ArrayList<String>();
            for (Future<String> answer : pool.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
