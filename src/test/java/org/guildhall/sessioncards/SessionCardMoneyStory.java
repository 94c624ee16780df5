package org.guildhall.sessioncards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.sessioncards.SessionCardCalls.CARDS;
import static org.guildhall.sessioncards.SessionCardCalls.LAW;
import static org.guildhall.sessioncards.SessionCardCalls.fen;
import static org.guildhall.sessioncards.SessionCardCalls.ground;
import static org.guildhall.sessioncards.SessionCardCalls.sale;
import static org.guildhall.sessioncards.SessionCardsGround.PRICE;
import static org.guildhall.testing.Answers.lawsHold;
import static org.guildhall.testing.Answers.ok;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guildhall.access.UnitKind;
import org.guildhall.sessioncards.SessionCardsGround.House;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestHttp.Client;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** What is paid for session cards and paid back is money of the till, over HTTP. */
@GuildhallTest
@Import({SessionCardsGround.class, SessionCardsGround.Desks.class})
class SessionCardMoneyStory {

    private static final String PAYMENTS = "/api/counter-payments";

    @Autowired
    TestStaff staff;

    @Autowired
    SessionCardsGround ground;

    private House house;
    private Client clerk;

    @BeforeEach
    void a_house_of_its_own() {
        house = ground.fresh();
        clerk = staff.logIn(staff.hire("store", house.store()));
    }

    @Test
    void a_sale_and_its_refund_are_listed_and_counted_with_the_till_they_went_through() {
        var member = ground.member();
        var sale = new HashMap<String, Object>(sale(member, house));
        sale.put("method", "code");
        sale.put("reference", "4200001");
        var card = ok(clerk.post(CARDS, sale, "m-1" + member)).json().path("id").asString();
        ok(clerk.post(CARDS, sale, "m-1" + member));
        var other = ground.sell(ground.member()).id();
        ground.use(other, house.massage());

        var code = till("code");
        assertThat(minor(code, "in")).as("once per key").isEqualTo(PRICE);
        assertThat(code.path("times").asInt()).isEqualTo(1);
        assertThat(minor(till("card"), "expected")).isEqualTo(PRICE);
        var paid = list("method=code").path(0);
        assertThat(paid.path("what").asString()).isEqualTo("session-card");
        assertThat(paid.path("about").asString()).isEqualTo(card);
        assertThat(paid.path("name").asString())
                .isEqualTo(house.product().details().name());
        assertThat(paid.path("member").asString()).isEqualTo(member.toString());
        assertThat(paid.path("reference").asString()).isEqualTo("4200001");
        assertThat(paid.path("actor").asString()).startsWith("staff:");
        assertThat(paid.path("staffName").asString()).isNotEmpty();
        assertThat(minor(paid, "amount")).isEqualTo(PRICE);

        refund(card, PRICE);
        code = till("code");
        assertThat(minor(code, "in")).isEqualTo(PRICE);
        assertThat(minor(code, "out")).isEqualTo(PRICE);
        assertThat(minor(code, "expected")).isZero();
        assertThat(list("what=session-card")).hasSize(3);
        assertThat(list("what=checkout")).isEmpty();
        var back = list("method=code")
                .valueStream()
                .filter(row -> minor(row, "amount") < 0)
                .findFirst()
                .orElseThrow();
        assertThat(minor(back, "amount")).isEqualTo(-PRICE);
        assertThat(back.path("reference").isMissingNode())
                .as("the slip was of the sale")
                .isTrue();
        assertThat(list("").valueStream().mapToLong(row -> minor(row, "amount")).sum())
                .as("what is listed is what is expected")
                .isEqualTo(minor(till("card"), "expected") + minor(till("code"), "expected"));
        lawsHold(staff.logIn("lead"), LAW);
    }

    @Test
    void a_till_is_counted_with_the_cards_sold_and_pages_through_all_money_once() {
        var first = ground.sell(ground.member()).id();
        ground.sell(ground.member());
        refund(first, PRICE);
        var count = new HashMap<String, Object>(
                Map.of("store", house.store(), "day", staff.today(), "method", "card", "counted", fen(0)));
        assertThat(clerk.post(PAYMENTS + "/counts", count, "c-1" + first).code())
                .as("one card was kept")
                .isEqualTo("checkout.difference-needs-reason");
        count.put("counted", fen(PRICE));
        ok(clerk.post(PAYMENTS + "/counts", count, "c-2" + first));
        assertThat(minor(till("card").path("counted"), "difference")).isZero();
        ground.sell(ground.member());
        assertThat(minor(till("card").path("counted"), "difference"))
                .as("one more was sold since")
                .isEqualTo(-PRICE);
        assertThat(list("").valueStream().map(row -> row.path("id").asString()).distinct())
                .containsExactlyElementsOf(page());
        var stranger = staff.logIn(staff.hire("store", staff.open(UnitKind.STORE, staff.company())));
        assertThat(ok(stranger.get(PAYMENTS + "?store=" + house.store())).json().path("items"))
                .isEmpty();
        assertThat(clerk.get(PAYMENTS + "?what=nothing").status()).isEqualTo(400);
    }

    @Test
    void a_top_up_at_the_store_is_in_the_same_till_until_it_is_undone() {
        var member = ground.member();
        ground.sell(member);
        var paidIn = ok(clerk.post(
                "/api/prepaid/top-ups",
                Map.of("member", member, "amount", fen(50_000), "method", "card", "store", house.store()),
                "t-1" + member));
        assertThat(minor(till("card"), "in")).isEqualTo(PRICE + 50_000);
        var paid = list("what=stored-value");
        assertThat(paid).hasSize(1);
        assertThat(paid.path(0).path("name").isMissingNode()).isTrue();
        assertThat(minor(paid.path(0), "amount")).isEqualTo(50_000);
        var undo = "/api/prepaid/movements/" + paidIn.json().path("id").asString() + "/undo";
        ok(staff.logIn("lead").post(undo, Map.of("reason", "点错了"), "t-2" + member));
        assertThat(list("what=stored-value")).hasSize(2);
        assertThat(minor(till("card"), "expected")).isEqualTo(PRICE);
    }

    @Test
    void cards_of_one_member_refunded_in_a_day_count_together() {
        var member = ground.member();
        refund(ground.sell(member).id(), PRICE);
        var second = ground.sell(member).id();
        var path = CARDS + "/" + second + "/refund";
        var svc = staff.logIn("svc");
        assertThat(ok(svc.post(path + "/quote", ground("merchant")))
                        .json()
                        .path("needsMore")
                        .asBoolean())
                .isTrue();
        var refused = svc.post(path, back(PRICE), "r-1" + second);
        assertThat(refused.code()).isEqualTo("sessioncards.refund-too-large");
        assertThat(refused.json().path("facts").path("already").path("minor").asLong())
                .isEqualTo(PRICE);
        var colleague = staff.logIn(staff.hire("svc", staff.company()));
        assertThat(colleague.post(path, back(PRICE), "r-2" + second).code()).isEqualTo("sessioncards.refund-too-large");
        assertThat(list("")).as("nothing was paid back").hasSize(3);
        ok(staff.logIn("lead").post(path, back(PRICE), "r-3" + second));
    }

    private List<String> page() {
        var ids = new ArrayList<String>();
        var path = PAYMENTS + "?limit=1&store=" + house.store();
        for (var page = ok(clerk.get(path)).json(); ; ) {
            ids.addAll(page.path("items").findValuesAsString("id"));
            if (page.path("next").isMissingNode()) {
                return ids;
            }
            page = ok(clerk.get(path + "&cursor=" + page.path("next").asString()))
                    .json();
        }
    }

    private void refund(Object card, long expected) {
        ok(staff.logIn("svc").post(CARDS + "/" + card + "/refund", back(expected), "r-" + card));
    }

    private Map<String, Object> back(long expected) {
        return Map.of("asked", ground("merchant"), "expected", fen(expected), "store", house.store(), "reason", "停业");
    }

    private JsonNode list(String query) {
        return ok(clerk.get(PAYMENTS + "?store=" + house.store() + "&" + query))
                .json()
                .path("items");
    }

    private JsonNode till(String method) {
        return ok(clerk.get(PAYMENTS + "/days/" + staff.today()))
                .json()
                .path("tills")
                .valueStream()
                .filter(till ->
                        till.path("store").asString().equals(house.store().toString())
                                && till.path("method").asString().equals(method))
                .findFirst()
                .orElseThrow();
    }

    private static long minor(JsonNode of, String money) {
        return of.path(money).path("minor").asLong();
    }
}
