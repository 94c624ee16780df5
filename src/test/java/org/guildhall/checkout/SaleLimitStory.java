package org.guildhall.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.checkout.CheckoutGround.line;
import static org.guildhall.testing.Answers.ok;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.checkout.acts.Together;
import org.guildhall.kernel.MemberId;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestHttp;
import org.guildhall.testing.TestHttp.Answer;
import org.guildhall.testing.TestHttp.Client;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What one sale comes to at most, who may sell for more, and what the audit log keeps of both. */
@GuildhallTest
@Import({CheckoutGround.class, CheckoutGround.Books.class, Together.class})
class SaleLimitStory {

    private static final long LIMIT = 5_000_000;

    @Autowired
    TestStaff staff;

    @Autowired
    TestHttp http;

    @Autowired
    CheckoutGround ground;

    @Autowired
    Together together;

    @Autowired
    JsonMapper json;

    private MemberId member;

    @BeforeEach
    void somebody() {
        member = ground.member();
    }

    @Test
    void a_cashier_sells_up_to_the_limit_and_is_told_of_it_already_when_asking_for_the_price() {
        var clerk = staff.logIn(staff.hire("store", ground.store()));
        assertThat(sell(clerk, clerk, LIMIT, key()).status()).isEqualTo(200);
        assertThat(alarms()).isEmpty();

        var told = clerk.post("/api/checkouts/quote", basket(LIMIT + 1));
        assertThat(told.status()).as(told.text()).isEqualTo(422);
        assertThat(told.code()).isEqualTo("checkout.above-sale-limit");
        assertThat(told.json().path("facts").path("clause").asString()).isEqualTo("4.9");
        var field = told.json().path("fields").get(0);
        assertThat(field.path("field").asString()).isEqualTo("lines");
        assertThat(field.path("value").asString()).isEqualTo("50000.01");
        assertThat(field.path("rule").asString()).isEqualTo("above-sale-limit");
        assertThat(field.path("facts").path("most").path("minor").asLong()).isEqualTo(LIMIT);
        assertThat(alarms()).as("asking is no attempt").isEmpty();

        var refused = sell(staff.logIn("lead"), clerk, LIMIT + 1, key());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("checkout.above-sale-limit");
        assertThat(sales()).as("nothing was stored").isEqualTo(1);
        alarmed("refused");
    }

    @Test
    void who_may_make_large_sales_does_and_that_is_kept_in_mind_once() {
        var lead = staff.logIn("lead");
        var key = key();
        for (int i = 0; i < 2; i++) {
            assertThat(sell(lead, lead, LIMIT + 1, key).status()).isEqualTo(200);
        }
        assertThat(sales()).isEqualTo(1);
        alarmed("sold");
    }

    @Test
    void a_program_sells_more_only_with_the_permission() {
        var lead = staff.logIn("lead");
        var till = program(lead, "checkout.sell", "loyalty.record");
        assertThat(till.post("/api/checkouts/quote", basket(LIMIT + 1)).code()).isEqualTo("checkout.above-sale-limit");
        assertThat(sell(lead, till, LIMIT + 1, key()).code()).isEqualTo("checkout.above-sale-limit");
        assertThat(sales()).isZero();
        alarmed("refused");

        assertThat(sell(lead, till, LIMIT, key()).status()).isEqualTo(200);
        var larger = program(lead, "checkout.sell", "checkout.sell-large", "loyalty.record");
        assertThat(sell(lead, larger, LIMIT + 1, key()).status()).isEqualTo(200);
        assertThat(sales()).isEqualTo(2);
        assertThat(alarms()).hasSize(2);
    }

    @Test
    void a_large_sale_is_left_to_be_made_by_itself_and_leaves_the_others_alone() {
        var large = ground.basket(member, 0, 0, line("金条", "贵金属", 1, LIMIT + 1));
        var small = ground.basket(ground.member(), 0, 0, line("茶", "茶", 1, LIMIT));
        var asked =
                List.of(CheckoutGround.at(ground.quote(large), large), CheckoutGround.at(ground.quote(small), small));
        assertThat(staff.asMachine(() -> together.sell(asked, List.of(key(), key()))))
                .containsExactly(false, true);
        assertThat(sales()).isZero();
    }

    @Test
    void rules_that_were_published_before_there_was_a_limit_have_the_one_that_is_built_in() {
        Map<String, Object> body =
                new HashMap<>(json.convertValue(CheckoutPolicy.DEFAULT, new TypeReference<Map<String, Object>>() {}));
        assertThat(body.remove("mostPerSale")).isNotNull();
        assertThat(json.convertValue(body, CheckoutPolicy.class)).isEqualTo(CheckoutPolicy.DEFAULT);
    }

    @Test
    void the_limit_is_above_nothing_and_in_the_currency_of_the_rules() {
        var lead = staff.logIn("lead");
        for (var wrong : List.of(Map.of("minor", 0, "currency", "CNY"), Map.of("minor", 100, "currency", "EUR"))) {
            Map<String, Object> body = new HashMap<>(
                    json.convertValue(CheckoutPolicy.DEFAULT, new TypeReference<Map<String, Object>>() {}));
            body.put("mostPerSale", wrong);
            var policy = json.convertValue(body, CheckoutPolicy.class);
            assertThat(CheckoutPolicyCheck.broken(policy))
                    .singleElement()
                    .satisfies(field -> assertThat(field.field()).isEqualTo("mostPerSale"));
        }
        assertThat(lead.get("/api/policies/checkout.rules").text()).contains("mostPerSale");
    }

    /** Sold by one at the price that another was told. */
    private Answer sell(Client asks, Client sells, long fen, String key) {
        var basket = basket(fen);
        var quote = ok(asks.post("/api/checkouts/quote", basket)).json();
        var paid = Map.of("method", "cash", "amount", quote.path("payable"));
        return sells.post(
                "/api/checkouts",
                Map.of("basket", basket, "expected", quote.path("expected"), "payments", List.of(paid)),
                key);
    }

    private Map<String, Object> basket(long fen) {
        return Map.of(
                "member",
                member.toString(),
                "store",
                ground.store().toString(),
                "lines",
                List.of(
                        Map.of("product", "金条", "quantityMilli", 1_000, "amount", yuan(fen - 100)),
                        Map.of("product", "盒", "quantityMilli", 1_000, "amount", yuan(100))));
    }

    private static Map<String, Object> yuan(long fen) {
        return Map.of("minor", fen, "currency", "CNY");
    }

    private Client program(Client maker, String... permissions) {
        var made = maker.post("/api/api-keys", Map.of("name", "till", "permissions", List.of(permissions)));
        return http.asKey(made.json().path("bearer").asString());
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private int sales() {
        return ok(staff.logIn("lead").get("/api/checkouts?member=" + member))
                .json()
                .path("items")
                .size();
    }

    private void alarmed(String outcome) {
        assertThat(alarms()).singleElement().satisfies(alarm -> {
            assertThat(alarm.path("facts").path("suspicion").asString()).isEqualTo("checkout.above-sale-limit");
            assertThat(alarm.path("facts").path("outcome").asString()).isEqualTo(outcome);
        });
    }

    private List<JsonNode> alarms() {
        return ok(staff.logIn("auditor").get("/api/audit?act=checkout.sale-suspected&member=" + member))
                .json()
                .path("items")
                .valueStream()
                .toList();
    }
}
