package org.guildhall.sessioncards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.sessioncards.SessionCardCalls.BOOKINGS;
import static org.guildhall.sessioncards.SessionCardCalls.CARDS;
import static org.guildhall.sessioncards.SessionCardCalls.LAW;
import static org.guildhall.sessioncards.SessionCardCalls.ground;
import static org.guildhall.sessioncards.SessionCardsGround.PRICE;
import static org.guildhall.testing.Answers.lawsHold;
import static org.guildhall.testing.Answers.ok;

import java.util.Map;
import java.util.UUID;
import org.guildhall.policies.FoundingPolicies;
import org.guildhall.sessioncards.SessionCardsGround.House;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestHttp.Answer;
import org.guildhall.testing.TestHttp.Client;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where the rules take a session for a late cancellation, it is forfeited, over HTTP. */
@GuildhallTest
@Import({SessionCardsGround.class, SessionCardsGround.Desks.class})
@TestPropertySource(properties = "guildhall.story=late-cancellation") // its rules are not those of other stories
class LateCancellationStory {

    private static final long MASSAGE_LISTED = 20_000;

    @Autowired
    TestStaff staff;

    @Autowired
    SessionCardsGround ground;

    @Autowired
    FoundingPolicies policies;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JsonMapper json;

    private static boolean ruled;
    private House house;
    private Client clerk;

    @BeforeEach
    void rules_that_take_a_session() {
        if (!ruled) {
            var usual = SessionCardPolicy.DEFAULT;
            var strict = new SessionCardPolicy(
                    usual.sales(),
                    new SessionCardPolicy.Bookings(30, 5, 24, true, true, 30),
                    usual.refunds(),
                    usual.uses(),
                    usual.unlimited(),
                    usual.reactivation());
            Map<String, Object> body = json.convertValue(strict, new TypeReference<>() {});
            var from = staff.today().minusMonths(1);
            staff.asMachine(() -> transactions.execute(status -> {
                policies.establish("sessioncards.rules", body, from, "test");
                return from;
            }));
            ruled = true;
        }
        house = ground.fresh();
        clerk = staff.logIn(staff.hire("store", house.store()));
    }

    @Test
    void a_late_cancellation_by_the_member_takes_the_session_once_and_says_so_everywhere() {
        var member = ground.member();
        var card = ground.sell(member).id();
        var booking = ground.book(card, house.massage(), ground.at(1, 9)).id();
        assertThat(ok(clerk.get(BOOKINGS + "/" + booking))
                        .json()
                        .path("freeUntil")
                        .asString())
                .as("free until a day before, which is over")
                .isLessThan(staff.today().plusDays(1).toString());

        var late = cancel(booking, "member", "l-1").json();
        assertThat(late.path("state").asString()).isEqualTo("late-cancelled");
        assertThat(cancel(booking, "member", "l-1").json()).as("once per key").isEqualTo(late);
        var again = clerk.post(BOOKINGS + "/" + booking + "/cancel", by("member"), "l-2" + booking);
        assertThat(again.code()).isEqualTo("sessioncards.booking-ended");

        var share = share(card);
        assertThat(share.path("used").asInt()).isEqualTo(1);
        assertThat(share.path("held").asInt()).isZero();
        assertThat(share.path("left").asInt()).isEqualTo(SessionCardsGround.MASSAGES - 1);
        var fact = ok(clerk.get(CARDS + "/" + card + "/facts")).json().path(2);
        assertThat(fact.path("kind").asString()).isEqualTo("late-cancelled");
        assertThat(fact.path("used").asInt()).isEqualTo(1);
        assertThat(owed(card)).isEqualTo(PRICE - minor(fact, "worth")).isLessThan(PRICE);
        assertThat(ok(clerk.get("/api/members/" + member + "/timeline")).text())
                .contains("sessioncards.late-cancelled");

        var service = staff.logIn("svc");
        var quote = ok(service.post(CARDS + "/" + card + "/refund/quote", ground("consumer")))
                .json();
        assertThat(minor(quote, "refund")).as("it counts as used").isEqualTo(PRICE - MASSAGE_LISTED);
        var back = Map.of("fact", fact.path("id").asString(), "reason", "确有急事，予以退回");
        ok(service.post(CARDS + "/" + card + "/reverse", back, "l-3" + card));
        assertThat(owed(card)).as("given back out of kindness").isEqualTo(PRICE);
        lawsHold(staff.logIn("lead"), LAW);
    }

    @Test
    void what_is_cancelled_in_time_or_by_the_house_takes_none() {
        var card = ground.sell(ground.member()).id();
        var inTime = ground.book(card, house.massage(), ground.at(3, 9)).id();
        var byHouse = ground.book(card, house.massage(), ground.at(1, 11)).id();
        assertThat(cancel(inTime, "member", "i-1").json().path("state").asString())
                .isEqualTo("cancelled");
        assertThat(cancel(byHouse, "house", "i-2").json().path("state").asString())
                .isEqualTo("cancelled");
        assertThat(share(card).path("used").asInt()).isZero();
        assertThat(share(card).path("left").asInt()).isEqualTo(SessionCardsGround.MASSAGES);
        assertThat(owed(card)).isEqualTo(PRICE);
        lawsHold(staff.logIn("lead"), LAW);
    }

    private Answer cancel(UUID booking, String by, String key) {
        return ok(clerk.post(BOOKINGS + "/" + booking + "/cancel", by(by), key + booking));
    }

    private static Map<String, String> by(String whom) {
        return Map.of("by", whom, "reason", "加班");
    }

    private JsonNode share(UUID card) {
        return ok(clerk.get(CARDS + "/" + card)).json().path("shares").path(0);
    }

    private long owed(UUID card) {
        return minor(ok(clerk.get(CARDS + "/" + card)).json(), "owed");
    }

    private static long minor(JsonNode of, String money) {
        return of.path(money).path("minor").asLong();
    }
}
