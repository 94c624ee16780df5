package org.guildhall.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.checkout.CheckoutGround.line;
import static org.guildhall.testing.Answers.lawsHold;
import static org.guildhall.testing.Answers.ok;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guildhall.access.UnitKind;
import org.guildhall.kernel.MemberId;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestHttp.Answer;
import org.guildhall.testing.TestHttp.Client;
import org.guildhall.testing.TestStaff;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** A day at the counter, over HTTP. */
@GuildhallTest
@Import({CheckoutGround.class, CheckoutGround.Books.class})
class CounterStory {

    @Autowired
    TestStaff staff;

    @Autowired
    CheckoutGround ground;

    @Autowired
    MovableClock clock;

    private static boolean ruled;
    private Instant start = MovableClock.START;

    @BeforeEach
    void rules() {
        start = clock.instant();
        if (!ruled) {
            ground.establish(
                    CheckoutGround.rules(CheckoutPolicy.MoneyBack.IN_PROPORTION),
                    staff.today().minusMonths(1));
            ruled = true;
        }
    }

    @AfterEach
    void back() {
        clock.moveTo(start);
    }

    @Test
    void a_basket_is_quoted_with_reasons_sold_as_quoted_and_comes_back_in_parts() {
        var clerk = staff.logIn(staff.hire("store", ground.store()));
        var member = ground.gold(300, 5_000);
        ground.topUp(member, 3_000);
        var basket = body(member, 400L, 2_500);

        var quote = ok(clerk.post("/api/checkouts/quote", basket));
        // 2 × 50.00 less 10 % and 20.00 of tobacco: 110.00; 400 points are 4.00; 25.00 are stored value.
        assertThat(quote.json().path("due").path("minor").asLong()).isEqualTo(8_100);
        assertThat(quote.text())
                .contains(
                        "checkout.tier-discount",
                        "checkout.line-without-discount",
                        "checkout.points-used",
                        "checkout.points-share",
                        "checkout.stored-value-used");

        var commit = commit(basket, quote, 8_100);
        var sold = ok(clerk.post("/api/checkouts", commit, "c-1"));
        assertThat(ok(clerk.post("/api/checkouts", commit, "c-1")).text()).isEqualTo(sold.text());
        assertThat(clerk.post("/api/checkouts", commit(body(member, 0L, 0), quote, 8_100), "c-1")
                        .code())
                .isEqualTo("checkout.checkout-differs");
        long earned = sold.json().path("pointsEarned").asLong();
        assertThat(earned).isPositive();
        assertThat(ground.points(member)).isEqualTo(5_300 - 400 + earned);
        assertThat(ground.lots(member).getFirst()).isEqualTo(4_900);
        assertThat(ground.stored(member)).isEqualTo(500);

        var id = sold.json().path("checkout").path("id").asString();
        assertThat(ok(clerk.get("/api/checkouts/" + id + "/why")).text()).contains("checkout.tier-discount");
        var half = Map.of(
                "store", ground.store(), "reason", "换货", "lines", List.of(Map.of("line", 1, "quantityMilli", 1_000)));
        var would = ok(clerk.post("/api/checkouts/" + id + "/return-quote", half));
        assertThat(would.json().path("paid").path("minor").asLong()).isEqualTo(4_336);
        ok(clerk.post("/api/checkouts/" + id + "/returns", half, "r-1"));
        for (var path : List.of("/return-quote", "/returns")) {
            refusedUnlessNamed(clerk, "/api/checkouts/" + id + path);
        }
        var rest = Map.of("store", ground.store(), "reason", "全退", "everything", true);
        var all = ok(clerk.post("/api/checkouts/" + id + "/returns", rest, "r-2"));
        assertThat(all.json().path("checkout").path("state").asString()).isEqualTo("returned");
        assertThat(clerk.post("/api/checkouts/" + id + "/returns", rest, "r-3").code())
                .isEqualTo("checkout.nothing-left");
        assertThat(ground.points(member)).isEqualTo(5_300);
        assertThat(ground.lots(member)).containsExactly(300L, 5_000L);
        assertThat(ground.stored(member)).isEqualTo(3_000);
        lawsHold(staff.logIn("lead"), "checkout.priced-as-told");
        assertThat(ok(staff.logIn("lead").get("/api/members/" + member + "/timeline"))
                        .text())
                .contains("checkout.sold", "checkout.taken-back");
        assertThat(ok(clerk.get("/api/checkouts?member=" + member)).json().path("items"))
                .hasSize(1);
    }

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

    /** Who names nothing does not mean everything, and nobody can mean both. */
    private void refusedUnlessNamed(Client clerk, String path) {
        Map<String, Object> bare = Map.of("store", ground.store(), "reason", "漏了");
        var one = List.of(Map.of("line", 1, "quantityMilli", 1_000));
        var nothing = List.<Map<String, ?>>of(
                Map.of(),
                Map.of("lines", List.of()),
                Map.of("everything", false),
                Map.of("lines", List.of(), "everything", false));
        for (var said : nothing) {
            var answer = clerk.post(path, with(bare, said), "nothing");
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.code()).isEqualTo("checkout.return-names-nothing");
            assertThat(answer.text()).contains("\"field\":\"lines\"", "everything");
        }
        var both = clerk.post(path, with(bare, Map.of("lines", one, "everything", true)), "both");
        assertThat(both.status()).isEqualTo(400);
        assertThat(both.code()).isEqualTo("checkout.return-names-both");
    }

    private static Map<String, Object> with(Map<String, ?> some, Map<String, ?> more) {
        var all = new HashMap<String, Object>(some);
        all.putAll(more);
        return all;
    }

    @Test
    void nobody_known_pays_the_full_price_and_a_return_gives_it_back() {
        var clerk = staff.logIn(staff.hire("store", ground.store()));
        var basket = body(null, 100L, 100);
        var quote = ok(clerk.post("/api/checkouts/quote", basket));
        assertThat(quote.json().path("due").path("minor").asLong()).isEqualTo(12_000);
        assertThat(quote.text())
                .contains(
                        "checkout.no-member-no-discount",
                        "checkout.no-member-no-points",
                        "checkout.no-member-no-stored");
        var sold = ok(clerk.post("/api/checkouts", commit(basket, quote, 12_000), "n-1"));
        var rest = Map.of("store", ground.store(), "reason", "全退", "everything", true);
        var back = ok(clerk.post(
                "/api/checkouts/" + sold.json().path("checkout").path("id").asString() + "/returns", rest, "n-2"));
        assertThat(back.json()
                        .path("returns")
                        .path(0)
                        .path("paid")
                        .path("minor")
                        .asLong())
                .isEqualTo(12_000);
        lawsHold(staff.logIn("lead"), "checkout.priced-as-told");
    }

    @Test
    void a_member_who_never_bought_is_quoted_at_the_tier_that_the_members_page_shows() {
        var clerk = staff.logIn(staff.hire("store", ground.store()));
        var member = ground.member();
        var standing = ok(staff.logIn("lead").get("/api/loyalty/members/" + member + "/standing"));
        var entry = standing.json().path("tier").asString();
        assertThat(entry).isNotEmpty();
        var quote = ok(clerk.post("/api/checkouts/quote", body(member, 0L, 0)));
        assertThat(quote.json().path("tier").asString()).isEqualTo(entry);
        assertThat(quote.json()
                        .path("deductions")
                        .path(0)
                        .path("why")
                        .path("facts")
                        .path("tier")
                        .asString())
                .isEqualTo(entry);
        ok(clerk.post("/api/checkouts", commit(body(member, 0L, 0), quote, 12_000), "e-1"));
        lawsHold(staff.logIn("lead"), "checkout.priced-as-told");
    }

    @Test
    void a_quote_that_changed_since_is_refused_with_both_amounts_and_nothing_is_stored() {
        var clerk = staff.logIn(staff.hire("store", ground.store()));
        var member = ground.gold(1_000);
        var basket = body(member, 1_000L, 0);
        var quote = ok(clerk.post("/api/checkouts/quote", basket));
        ground.sell(ground.basket(member, 500, 0, line("茶", "茶", 1, 2_000)));
        long before = ground.points(member);
        var refused = clerk.post("/api/checkouts", commit(basket, quote, 10_000), "q-1");
        assertThat(refused.code()).isEqualTo("checkout.quote-outdated");
        assertThat(refused.text()).contains("\"figure\":\"points\"", "\"expected\":\"1000\"", "dueNow", "dueThen");
        assertThat(ground.points(member)).isEqualTo(before);
        assertThat(ok(clerk.get("/api/checkouts?member=" + member)).json().path("items"))
                .hasSize(1);

        var again = ok(clerk.post("/api/checkouts/quote", body(member, 0L, 0)));
        assertThat(clerk.post("/api/checkouts", commit(body(member, 0L, 0), again, 10_999), "q-2")
                        .code())
                .isEqualTo("checkout.payments-differ");
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

    private Map<String, Object> body(@Nullable MemberId member, Long points, long stored) {
        var body = new HashMap<String, Object>();
        if (member != null) {
            body.put("member", member);
        }
        body.put("store", ground.store());
        body.put("points", points);
        body.put("stored", Map.of("minor", stored, "currency", "CNY"));
        body.put(
                "lines",
                List.of(
                        Map.of("product", "茶叶", "category", "茶", "quantityMilli", 2_000, "amount", fen(10_000)),
                        Map.of("product", "香烟", "category", "烟", "quantityMilli", 1_000, "amount", fen(2_000))));
        return body;
    }

    private static Map<String, Object> commit(Map<String, Object> basket, Answer quote, long due) {
        return Map.of(
                "basket",
                basket,
                "expected",
                quote.json().path("expected"),
                "payments",
                List.of(
                        Map.of("method", "card", "amount", fen(due - 1_000)),
                        Map.of("method", "cash", "amount", fen(1_000))));
    }

    private static Map<String, Object> fen(long fen) {
        return Map.of("minor", fen, "currency", "CNY");
    }
}
