package org.guildhall.sessioncards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.sessioncards.SessionCardCalls.CARDS;
import static org.guildhall.sessioncards.SessionCardCalls.later;
import static org.guildhall.sessioncards.SessionCardCalls.use;
import static org.guildhall.testing.Answers.lawsHold;
import static org.guildhall.testing.Answers.ok;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.guildhall.policies.FoundingPolicies;
import org.guildhall.sessioncards.ProductDetails.Starts;
import org.guildhall.sessioncards.SessionCardsGround.House;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.MovableClock;
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
import tools.jackson.databind.json.JsonMapper;

/** A card that ended with sessions left is activated again over HTTP, as long and as often as the rules say (法释〔2025〕4 号 art. 24). */
@GuildhallTest
@Import({SessionCardsGround.class, SessionCardsGround.Desks.class})
@TestPropertySource(properties = "guildhall.test.company=card-rules")
class ReactivatedCardStory {

    private static final Duration OVER = Duration.ofDays(1_100);

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

    private House house;
    private UUID card;
    private String path;

    @BeforeEach
    void a_card_that_ends() {
        house = ground.fresh();
        card = ground.sell(ground.member(), ground.build(Starts.SALE)).id();
        path = CARDS + "/" + card;
    }

    @Test
    void it_is_good_again_for_the_days_of_the_rules_and_the_reason_and_who_are_kept() {
        var lead = staff.logIn("lead");
        assertThat(reactivate(lead, "1").code()).isEqualTo("sessioncards.not-over");
        later(clock, OVER, () -> {
            var service = staff.logIn("svc");
            assertThat(staff.logIn("store").post(path + "/reactivate", reason()).status())
                    .isEqualTo(403);
            assertThat(service.post(path + "/reactivate", Map.of("reason", " ")).status())
                    .isEqualTo(400);
            var owed = ok(service.get(path)).json().path("owed");
            var again = ok(reactivate(service, "2")).json();
            assertThat(again.path("state").asString()).isEqualTo("open");
            assertThat(again.path("owed")).as("free of charge").isEqualTo(owed);
            assertThat(again.path("lastDay").asString())
                    .isEqualTo(staff.today().plusDays(365).toString());
            ok(reactivate(service, "2"));
            var fact = ground.facts(card).getLast();
            assertThat(fact.kind()).isEqualTo(CardFact.Kind.REACTIVATED);
            assertThat(fact.reason()).isEqualTo("出差归来");
            assertThat(fact.actor()).startsWith("staff:");
            assertThat(reactivate(service, "3").code()).isEqualTo("sessioncards.not-over");
            assertThat(ok(staff.logIn("lead").get("/api/audit?limit=5")).text()).contains("sessioncards.reactivated");
            lawsHold(staff.logIn("lead"), "sessioncards.days-as-bought");
        });
    }

    @Test
    void it_is_taken_back_as_long_as_nothing_happened_since() {
        var last = ok(staff.logIn("lead").get(path)).json().path("lastDay");
        later(clock, OVER, () -> {
            var lead = staff.logIn("lead");
            ok(reactivate(lead, "1"));
            var first = ground.facts(card).getLast().id();
            var back = ok(reverse(lead, first, "b-1")).json();
            assertThat(back.path("state").asString()).isEqualTo("over");
            assertThat(back.path("lastDay")).isEqualTo(last);
            assertThat(reverse(lead, first, "b-2").code()).isEqualTo("sessioncards.reversed-already");
            ok(reactivate(lead, "2"));
            var second = ground.facts(card).getLast().id();
            var share = ok(lead.get(path)).json().path("shares").get(0).path("service");
            ok(lead.post(
                    path + "/use",
                    Map.of("service", share, "store", house.store(), "confirmed", "signature"),
                    "u-" + card));
            assertThat(reverse(lead, second, "b-3").code()).isEqualTo("sessioncards.used-since");
            lawsHold(lead, "sessioncards.days-as-bought");
        });
    }

    @Test
    void the_rules_say_how_often_and_where_nothing_is_left_there_is_nothing_to_activate() {
        establish(30, 1);
        var empty = ground.sell(ground.member(), house).id();
        IntStream.range(0, SessionCardsGround.MASSAGES).forEach(i -> ground.use(empty, house.massage()));
        IntStream.range(0, SessionCardsGround.LESSONS).forEach(i -> ground.use(empty, house.lesson()));
        later(clock, OVER, () -> {
            var lead = staff.logIn("lead");
            assertThat(lead.post(CARDS + "/" + empty + "/reactivate", reason(), "e-" + empty)
                            .code())
                    .isEqualTo("sessioncards.nothing-to-reactivate");
            assertThat(ok(reactivate(lead, "1")).json().path("lastDay").asString())
                    .isEqualTo(staff.today().plusDays(30).toString());
        });
        later(clock, OVER.plusDays(31), () -> {
            var lead = staff.logIn("lead");
            var often = reactivate(lead, "2");
            assertThat(often.code()).isEqualTo("sessioncards.reactivated-often");
            assertThat(often.text()).contains("第二十四条");
            assertThat(lead.post(path + "/use", use(house), "u-" + card).code()).isEqualTo("sessioncards.card-over");
        });
        establish(365, 10);
    }

    private Answer reactivate(Client by, String key) {
        return by.post(path + "/reactivate", reason(), "a-" + key + card);
    }

    private Answer reverse(Client by, UUID fact, String key) {
        return by.post(path + "/reverse", Map.of("fact", fact, "reason", "点错了"), key + card);
    }

    private static Map<String, Object> reason() {
        return Map.of("reason", "出差归来");
    }

    private void establish(int days, int most) {
        var usual = SessionCardPolicy.DEFAULT;
        var again = new SessionCardPolicy.Reactivation(
                days, most, usual.reactivation().source());
        var rules = new SessionCardPolicy(
                usual.sales(), usual.bookings(), usual.refunds(), usual.uses(), usual.unlimited(), again);
        Map<String, Object> body = json.convertValue(rules, new TypeReference<>() {});
        staff.asMachine(() -> transaction.execute(status -> {
            policies.establish(SessionCardPolicy.KIND.code(), body, staff.today(), "test");
            return true;
        }));
    }
}
