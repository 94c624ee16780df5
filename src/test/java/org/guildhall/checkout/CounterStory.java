package org.guildhall.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.checkout.CheckoutGround.line;
import static org.guildhall.testing.Answers.lawsHold;
import static org.guildhall.testing.Answers.ok;

import java.util.List;
import java.util.Map;
import org.guildhall.testing.TestHttp.Client;
import org.junit.jupiter.api.Test;

/** A sale at the counter, from the quote to the return, over HTTP. */
class CounterStory extends CounterGround {

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
}
