package org.guildhall.sessioncards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.sessioncards.SessionCardCalls.CARDS;
import static org.guildhall.sessioncards.SessionCardCalls.fen;
import static org.guildhall.sessioncards.SessionCardCalls.ground;
import static org.guildhall.sessioncards.SessionCardsGround.PRICE;
import static org.guildhall.testing.Answers.lawsHold;
import static org.guildhall.testing.Answers.ok;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.guildhall.kernel.Money;
import org.guildhall.policies.FoundingPolicies;
import org.guildhall.prepaid.PrepaidPolicy.Counting;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestHttp.Answer;
import org.guildhall.testing.TestHttp.Client;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A card is refunded by the rules it was sold under; rules published later, be it for the same day, are for cards sold after them. */
@GuildhallTest
@Import({SessionCardsGround.class, SessionCardsGround.Desks.class})
@TestPropertySource(properties = "guildhall.test.company=card-rules")
class SessionCardTermsStory {

    private static final Counting LISTED = Counting.UNDISCOUNTED;
    private static final String LAW = "sessioncards.refunds-as-calculated";
    private static final long MASSAGE = 20_000;

    @Autowired
    TestStaff staff;

    @Autowired
    SessionCardsGround ground;

    @Autowired
    FoundingPolicies policies;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JsonMapper json;

    @Autowired
    MovableClock clock;

    @Test
    void rules_published_the_same_day_are_for_cards_sold_after_them() {
        var house = ground.house();
        establish(7, LISTED, 1_000_000);
        var before = used();
        establish(7, Counting.DISCOUNTED, 1_000_000);
        var after = used();
        var lead = staff.logIn("lead");
        long worth = ground.facts(after).get(1).worth().minor();

        assertThat(due(lead, before, "consumer")).isEqualTo(PRICE - MASSAGE);
        assertThat(due(lead, after, "consumer")).isEqualTo(PRICE - worth).isGreaterThan(PRICE - MASSAGE);

        ok(refund(lead, house, before, "consumer", PRICE - MASSAGE));
        ok(refund(lead, house, after, "consumer", PRICE - worth));
        establish(7, LISTED, 1_000_000);
        lawsHold(lead, LAW);
    }

    @Test
    void the_days_without_a_reason_are_those_that_were_promised_and_no_more() {
        establish(30, LISTED, 1_000_000);
        var promised = ground.sell(ground.member()).id();
        establish(7, LISTED, 1_000_000);
        var usual = ground.sell(ground.member()).id();
        SessionCardCalls.later(clock, Duration.ofDays(20), () -> {
            var lead = staff.logIn("lead");
            assertThat(due(lead, promised, "without-reason")).isEqualTo(PRICE);
            assertThat(quote(lead, usual, "without-reason").code()).isEqualTo("sessioncards.too-late-without-reason");
            assertThat(ok(quote(lead, promised, "without-reason")).text())
                    .as("the version that decides is named")
                    .contains("\"version\":" + version(promised));
        });
        assertThat(version(usual)).isEqualTo(version(promised) + 1);
    }

    @Test
    void how_much_one_person_refunds_alone_is_asked_of_the_day() {
        var house = ground.house();
        establish(7, LISTED, 1_000_000);
        var card = ground.sell(ground.member()).id();
        establish(7, LISTED, 100);
        var service = staff.logIn("svc");
        assertThat(ok(quote(service, card, "merchant")).json().path("needsMore").asBoolean())
                .isTrue();
        assertThat(refund(service, house, card, "merchant", PRICE).code()).isEqualTo("sessioncards.refund-too-large");
        establish(7, LISTED, 1_000_000);
        ok(refund(service, house, card, "merchant", PRICE));
    }

    /** A card of which one massage was used. */
    private UUID used() {
        var card = ground.sell(ground.member()).id();
        ground.use(card, ground.house().massage());
        return card;
    }

    private static Answer quote(Client by, UUID card, String ground) {
        return by.post(CARDS + "/" + card + "/refund/quote", ground(ground));
    }

    private static long due(Client by, UUID card, String ground) {
        return ok(quote(by, card, ground)).json().path("refund").path("minor").asLong();
    }

    private static Answer refund(Client by, SessionCardsGround.House house, UUID card, String ground, long expected) {
        var body =
                Map.of("asked", ground(ground), "expected", fen(expected), "store", house.store(), "reason", "按售卡时的规定");
        return by.post(CARDS + "/" + card + "/refund", body, "t|" + card + "|" + UUID.randomUUID());
    }

    private int version(UUID card) {
        var lead = staff.logIn("lead");
        var why = ok(quote(lead, card, "merchant")).json().path("why");
        return why.path("source").path("version").asInt();
    }

    private void establish(int days, Counting consumer, long alone) {
        var usual = SessionCardPolicy.DEFAULT;
        var refunds = new SessionCardPolicy.Refunds(
                days, true, consumer, Money.cny(alone), usual.refunds().source());
        var rules = new SessionCardPolicy(
                usual.sales(), usual.bookings(), refunds, usual.uses(), usual.unlimited(), usual.reactivation());
        Map<String, Object> body = json.convertValue(rules, new TypeReference<>() {});
        staff.asMachine(() -> transaction.execute(status -> {
            policies.establish(SessionCardPolicy.KIND.code(), body, staff.today(), "test");
            return true;
        }));
    }
}
