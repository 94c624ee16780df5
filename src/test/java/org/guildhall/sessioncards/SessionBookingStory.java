package org.guildhall.sessioncards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.sessioncards.SessionCardCalls.BOOKINGS;
import static org.guildhall.sessioncards.SessionCardCalls.LAW;
import static org.guildhall.sessioncards.SessionCardCalls.book;
import static org.guildhall.testing.Answers.lawsHold;
import static org.guildhall.testing.Answers.ok;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.guildhall.policies.FoundingPolicies;
import org.guildhall.sessioncards.SessionCardsGround.House;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestHttp.Client;
import org.guildhall.testing.TestStaff;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Bookings over HTTP: slots, and all the ends that a booking can have. */
@GuildhallTest
@Import({SessionCardsGround.class, SessionCardsGround.Desks.class})
class SessionBookingStory {

    @Autowired
    TestStaff staff;

    @Autowired
    SessionCardsGround ground;

    @Autowired
    Bookings bookings;

    @Autowired
    MovableClock clock;

    @Autowired
    DSLContext sql;

    @Autowired
    FoundingPolicies founding;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JsonMapper json;

    private House house;
    private Client clerk;

    @BeforeEach
    void a_house_of_its_own() {
        house = ground.fresh();
        clerk = staff.logIn(staff.hire("store", house.store()));
    }

    @Test
    void slots_are_shown_booked_moved_cancelled_and_attended() {
        var card = ground.sell(ground.member()).id();
        var day = staff.today().plusDays(2);
        var ask = BOOKINGS + "/slots?store=" + house.store() + "&service=" + house.massage() + "&day=" + day;
        var slots = ok(clerk.get(ask)).json();
        assertThat(slots).hasSize(29);
        assertThat(slots.path(0).path("staff")).hasSize(2);
        assertThat(slots.path(0).path("places")).hasSize(2);
        var start = ground.at(2, 9);
        var body = book(house, card, start);
        body.put("staff", house.people().getFirst());
        var booked = ok(clerk.post(BOOKINGS, body, "b-1" + card)).json();
        assertThat(ok(clerk.post(BOOKINGS, body, "b-1" + card)).json()).isEqualTo(booked);
        assertThat(booked.path("placeName").asString()).isEqualTo("双人间");
        assertThat(ok(clerk.get(ask)).json().path(0).path("staff")).hasSize(1);
        var path = BOOKINGS + "/" + booked.path("id").asString();
        var other = ground.sell(ground.member()).id();
        var same = new HashMap<>(body);
        same.put("card", other);
        assertThat(clerk.post(BOOKINGS, same, "b-2" + card).code()).isEqualTo("sessioncards.slot-taken");
        assertThat(clerk.post(BOOKINGS, book(house, card, start.plusSeconds(900)), "b-3" + card)
                        .code())
                .as("the member cannot be in two places")
                .isEqualTo("sessioncards.slot-taken");
        assertThat(clerk.post(BOOKINGS, book(house, card, ground.at(2, 17)), "b-4" + card)
                        .code())
                .as("nobody serves after five")
                .isEqualTo("sessioncards.slot-taken");
        assertThat(clerk.post(BOOKINGS, book(house, card, ground.at(2, 18)), "b-5" + card)
                        .code())
                .isEqualTo("sessioncards.store-closed");
        assertThat(clerk.post(BOOKINGS, book(house, card, ground.at(40, 10)), "b-6" + card)
                        .code())
                .isEqualTo("sessioncards.too-far-ahead");
        assertThat(clerk.post(BOOKINGS, book(house, card, start.plusSeconds(60)), "b-7" + card)
                        .text())
                .contains("startsAt", "five-minutes");
        var move = new HashMap<String, Object>(Map.of("startsAt", ground.at(3, 15), "expectedRevision", 2));
        assertThat(clerk.post(path + "/reschedule", move, "b-8" + card).code()).isEqualTo("sessioncards.stale");
        move.put("expectedRevision", 1);
        ok(clerk.post(path + "/reschedule", move, "b-9" + card));
        ok(clerk.post(BOOKINGS, same, "b-10" + card));
        assertThat(clerk.post(path + "/check-in", Map.of(), "b-11" + card).code())
                .isEqualTo("sessioncards.not-its-day");
        later(Duration.ofDays(3), () -> {
            var unsaid = clerk.post(path + "/check-in", Map.of(), "b-12" + card);
            assertThat(unsaid.code()).isEqualTo("sessioncards.not-confirmed");
            assertThat(unsaid.text()).contains("\"field\":\"confirmed\"", "\"clause\":\"4.15\"");
            var showed = Map.of("confirmed", "code");
            var came = ok(clerk.post(path + "/check-in", showed, "b-12" + card)).json();
            assertThat(came.path("state").asString()).isEqualTo("attended");
            assertThat(ok(clerk.post(path + "/check-in", showed, "b-12" + card)).json())
                    .isEqualTo(came);
            assertThat(clerk.post(path + "/check-in", Map.of("confirmed", "signature"), "b-12" + card)
                            .code())
                    .as("what was recorded is not said otherwise under the same key")
                    .isEqualTo("sessioncards.act-differs");
            assertThat(ground.facts(card).getLast().confirmed()).isEqualTo(Confirmation.CODE);
            assertThat(clerk.post(path + "/cancel", Map.of("by", "house", "reason", "x"), "b-13" + card)
                            .code())
                    .isEqualTo("sessioncards.booking-ended");
            var share = ground.share(card, house.massage());
            assertThat(share.used()).isEqualTo(1);
            assertThat(share.held()).isZero();
        });
        lawsHold(staff.logIn("lead"), LAW);
    }

    @Test
    void late_cancellations_and_no_shows_end_as_the_rules_say_and_the_night_ends_the_rest() {
        var card = ground.sell(ground.member()).id();
        var late = ground.book(card, house.massage(), ground.at(1, 9)).id();
        var missed = ground.book(card, house.massage(), ground.at(0, 11)).id();
        var forgotten = ground.book(card, house.massage(), ground.at(0, 14)).id();
        var byHouse = ground.book(card, house.lesson(), ground.at(0, 16)).id();
        var cancelled = ok(clerk.post(
                        BOOKINGS + "/" + late + "/cancel", Map.of("by", "member", "reason", "加班"), "n-1" + card))
                .json();
        assertThat(cancelled.path("state").asString())
                .as("less than a day before")
                .isEqualTo("late-cancelled");
        assertThat(ground.share(card, house.massage()).used())
                .as("the rules take none")
                .isZero();
        assertThat(clerk.post(
                                BOOKINGS + "/" + missed + "/reschedule",
                                Map.of("startsAt", ground.at(2, 10), "expectedRevision", 1),
                                "n-2" + card)
                        .code())
                .isEqualTo("sessioncards.too-late-to-move");
        ok(clerk.post(BOOKINGS + "/" + byHouse + "/cancel", Map.of("by", "house", "reason", "停电"), "n-3" + card));
        assertThat(clerk.post(BOOKINGS + "/" + missed + "/no-show", Map.of(), "n-4" + card)
                        .code())
                .isEqualTo("sessioncards.still-waited-for");
        later(Duration.ofMinutes(95), () -> {
            assertThat(clerk.post(
                                    BOOKINGS + "/" + missed + "/cancel",
                                    Map.of("by", "member", "reason", "忘了"),
                                    "n-5" + card)
                            .code())
                    .isEqualTo("sessioncards.has-begun");
            ok(clerk.post(BOOKINGS + "/" + missed + "/no-show", Map.of(), "n-6" + card));
        });
        later(Duration.ofDays(1), () -> {
            bookings.markNoShows();
            assertThat(ok(clerk.get(BOOKINGS + "/" + forgotten))
                            .json()
                            .path("state")
                            .asString())
                    .isEqualTo("no-show");
            assertThat(staff.asMachine(() -> bookings.markNoShows()))
                    .as("run again, it finds none")
                    .isZero();
        });
        assertThat(ground.share(card, house.massage()).used()).isEqualTo(2);
        var takings = ok(clerk.get(BOOKINGS + "?card=" + card + "&state=no-show&store=" + house.store()))
                .json();
        assertThat(takings.path("items")).hasSize(2);
        lawsHold(staff.logIn("lead"), LAW);
    }

    @Test
    void who_is_still_waited_for_at_midnight_keeps_none_behind_from_ending() {
        var late = ground.book(ground.sell(ground.member()).id(), house.lesson(), ground.at(0, 14))
                .id();
        var missed = ground.book(ground.sell(ground.member()).id(), house.lesson(), ground.at(0, 15))
                .id();
        var midnight = ground.at(1, 0);
        sql.execute(
                "update sessioncards.booking set starts_at = ?::timestamptz, ends_at = ?::timestamptz where booking_id = ?",
                midnight.minusSeconds(600).toString(),
                midnight.plusSeconds(1_200).toString(),
                late);
        later(Duration.between(clock.instant(), midnight.plusSeconds(300)), () -> {
            staff.asMachine(() -> bookings.markNoShows());
            assertThat(state(missed)).isEqualTo("no-show");
            assertThat(state(late)).isEqualTo("booked");
        });
        later(Duration.between(clock.instant(), midnight.plusSeconds(1_800)), () -> {
            staff.asMachine(() -> bookings.markNoShows());
            assertThat(state(late)).isEqualTo("no-show");
        });
        lawsHold(staff.logIn("lead"), LAW);
    }

    @Test
    void until_when_a_booking_is_moved_freely_the_screen_and_the_move_say_alike() {
        var tomorrow = staff.today().plusDays(1);
        establish(tomorrow, 1);
        try {
            var card = ground.sell(ground.member()).id();
            var booked = ground.book(card, house.massage(), ground.at(1, 9));
            assertThat(booked.freeUntil()).isEqualTo(ground.at(1, 8));
            ok(clerk.post(
                    BOOKINGS + "/" + booked.id() + "/reschedule",
                    Map.of("startsAt", ground.at(1, 11), "expectedRevision", 1),
                    "f-1" + card));
        } finally {
            establish(tomorrow, SessionCardPolicy.DEFAULT.bookings().freeHours());
        }
    }

    private void establish(LocalDate from, int freeHours) {
        var now = SessionCardPolicy.DEFAULT;
        var rules = now.bookings();
        var changed = new SessionCardPolicy(
                now.sales(),
                new SessionCardPolicy.Bookings(
                        rules.daysAhead(),
                        rules.mostOpen(),
                        freeHours,
                        rules.lateCancelTakes(),
                        rules.noShowTakes(),
                        rules.noShowMinutes()),
                now.refunds(),
                now.uses(),
                now.unlimited(),
                now.reactivation());
        var body = json.convertValue(changed, new TypeReference<Map<String, Object>>() {});
        staff.asMachine(() -> transaction.execute(status -> {
            founding.establish(SessionCardPolicy.KIND.code(), body, from, "test");
            return true;
        }));
    }

    private String state(UUID booking) {
        return ok(clerk.get(BOOKINGS + "/" + booking)).json().path("state").asString();
    }

    /** So much later, by a clerk who logs in then, since earlier sessions are over. */
    private void later(Duration by, Runnable then) {
        SessionCardCalls.later(clock, by, () -> {
            clerk = staff.logIn(staff.hire("store", house.store()));
            then.run();
        });
        clerk = staff.logIn(staff.hire("store", house.store()));
    }
}
