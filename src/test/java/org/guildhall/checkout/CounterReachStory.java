package org.guildhall.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.checkout.CheckoutGround.line;
import static org.guildhall.testing.Answers.ok;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guildhall.access.UnitKind;
import org.junit.jupiter.api.Test;

/** Whose a sale is, over HTTP: the counter keeps its own, a clerk sells at the own store, and its till is counted. */
class CounterReachStory extends CounterGround {

    @Test
    void what_the_counter_sold_is_neither_recorded_nor_returned_under_its_name_by_others() {
        var lead = staff.logIn("lead");
        var member = ground.member();
        var basket = body(member, 0L, 0);
        var quote = ok(lead.post("/api/checkouts/quote", basket));
        long due = quote.json().path("due").path("minor").asLong();
        var sold = ok(lead.post("/api/checkouts", commit(basket, quote, due), "kept-1"));
        long points = ground.points(member);
        var number = sold.json().path("checkout").path("number").asString();
        var back = Map.of("source", "checkout", "purchaseNumber", number, "member", member.toString());
        var refused = lead.post("/api/returns", back, "kept-2");
        assertThat(refused.code()).isEqualTo("loyalty.source-is-kept");
        assertThat(refused.text()).contains("\"field\":\"source\"");
        var at = "2026-02-01T02:00:00Z";
        var many = with(back, Map.of("number", "kept-3", "occurredAt", at));
        var bulk = lead.post("/api/purchases/bulk", Map.of("purchases", List.of(), "returns", List.of(many)), "kept-4");
        assertThat(bulk.code()).isEqualTo("loyalty.source-is-kept");
        assertThat(ground.points(member)).isEqualTo(points);
    }

    @Test
    void a_clerk_sells_at_the_own_store_only_and_bad_input_names_its_field() {
        var other = staff.open(UnitKind.STORE, staff.company());
        var clerk = staff.logIn(staff.hire("store", other));
        assertThat(clerk.post("/api/checkouts/quote", body(null, 0L, 0)).code())
                .isEqualTo("checkout.store-out-of-reach");
        var own = staff.logIn(staff.hire("store", ground.store()));
        var bad = new HashMap<>(body(null, 0L, 0));
        bad.put("lines", List.of(Map.of("quantityMilli", 1_000, "amount", Map.of("minor", -5, "currency", "CNY"))));
        assertThat(own.post("/api/checkouts/quote", bad).text()).contains("lines[0].amount", "not-negative");
        bad.put("lines", List.of(Map.of("quantityMilli", 1_000, "amount", Map.of("minor", 5, "currency", "USD"))));
        assertThat(own.post("/api/checkouts/quote", bad).text()).contains("in-the-base-currency");
        assertThat(own.post("/api/checkouts", Map.of("basket", body(null, 0L, 0)))
                        .status())
                .isEqualTo(400);
        var sold = ground.sell(ground.basket(null, 0, 0, line("茶", "茶", 1, 2_000)));
        assertThat(clerk.get("/api/checkouts/" + sold.checkout().id()).status()).isIn(403, 404);
    }

    @Test
    void a_day_is_counted_and_a_difference_needs_a_reason() {
        var shop = staff.open(UnitKind.STORE, staff.company());
        var clerk = staff.logIn(staff.hire("store", shop));
        var basket = new HashMap<>(body(null, 0L, 0));
        basket.put("store", shop);
        var quote = ok(clerk.post("/api/checkouts/quote", basket));
        ok(clerk.post("/api/checkouts", commit(basket, quote, 12_000), "d-1"));
        var day = "/api/counter-payments/days/" + staff.today();
        assertThat(ok(clerk.get(day)).json().path("tills")).hasSize(2);
        var count = new HashMap<String, Object>(Map.of("store", shop, "day", staff.today(), "method", "cash"));
        count.put("counted", fen(-900));
        count.put("reason", "少于无");
        assertThat(clerk.post("/api/counter-payments/counts", count, "d-1n").text())
                .contains("kernel.invalid-input", "not-negative");
        count.remove("reason");
        count.put("counted", fen(900));
        assertThat(clerk.post("/api/counter-payments/counts", count, "d-2").code())
                .isEqualTo("checkout.difference-needs-reason");
        count.put("reason", "找零多付一元");
        var counted = ok(clerk.post("/api/counter-payments/counts", count, "d-3"));
        assertThat(counted.json().path("tills").findValuesAsString("reason")).containsExactly("找零多付一元");
        assertThat(counted.text()).contains("\"difference\":{\"minor\":-100");
        assertThat(ok(clerk.post("/api/counter-payments/counts", count, "d-3")).text())
                .isEqualTo(counted.text());
        assertThat(ok(clerk.get("/api/counter-payments?store=" + shop)).json().path("items"))
                .hasSize(2);
        var elsewhere = new HashMap<>(count);
        elsewhere.put("store", ground.store());
        assertThat(clerk.post("/api/counter-payments/counts", elsewhere, "d-4").code())
                .isEqualTo("checkout.store-out-of-reach");
    }
}
