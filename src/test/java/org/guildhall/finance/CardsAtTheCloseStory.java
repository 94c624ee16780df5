package org.guildhall.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.testing.Answers.ok;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.guildhall.kernel.Money;
import org.guildhall.sessioncards.ProductDetails.Starts;
import org.guildhall.sessioncards.SessionCardsGround;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestHttp.Client;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** A month's close keeps what was owed on session cards, and the next month begins with what it kept. */
@GuildhallTest
@Import({SessionCardsGround.class, SessionCardsGround.Desks.class})
@TestPropertySource(properties = "guildhall.story=cards-at-the-close") // what is closed is closed for everybody
class CardsAtTheCloseStory {

    private static final String PERIODS = "/api/finance/periods";
    private static final long PRICE = SessionCardsGround.PRICE;
    private static final long SESSIONS = SessionCardsGround.MASSAGES + SessionCardsGround.LESSONS;

    @Autowired
    TestStaff staff;

    @Autowired
    SessionCardsGround ground;

    @Autowired
    MovableClock clock;

    @Test
    void what_was_sold_and_used_in_a_month_is_kept_by_its_close_and_carried_into_the_next() {
        var card = on("2026-02-10T02:00:00Z", () -> ground.sell(ground.member()).id());
        // Twenty days of which ten are in February and two more have come by now.
        long inFebruary = PRICE * 10 / 20;
        long byNow = PRICE * 12 / 20 - inFebruary;
        on("2026-02-19T02:00:00Z", () -> {
            var days = ground.unlimited(ground.house(), Starts.SALE, 20, null);
            return ground.sell(ground.member(), days);
        });
        long first = inFebruary + on("2026-02-12T02:00:00Z", () -> used(card));
        var lead = staff.logIn("lead");
        var preview = cards(lead, "2026-02-01");
        assertThat(preview.has("closing")).isFalse();
        assertThat(steps(preview))
                .isEqualTo("0/0 + " + SESSIONS + "/" + 2 * PRICE + " - 1/" + first + " = " + (SESSIONS - 1) + "/"
                        + (2 * PRICE - first));
        var number = close(lead, "close").path("number").asLong();
        var kept = ok(lead.get(PERIODS)).json().path("cards").get(0);
        assertThat(kept.path("closing").asLong()).isEqualTo(number);
        assertThat(steps(kept)).isEqualTo(steps(preview));

        long late = on("2026-02-20T02:00:00Z", () -> used(card));
        assertThat(steps(ok(lead.get(PERIODS)).json().path("cards").get(0)))
                .as("what is kept stays")
                .isEqualTo(steps(preview));
        assertThat(steps(cards(lead, "2026-03-01")))
                .as("what is learnt late counts in the open month")
                .isEqualTo((SESSIONS - 1) + "/" + (2 * PRICE - first) + " + 0/0 - 1/" + (late + byNow) + " = "
                        + (SESSIONS - 2) + "/" + (2 * PRICE - first - late - byNow));
        assertThat(ok(lead.get(PERIODS + "/file")).text())
                .contains(
                        "2026-02,计次卡（次）,0," + SESSIONS + ",-1,0,0,0,0," + (SESSIONS - 1),
                        "2026-02,计次卡（元）,0.00," + yuan(2 * PRICE) + "," + yuan(-first) + ",0,0,0,0,"
                                + yuan(2 * PRICE - first));

        close(lead, "reopen");
        close(lead, "close");
        var both = ok(lead.get(PERIODS)).json().path("cards");
        assertThat(both).hasSize(2);
        assertThat(steps(both.get(0))).endsWith(" = " + (SESSIONS - 2) + "/" + (2 * PRICE - first - late));
        assertThat(steps(both.get(1))).isEqualTo(steps(preview));
        assertThat(lead.get(PERIODS + "/2026-02-02/session-cards").status()).isEqualTo(400);
        assertThat(staff.logIn("svc").get(PERIODS + "/2026-02-01/session-cards").status())
                .isEqualTo(403);
    }

    private long used(UUID card) {
        ground.use(card, ground.house().massage());
        return ground.facts(card).getLast().worth().minor();
    }

    private <T> T on(String instant, Supplier<T> act) {
        var start = clock.instant();
        clock.moveTo(Instant.parse(instant));
        try {
            return act.get();
        } finally {
            clock.moveTo(start);
        }
    }

    private static JsonNode close(Client lead, String act) {
        var body = Map.of("month", "2026-02-01", "reason", "checked with the accounts");
        return ok(lead.post(PERIODS + "/" + act, body)).json().path("closing");
    }

    private static JsonNode cards(Client lead, String month) {
        return ok(lead.get(PERIODS + "/" + month + "/session-cards")).json();
    }

    private static String steps(JsonNode cards) {
        return figure(cards, "start") + " + " + figure(cards, "sold") + " - " + figure(cards, "used") + " = "
                + figure(cards, "end");
    }

    private static String figure(JsonNode cards, String step) {
        var figure = cards.path(step);
        return figure.path("sessions").asLong() + "/"
                + figure.path("worth").path("minor").asLong();
    }

    private static String yuan(long fen) {
        return Money.cny(fen).decimal().toString();
    }
}
