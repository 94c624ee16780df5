package org.guildhall.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.checkout.CheckoutGround.line;
import static org.guildhall.testing.Answers.lawsHold;
import static org.guildhall.testing.Answers.ok;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.prepaid.GiveBack;
import org.guildhall.prepaid.KeptPayment;
import org.guildhall.prepaid.StoredValue;
import org.guildhall.testing.TestHttp.Client;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

/** What a sale took of stored value comes back with the sale, and by no other door. */
class StoredValueOfSalesStory extends CounterGround {

    @Autowired
    StoredValue storedValue;

    @Autowired
    DSLContext sql;

    @Test
    void a_sale_that_comes_back_whole_gives_its_stored_value_back_once_and_nobody_else_does() {
        var lead = staff.logIn("lead");
        var member = memberWith(10_000);
        var sold = soldFor(member, 10_000, 1);
        var sale = "/api/checkouts/" + sold.checkout().id();
        refused(lead, member, sold, Map.of("reason", "绕开收银台"));
        refused(lead, member, sold, Map.of("reason", "绕开收银台", "amount", yuan(10)));
        assertThat(ground.stored(member)).isZero();

        ok(lead.post(sale + "/returns", everything(), "sv-all-" + member));
        assertThat(ground.stored(member)).isEqualTo(10_000);
        refused(lead, member, sold, Map.of("reason", "再退一次"));
        assertThat(lead.post(sale + "/returns", everything(), "sv-again-" + member)
                        .code())
                .isEqualTo("checkout.nothing-left");
        assertThat(ground.stored(member)).isEqualTo(10_000);
        lawsHold(lead, "checkout.stored-value-is-paid");
    }

    @Test
    void a_sale_that_comes_back_in_parts_gives_back_each_part_exactly() {
        var lead = staff.logIn("lead");
        var member = memberWith(10_000);
        var sold = soldFor(member, 9_000, 3);
        var sale = "/api/checkouts/" + sold.checkout().id();
        var one = Map.of(
                "store", ground.store(), "reason", "换货", "lines", List.of(Map.of("line", 1, "quantityMilli", 1_000)));
        ok(lead.post(sale + "/returns", one, "sv-part-" + member));
        assertThat(ground.stored(member)).isEqualTo(4_000);
        refused(lead, member, sold, Map.of("reason", "余下的直接退"));
        assertThat(ground.stored(member)).isEqualTo(4_000);
        ok(lead.post(sale + "/returns", everything(), "sv-rest-" + member));
        assertThat(ground.stored(member)).isEqualTo(10_000);
        lawsHold(lead, "checkout.stored-value-is-paid");
    }

    @Test
    void no_sale_gives_back_what_another_took_nor_what_was_paid_without_one() {
        var lead = staff.logIn("lead");
        var member = memberWith(10_000);
        var sold = soldFor(member, 3_000, 1);
        var other = new KeptPayment("checkout", UUID.randomUUID(), "R-0");
        assertThat(outcome(payment(lead, sold), other)).isEqualTo("prepaid.payment-is-kept");
        var body = Map.of("member", member, "amount", yuan(20), "partly", false);
        var paid = ok(lead.post("/api/prepaid/payments", body, "sv-hand-" + member));
        assertThat(paid.json().has("kept")).isFalse();
        var id = UUID.fromString(paid.json().path("id").asString());
        assertThat(outcome(id, other)).isEqualTo("prepaid.not-a-payment");
        ok(lead.post("/api/prepaid/payments/" + id + "/give-back", Map.of("reason", "付错"), "sv-own-" + member));
        assertThat(ground.stored(member)).isEqualTo(7_000);
    }

    @Test
    void what_sales_took_before_payments_had_owners_belongs_to_them_since() throws IOException {
        var lead = staff.logIn("lead");
        var member = memberWith(2_000);
        var sold = soldFor(member, 2_000, 1);
        var payment = payment(lead, sold);
        sql.execute(
                "update prepaid.payment set kept_by = null, kept_about = null, kept_name = null where payment_id = ?",
                payment);
        var script = new ClassPathResource("db/migration/prepaid/V3__payments_kept_by_a_module.sql")
                .getContentAsString(StandardCharsets.UTF_8);
        sql.execute(script.substring(script.indexOf("do $$")));
        refused(lead, member, sold, Map.of("reason", "旧账"));
        ok(lead.post("/api/checkouts/" + sold.checkout().id() + "/returns", everything(), "sv-old-" + member));
        assertThat(ground.stored(member)).isEqualTo(2_000);
    }

    private MemberId memberWith(long stored) {
        var member = ground.member();
        ground.topUp(member, stored);
        return member;
    }

    /** A sale of so many pieces of tea, all of it paid with stored value. */
    private CheckoutView soldFor(MemberId member, long price, int pieces) {
        return ground.sell(ground.basket(member, 0, price, line("茶", "茶", pieces, price)));
    }

    private String outcome(UUID payment, KeptPayment by) {
        var all = new GiveBack(Money.cny(100), "test", null);
        return ground.outcome(() -> storedValue.giveBack(payment, all, by, "sv|" + payment));
    }

    private void refused(Client lead, MemberId member, CheckoutView sold, Map<String, ?> command) {
        var path = "/api/prepaid/payments/" + payment(lead, sold) + "/give-back";
        var answer = lead.post(path, command, "sv-hand-" + member + command.hashCode());
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("prepaid.payment-is-kept");
        assertThat(answer.text())
                .contains(sold.checkout().number(), sold.checkout().id().toString(), "\"keeper\":\"checkout\"", "收银");
    }

    private static UUID payment(Client lead, CheckoutView sold) {
        var kept = ok(lead.get("/api/prepaid/movements?kind=payment&member="
                        + sold.checkout().member()))
                .json()
                .path("items")
                .valueStream()
                .filter(row -> row.path("kept")
                        .path("about")
                        .asString("")
                        .equals(sold.checkout().id().toString()))
                .toList();
        assertThat(kept).hasSize(1);
        assertThat(kept.getFirst().path("kept").path("name").asString())
                .isEqualTo(sold.checkout().number());
        return UUID.fromString(kept.getFirst().path("id").asString());
    }

    private Map<String, Object> everything() {
        return Map.of("store", ground.store(), "reason", "全退", "everything", true);
    }

    private static Map<String, Object> yuan(long yuan) {
        return Map.of("minor", yuan * 100, "currency", "CNY");
    }
}
