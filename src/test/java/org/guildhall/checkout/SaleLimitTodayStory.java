package org.guildhall.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.testing.Answers.ok;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.guildhall.kernel.MemberId;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestHttp.Answer;
import org.guildhall.testing.TestHttp.Client;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** A large sale in pieces is a large sale, over HTTP. */
@GuildhallTest
@Import(CheckoutGround.class)
class SaleLimitTodayStory {

    private static final long LIMIT = 5_000_000;

    @Autowired
    TestStaff staff;

    @Autowired
    CheckoutGround ground;

    @Test
    void what_one_person_sells_a_member_in_a_day_counts_together() {
        var clerk = clerk();
        var member = ground.member();
        assertThat(sell(clerk, member, LIMIT - 100).status()).isEqualTo(200);

        var told = clerk.post("/api/checkouts/quote", basket(member, 101));
        assertThat(told.status()).as(told.text()).isEqualTo(422);
        assertThat(told.code()).isEqualTo("checkout.above-sale-limit-today");
        assertThat(told.json().path("detail").asString()).contains("拆开", "4.9");
        assertThat(alarms(member)).as("asking is no attempt").isEmpty();

        var refused = sellAt(staff.logIn("lead"), clerk, member, 101);
        assertThat(refused.code()).isEqualTo("checkout.above-sale-limit-today");
        assertThat(sales(member)).as("nothing was stored").hasSize(1);
        assertThat(alarms(member)).singleElement().satisfies(alarm -> {
            assertThat(alarm.path("facts").path("outcome").asString()).isEqualTo("refused");
            assertThat(alarm.path("facts").path("total").path("minor").asLong()).isEqualTo(LIMIT + 1);
        });

        assertThat(sell(clerk, member, 100).status())
                .as("up to the limit itself")
                .isEqualTo(200);
        assertThat(sell(clerk, ground.member(), LIMIT).status())
                .as("another member")
                .isEqualTo(200);
        assertThat(sell(clerk(), member, LIMIT).status())
                .as("another person counts apart")
                .isEqualTo(200);
        assertThat(sell(staff.logIn("lead"), member, LIMIT).status())
                .as("who may make large sales")
                .isEqualTo(200);
        assertThat(sell(staff.logIn("lead"), member, LIMIT).status()).isEqualTo(200);
    }

    @Test
    void what_came_back_makes_room_again() {
        var clerk = clerk();
        var member = ground.member();
        var sold = ok(sell(clerk, member, LIMIT)).json().path("checkout");
        assertThat(clerk.post("/api/checkouts/quote", basket(member, 1)).code())
                .isEqualTo("checkout.above-sale-limit-today");
        ok(staff.logIn("lead")
                .post(
                        "/api/checkouts/" + sold.path("id").asString() + "/returns",
                        Map.of(
                                "store",
                                ground.store().toString(),
                                "lines",
                                List.of(Map.of("line", 1, "quantityMilli", 500)),
                                "reason",
                                "退一半"),
                        UUID.randomUUID().toString()));
        assertThat(sell(clerk, member, LIMIT / 2).status()).isEqualTo(200);
        assertThat(clerk.post("/api/checkouts/quote", basket(member, 1)).code())
                .isEqualTo("checkout.above-sale-limit-today");
    }

    @Test
    void a_key_that_is_sent_again_is_answered_again() {
        var clerk = clerk();
        var member = ground.member();
        var key = UUID.randomUUID().toString();
        var first = commit(clerk, clerk, basket(member, LIMIT), key);
        var again = commit(staff.logIn("lead"), clerk, basket(member, LIMIT), key);
        assertThat(again.status()).as(again.text()).isEqualTo(200);
        assertThat(again.json().path("checkout").path("id").asString())
                .isNotEmpty()
                .isEqualTo(first.json().path("checkout").path("id").asString());
        assertThat(alarms(member)).isEmpty();
    }

    @Test
    void sales_at_the_same_time_count_together_too() throws Exception {
        var clerk = clerk();
        var member = ground.member();
        var sales = new ArrayList<Callable<Answer>>();
        for (int i = 0; i < 8; i++) {
            sales.add(() -> sell(clerk, member, LIMIT / 4));
        }
        try (var pool = Executors.newFixedThreadPool(8)) {
            for (var done : pool.invokeAll(sales)) {
                done.get();
            }
        }
        assertThat(sales(member)).hasSize(4);
    }

    private Client clerk() {
        return staff.logIn(staff.hire("store", ground.store()));
    }

    private Answer sell(Client clerk, MemberId member, long fen) {
        return sellAt(clerk, clerk, member, fen);
    }

    /** Sold by one at the price that another was told. */
    private Answer sellAt(Client asks, Client sells, MemberId member, long fen) {
        return commit(asks, sells, basket(member, fen), UUID.randomUUID().toString());
    }

    private static Answer commit(Client asks, Client sells, Map<String, Object> basket, String key) {
        var quote = asks.post("/api/checkouts/quote", basket);
        if (quote.status() != 200) {
            return quote;
        }
        var paid = Map.of("method", "cash", "amount", quote.json().path("payable"));
        return sells.post(
                "/api/checkouts",
                Map.of("basket", basket, "expected", quote.json().path("expected"), "payments", List.of(paid)),
                key);
    }

    private Map<String, Object> basket(MemberId member, long fen) {
        return Map.of(
                "member",
                member.toString(),
                "store",
                ground.store().toString(),
                "lines",
                List.of(Map.of(
                        "product", "金条", "quantityMilli", 1_000, "amount", Map.of("minor", fen, "currency", "CNY"))));
    }

    private List<JsonNode> sales(MemberId member) {
        return ok(staff.logIn("lead").get("/api/checkouts?member=" + member))
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    private List<JsonNode> alarms(MemberId member) {
        return ok(staff.logIn("auditor").get("/api/audit?act=checkout.sale-suspected&member=" + member))
                .json()
                .path("items")
                .valueStream()
                .toList();
    }
}
