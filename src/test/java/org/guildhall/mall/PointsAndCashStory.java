package org.guildhall.mall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.mall.MallCalls.fen;
import static org.guildhall.mall.MallCalls.paid;
import static org.guildhall.mall.MallCalls.reward;
import static org.guildhall.testing.Answers.lawsHold;
import static org.guildhall.testing.Answers.ok;

import java.util.HashMap;
import java.util.Map;
import org.guildhall.testing.GuildhallTest;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

/** Rewards that cost points and money are paid to the fen with the order, in the day's tills. Over HTTP. */
@GuildhallTest
@Import(MallGround.class)
class PointsAndCashStory extends PointsAndCash {

    @Test
    void a_price_in_money_is_entered_beside_the_points_within_its_limits_and_taken_away_again() {
        var asked = new HashMap<String, Object>(reward("CASH-" + staff.today().toEpochDay(), 300));
        for (var wrong : Map.of(fen(-1), "not-negative", fen(100_000_001), "cash-at-most")
                .entrySet()) {
            asked.put("cash", wrong.getKey());
            var field = lead.post("/api/rewards", asked).json().path("fields").path(0);
            assertThat(field.path("field").asString()).isEqualTo("cash");
            assertThat(field.path("rule").asString()).isEqualTo(wrong.getValue());
        }
        asked.put("cash", Map.of("minor", 1, "currency", "USD"));
        assertThat(lead.post("/api/rewards", asked).text()).contains("in-the-base-currency");
        asked.put("cash", fen(100_000_000));
        var entered = ok(lead.post("/api/rewards", asked)).json();
        assertThat(entered.path("details").path("cash").path("minor").asLong()).isEqualTo(100_000_000);
        asked.put("cash", fen(0));
        var change = Map.of("details", asked, "expectedRevision", 1);
        var path = "/api/rewards/" + entered.path("id").asString();
        assertThat(ok(lead.put(path, change)).json().path("details").has("cash"))
                .as("no money is points alone")
                .isFalse();
        assertThat(ok(lead.get(path)).json().path("details").has("cash")).isFalse();
    }

    @Test
    void it_is_paid_to_the_fen_with_the_order_and_given_back_on_the_day_it_is_cancelled() {
        var reward = ground.reward(300, 2_990, 5);
        var member = buyer(1_000);
        var price = ok(clerk.get(ORDERS + "/price?member=" + member + "&reward=" + reward.id() + "&quantity=2"))
                .json()
                .path("price");
        assertThat(price.path("points").asLong()).isEqualTo(600);
        assertThat(minor(price, "cash")).isEqualTo(5_980);

        var asked = order(member, reward, 2);
        asked.put("price", Map.of("points", 600, "cash", fen(5_980)));
        refused(asked, null, 5_980, 0);
        refused(asked, paid(store, 5_979), 5_980, 5_979);
        refused(asked, paid(store, 5_000, 981), 5_980, 5_981);
        asked.put("payment", paid(store, 0));
        assertThat(clerk.post(ORDERS, asked, key()).text()).contains("payment.tenders[0].amount", "positive");
        asked.put("payment", paid(store, Long.MAX_VALUE, Long.MAX_VALUE));
        assertThat(clerk.post(ORDERS, asked, key()).text()).contains("payment.tenders[0].amount", "within-limit");
        assertThat(ground.points(member)).as("nothing was held").isEqualTo(1_000);
        assertThat(ground.now(reward).stock().available()).isEqualTo(5);
        assertThat(list("")).as("nothing was taken").isEmpty();

        asked.put("payment", paid(store, 5_000, 980));
        var key = key();
        var placed = ok(clerk.post(ORDERS, asked, key)).json().path("redemption");
        assertThat(minor(placed, "unitCash")).isEqualTo(2_990);
        assertThat(minor(placed, "cash")).isEqualTo(5_980);
        assertThat(ok(clerk.post(ORDERS, asked, key)).json().path("redemption").toString())
                .as("the same key is the same order, paid once")
                .isEqualTo(placed.toString());
        asked.put("payment", paid(store, 4_000, 1_980));
        assertThat(clerk.post(ORDERS, asked, key).code()).isEqualTo("mall.redemption-differs");
        assertThat(ground.points(member)).isEqualTo(400);

        var day = staff.today();
        assertThat(till(day, "cash")).isEqualTo("in 5000, out 0, 1 times");
        assertThat(till(day, "code")).isEqualTo("in 980, out 0, 1 times");
        var row = list("method=code&what=redemption").path(0);
        assertThat(row.path("about").asString()).isEqualTo(placed.path("id").asString());
        assertThat(row.path("name").asString()).isEqualTo(reward.details().name());
        assertThat(row.path("reference").asString()).isEqualTo("slip-1");
        assertThat(row.path("member").asString()).isEqualTo(member.toString());

        pass(1);
        var order = ORDERS + "/" + placed.path("id").asString();
        var cancelled = ok(clerk.post(order + "/cancel", WHY, "cancel|" + key));
        assertThat(amounts(cancelled.json())).containsExactly(5_000L, 980L, -5_000L, -980L);
        assertThat(ok(clerk.post(order + "/cancel", WHY, "cancel|" + key)).text())
                .isEqualTo(cancelled.text());
        assertThat(till(day, "cash")).as("yesterday stays as it was").isEqualTo("in 5000, out 0, 1 times");
        assertThat(till(staff.today(), "cash")).isEqualTo("in 0, out 5000, 1 times");
        assertThat(till(staff.today(), "code")).isEqualTo("in 0, out 980, 1 times");
        assertThat(ground.points(member)).isEqualTo(1_000);
        assertThat(ok(lead.get("/api/purchases?member=" + member)).json().path("items"))
                .as("it is no purchase")
                .isEmpty();
        assertThat(ok(lead.get(order + "/why")).text()).contains("mall.cash-price", "mall.cash-back");
        assertThat(ok(lead.get("/api/members/" + member + "/timeline")).text()).contains("mall.paid", "mall.paid-back");
        lawsHold(lead, LAW);
    }

    @Test
    void the_till_is_counted_with_it() {
        var reward = ground.reward(10, 2_990, 5);
        place(buyer(100), reward, 2_990);
        var count = new HashMap<String, Object>(
                Map.of("store", store, "day", staff.today(), "method", "cash", "counted", fen(0)));
        assertThat(clerk.post(PAYMENTS + "/counts", count, key()).code()).isEqualTo("checkout.difference-needs-reason");
        count.put("counted", fen(2_990));
        ok(clerk.post(PAYMENTS + "/counts", count, key()));
    }

    @Test
    void a_price_that_changed_is_not_charged_and_what_was_ordered_keeps_its_own() {
        var reward = ground.reward(300, 2_990, 5);
        var member = buyer(2_000);
        var earlier = place(member, reward, 2_990);
        var asked = order(member, reward, 1);
        asked.put("price", Map.of("points", 300, "cash", fen(2_990)));
        asked.put("payment", paid(store, 2_990));
        change(reward, 300, 3_990, 2);
        var outdated = clerk.post(ORDERS, asked, key());
        assertThat(outdated.status()).isEqualTo(409);
        assertThat(outdated.code()).isEqualTo("mall.cash-outdated");
        assertThat(minor(outdated.json().path("facts"), "now")).isEqualTo(3_990);
        change(reward, 400, 2_990, 3);
        assertThat(clerk.post(ORDERS, asked, key()).code()).isEqualTo("mall.price-outdated");
        assertThat(ground.points(member)).isEqualTo(1_700);
        asked.remove("price");
        ok(clerk.post(ORDERS, asked, key()));
        assertThat(ground.points(member))
                .as("who states no price pays the one in force")
                .isEqualTo(1_300);
        change(reward, 400, 0, 4);
        assertThat(amounts(ok(clerk.post(ORDERS + "/" + earlier + "/cancel", WHY, key()))
                        .json()))
                .containsExactly(2_990L, -2_990L);
    }
}
