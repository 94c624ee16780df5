package org.guildhall.sessioncards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.sessioncards.SessionCardCalls.CARDS;
import static org.guildhall.sessioncards.SessionCardCalls.fen;
import static org.guildhall.sessioncards.SessionCardCalls.ground;
import static org.guildhall.sessioncards.SessionCardsGround.LESSONS;
import static org.guildhall.sessioncards.SessionCardsGround.MASSAGES;
import static org.guildhall.sessioncards.SessionCardsGround.PRICE;
import static org.guildhall.testing.Answers.ok;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.guildhall.sessioncards.ProductDetails.Starts;
import org.guildhall.sessioncards.SessionCardsGround.House;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestHttp.Client;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** What is owed on session cards is part of what the company owes, as of any day, over HTTP. */
@GuildhallTest
@Import({SessionCardsGround.class, SessionCardsGround.Desks.class})
class SessionCardsOwedStory {

    private static final String REPORT = "/api/finance/liability";
    private static final int SESSIONS = MASSAGES + LESSONS;

    @Autowired
    TestStaff staff;

    @Autowired
    SessionCardsGround ground;

    @Autowired
    MovableClock clock;

    @Test
    void each_day_knows_what_was_left_then_and_adds_up_to_what_the_cards_say() {
        var house = ground.fresh();
        var kept = ground.sell(ground.member()).id();
        var refunded = ground.sell(ground.member()).id();
        var today = staff.today();
        SessionCardCalls.later(clock, Duration.ofDays(1), () -> {
            ground.use(kept, house.massage());
            var booking = ground.book(kept, house.lesson(), ground.at(2, 10));
            assertThat(booking.state()).isEqualTo(BookingView.State.BOOKED);
            refund(house, refunded);
            var lead = staff.logIn("lead");
            assertThat(line(lead, house, today))
                    .as("nothing was used by then")
                    .isEqualTo("2 cards, " + 2 * SESSIONS + " sessions, 199998 - 0 = 199998");
            var worth = ground.facts(kept).get(1).worth().minor();
            assertThat(worth).isBetween(1L, PRICE - 1);
            assertThat(line(lead, house, today.plusDays(1)))
                    .as("the booked session is still owed, the refunded card is not")
                    .isEqualTo("1 cards, " + (SESSIONS - 1) + " sessions, " + PRICE + " - " + worth + " = "
                            + (PRICE - worth));
            assertThat(line(lead, house, today.minusDays(1))).isEqualTo("none");
        });
        // So far on that nothing another story did later is still to come.
        SessionCardCalls.later(clock, Duration.ofDays(4_000), () -> whole(staff.logIn("lead"), staff.today()));
    }

    @Test
    void a_card_that_is_over_is_owed_all_the_same_and_the_report_says_why_and_comes_as_a_file() {
        var house = ground.build(Starts.SALE);
        ground.sell(ground.member(), house);
        SessionCardCalls.later(clock, Duration.ofDays(1_100), () -> {
            var lead = staff.logIn("lead");
            assertThat(line(lead, house, staff.today()))
                    .isEqualTo("1 cards, " + SESSIONS + " sessions, " + PRICE + " - 0 = " + PRICE);
            var why = ok(lead.get(REPORT)).json().path("sessionCards").path("why");
            assertThat(why.path("code").asString()).isEqualTo("sessioncards.owed");
            assertThat(why.path("source").path("clause").asString()).isEqualTo("4.15");
            assertThat(why.path("parts").findValuesAsString("code"))
                    .contains("sessioncards.owed-split", "sessioncards.owed-line");
            assertThat(ok(lead.get(REPORT + "/file")).text())
                    .contains("计次卡负债,,", "计次卡 · " + house.product().details().name() + ",,10,999.99");
        });
    }

    /** The sum is that of the lines, of the explanation, and of the cards themselves. */
    private static void whole(Client lead, LocalDate day) {
        var owed = report(lead, day);
        long sum = owed.path("products")
                .valueStream()
                .mapToLong(line -> minor(line, "owed"))
                .sum();
        assertThat(minor(owed, "owed"))
                .isEqualTo(sum)
                .isEqualTo(minor(owed.path("why").path("facts"), "owed"))
                .isEqualTo(minor(ok(lead.get(CARDS + "/owed")).json(), "owed"));
        assertThat(owed.path("sessions").asLong())
                .isEqualTo(ok(lead.get(CARDS + "/owed")).json().path("sessions").asLong());
    }

    private void refund(House house, UUID card) {
        var refund =
                Map.of("asked", ground("merchant"), "expected", fen(PRICE), "store", house.store(), "reason", "停业");
        ok(staff.logIn("svc").post(CARDS + "/" + card + "/refund", refund, "o-" + card));
    }

    private static String line(Client lead, House house, LocalDate day) {
        return report(lead, day)
                .path("products")
                .valueStream()
                .filter(line -> line.path("product")
                        .asString()
                        .equals(house.product().id().toString()))
                .map(line -> line.path("cards").asLong() + " cards, "
                        + line.path("sessions").asLong() + " sessions, " + minor(line, "paid") + " - "
                        + minor(line, "used") + " = " + minor(line, "owed"))
                .findFirst()
                .orElse("none");
    }

    private static JsonNode report(Client lead, LocalDate day) {
        return ok(lead.get(REPORT + "?asOf=" + day)).json().path("sessionCards");
    }

    private static long minor(JsonNode of, String money) {
        return of.path(money).path("minor").asLong();
    }
}
