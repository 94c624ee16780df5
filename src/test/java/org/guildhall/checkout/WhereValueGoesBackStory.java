package org.guildhall.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.checkout.CheckoutGround.line;
import static org.guildhall.testing.Answers.ok;

import java.util.Map;
import org.guildhall.access.UnitKind;
import org.guildhall.kernel.MemberId;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestHttp.Client;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** Stored value that goes back is in the day of the store where it went back. */
@GuildhallTest
@Import({CheckoutGround.class, CheckoutGround.Books.class})
class WhereValueGoesBackStory {

    @Autowired
    TestStaff staff;

    @Autowired
    CheckoutGround ground;

    @Test
    void a_sale_gives_it_back_at_the_store_that_takes_the_goods() {
        var lead = staff.logIn("lead");
        var member = ground.member();
        ground.topUp(member, 2_000);
        var sold = ground.sell(ground.basket(member, 0, 2_000, line("茶", "茶", 1, 2_000)));
        var elsewhere = staff.open(UnitKind.STORE, staff.company());
        var everything = Map.of("store", elsewhere, "reason", "全退", "everything", true);
        ok(lead.post("/api/checkouts/" + sold.checkout().id() + "/returns", everything, "where-sale-" + member));
        assertThat(last(lead, member).path("kind").asString()).isEqualTo("return");
        assertThat(last(lead, member).path("store").asString()).isEqualTo(elsewhere.toString());
    }

    @Test
    void a_payment_by_hand_gives_it_back_where_it_was_paid_unless_another_store_is_named() {
        var lead = staff.logIn("lead");
        var member = ground.member();
        ground.topUp(member, 3_000);
        var elsewhere = staff.open(UnitKind.STORE, staff.company());
        var body = Map.of("member", member, "amount", yuan(20), "partly", false, "store", ground.store());
        var paid = ok(lead.post("/api/prepaid/payments", body, "where-hand-" + member))
                .json();
        var path = "/api/prepaid/payments/" + paid.path("id").asString() + "/give-back";
        ok(lead.post(path, Map.of("amount", yuan(5), "reason", "退"), "where-here-" + member));
        assertThat(last(lead, member).path("store").asString())
                .isEqualTo(ground.store().toString());
        ok(lead.post(path, Map.of("amount", yuan(5), "reason", "退", "store", elsewhere), "where-there-" + member));
        assertThat(last(lead, member).path("store").asString()).isEqualTo(elsewhere.toString());
        var strange = Map.of("reason", "退", "store", staff.company());
        assertThat(lead.post(path, strange, "where-nowhere-" + member).status()).isEqualTo(400);
    }

    @Test
    void what_was_set_aside_and_is_let_go_is_so_where_it_was_set_aside() {
        var lead = staff.logIn("lead");
        var member = ground.member();
        ground.topUp(member, 3_000);
        var body = Map.of("member", member, "amount", yuan(20), "partly", false, "store", ground.store());
        var locked = ok(lead.post("/api/prepaid/locks", body, "where-lock-" + member))
                .json();
        ok(lead.post(
                "/api/prepaid/locks/" + locked.path("id").asString() + "/release", Map.of(), "where-go-" + member));
        assertThat(last(lead, member).path("kind").asString()).isEqualTo("release");
        assertThat(last(lead, member).path("store").asString())
                .isEqualTo(ground.store().toString());
    }

    private static JsonNode last(Client lead, MemberId member) {
        return ok(lead.get("/api/prepaid/movements?member=" + member))
                .json()
                .path("items")
                .path(0);
    }

    private static Map<String, Object> yuan(long yuan) {
        return Map.of("minor", yuan * 100, "currency", "CNY");
    }
}
