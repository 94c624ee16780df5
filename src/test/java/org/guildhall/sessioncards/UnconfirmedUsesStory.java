package org.guildhall.sessioncards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.testing.Answers.ok;

import java.util.Map;
import org.guildhall.policies.FoundingPolicies;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Where the rules do not ask for the member's confirmation, a use is recorded without one, and with one it is kept all the same. */
@GuildhallTest
@Import(SessionCardsGround.class)
@TestPropertySource(properties = "guildhall.test.company=unconfirmed-uses")
class UnconfirmedUsesStory {

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

    @Test
    void aHouseThatDoesNotAskIsNotAsked() {
        var usual = SessionCardPolicy.DEFAULT;
        var rules = new SessionCardPolicy(
                usual.sales(),
                usual.bookings(),
                usual.refunds(),
                new SessionCardPolicy.Uses(false),
                usual.unlimited(),
                usual.reactivation());
        Map<String, Object> body = json.convertValue(rules, new TypeReference<>() {});
        staff.asMachine(() -> transaction.execute(status -> {
            policies.establish(
                    SessionCardPolicy.KIND.code(), body, staff.today().minusMonths(1), "test");
            return true;
        }));
        var house = ground.house();
        var card = ground.sell(ground.member()).id();
        var clerk = staff.logIn(staff.hire("store", house.store()));
        var path = "/api/session-cards/" + card;

        ok(clerk.post(path + "/use", Map.of("service", house.massage(), "store", house.store()), "n-1" + card));
        ok(clerk.post(path + "/use", SessionCardCalls.use(house), "n-2" + card));

        var booking = ground.book(card, house.lesson(), ground.at(0, 12)).id();
        ok(clerk.post("/api/session-bookings/" + booking + "/check-in", Map.of(), "n-3" + card));

        var facts = ok(clerk.get(path + "/facts")).json();
        assertThat(facts.path(1).path("confirmed").isMissingNode()).isTrue();
        assertThat(facts.path(2).path("confirmed").asString()).isEqualTo("signature");
        assertThat(facts.path(4).path("kind").asString()).isEqualTo("attended");
        assertThat(facts.path(4).path("confirmed").isMissingNode()).isTrue();
    }
}
