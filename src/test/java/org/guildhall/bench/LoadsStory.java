package org.guildhall.bench;

import static org.guildhall.testing.Answers.ok;

import java.util.List;
import java.util.Map;
import org.guildhall.access.UnitKind;
import org.guildhall.kernel.UnitId;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestMembers;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the loads of the benches send is taken, so that no bench is found broken on the day it is needed. */
@GuildhallTest
class LoadsStory {

    @Autowired
    TestStaff staff;

    @Autowired
    TestMembers members;

    @Autowired
    JsonMapper json;

    @Test
    void points_by_hand_are_granted() {
        var lead = staff.logIn("lead");
        var path = "/api/members/" + members.of(null) + "/points";

        ok(lead.post(path, map(ApiLoad.grant(staff.today().getYear() + 2)), "load-of-api"));
    }

    @Test
    void a_basket_is_quoted_and_sold_as_quoted() {
        UnitId store = staff.open(UnitKind.STORE, staff.company());
        var clerk = staff.logIn(staff.hire("store", store));
        var basket = CheckoutLoad.basket(List.of(members.of(store).toString()), store.toString());

        var withoutPoints = basket.replace(",\"points\":" + CheckoutBench.POINTS, "");
        var quote = ok(clerk.post("/api/checkouts/quote", map(withoutPoints)));
        ok(clerk.post("/api/checkouts", map(CheckoutLoad.sale(withoutPoints, quote.text())), "load-of-checkout"));
    }

    private Map<String, Object> map(String text) {
        return json.readValue(text, new TypeReference<>() {});
    }
}
