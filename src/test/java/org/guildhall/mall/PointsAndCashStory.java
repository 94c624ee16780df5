package org.guildhall.mall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.mall.MallCalls.fen;
import static org.guildhall.mall.MallCalls.paid;
import static org.guildhall.mall.MallCalls.pickUp;
import static org.guildhall.mall.MallCalls.redeem;
import static org.guildhall.mall.MallCalls.reward;
import static org.guildhall.testing.Answers.lawsHold;
import static org.guildhall.testing.Answers.ok;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.access.UnitKind;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.UnitId;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestHttp.Client;
import org.guildhall.testing.TestStaff;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Rewards that cost points and money: paid to the fen, in the day's tills, given back with the points. Over HTTP. */
@GuildhallTest
@Import(MallGround.class)
class PointsAndCashStory {

    private static final String LAW = "mall.cash-is-paid";
    private static final String ORDERS = "/api/redemptions";
    private static final String PAYMENTS = "/api/counter-payments";
    private static final Map<String, String> WHY = Map.of("reason", "改了主意");

    @Autowired
    TestStaff staff;

    @Autowired
    MallGround ground;

    @Autowired
    Redemptions redemptions;

    @Autowired
    PrizeRedemptions prizes;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MovableClock clock;

    private Instant start;
    private UnitId store;
    private Client lead;
    private Client clerk;

    @BeforeEach
    void a_store_of_its_own() {
        start = clock.instant();
        store = staff.open(UnitKind.STORE, staff.company());
        lead = staff.logIn("lead");
        clerk = staff.logIn(staff.hire("store", store));
    }

    @AfterEach
    void back() {
        clock.moveTo(start);
    }

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

    @Test
    void money_lies_in_the_till_of_its_store_and_goes_back_from_there() {
        var elsewhere = staff.open(UnitKind.STORE, staff.company());
        var stranger = staff.logIn(staff.hire("store", elsewhere));
        var reward = ground.reward(10, 2_990, 5);
        var member = buyer(1_000);
        var asked = order(member, reward, 1);
        asked.put("payment", paid(elsewhere, 2_990));
        assertThat(clerk.post(ORDERS, asked, key()).code()).isEqualTo("mall.store-out-of-reach");
        asked.put("payment", paid(new UnitId(UUID.randomUUID()), 2_990));
        assertThat(clerk.post(ORDERS, asked, key()).text()).contains("payment.store", "open-store");

        asked.put("payment", paid(store, 2_990));
        asked.put("store", elsewhere.toString());
        var order = ORDERS + "/"
                + ok(lead.post(ORDERS, asked, key()))
                        .json()
                        .path("redemption")
                        .path("id")
                        .asString();
        var refused = stranger.post(order + "/cancel", WHY, key());
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("mall.money-elsewhere");
        ok(lead.post(order + "/cancel", WHY, key()));
        assertThat(till(staff.today(), "cash")).isEqualTo("in 2990, out 2990, 2 times");
    }

    @Test
    void it_goes_back_when_nobody_picks_it_up_and_when_it_is_taken_back() {
        var reward = ground.reward(10, 2_990, 5);
        var member = buyer(1_000);
        var forgotten = place(member, reward, 2_990);
        pass(9);
        redemptions.giveUpOverdue();
        assertThat(amounts(ok(lead.get(ORDERS + "/" + forgotten)).json())).containsExactly(2_990L, -2_990L);
        assertThat(till(staff.today(), "cash")).isEqualTo("in 0, out 2990, 1 times");

        var asked = order(member, reward, 1);
        asked.put("payment", paid(store, 2_990));
        var placed = ok(clerk.post(ORDERS, asked, key())).json();
        var shown = pickUp(placed.path("code").asString(), store);
        ok(clerk.post(ORDERS + "/hand-out", shown, key()));
        var order = ORDERS + "/" + placed.path("redemption").path("id").asString();
        assertThat(amounts(ok(lead.get(order)).json())).containsExactly(2_990L);
        assertThat(amounts(ok(lead.post(order + "/take-back", WHY, key())).json()))
                .containsExactly(2_990L, -2_990L);
        assertThat(till(staff.today(), "cash")).isEqualTo("in 2990, out 5980, 3 times");
        lawsHold(lead, LAW);
    }

    @Test
    void what_is_won_costs_no_money() {
        var reward = ground.reward(10, 2_990, 5);
        var member = buyer(1_000);
        var won = staff.asMachine(() -> transaction.execute(
                status -> prizes.order(Redeem.forPoints(member, reward.id(), 1, null), key(), null)));
        var order = ok(lead.get(ORDERS + "/" + won.redemption())).json();
        assertThat(order.has("cash")).isFalse();
        assertThat(amounts(order)).isEmpty();
        assertThat(ground.points(member)).isEqualTo(990);
        staff.asMachine(() -> transaction.execute(status -> {
            prizes.cancel(won.redemption(), "drawn anew", key());
            return "done";
        }));
        assertThat(amounts(ok(lead.get(ORDERS + "/" + won.redemption())).json()))
                .isEmpty();
    }

    /** Sessions end meanwhile. */
    private void pass(int days) {
        clock.advance(Duration.ofDays(days));
        lead = staff.logIn("lead");
        clerk = staff.logIn(staff.hire("store", store));
    }

    private MemberId buyer(long points) {
        var member = ground.member(store);
        ground.give(member, points, null);
        return member;
    }

    /** Refused with what is due and what was paid; nothing is stored. */
    private void refused(Map<String, Object> asked, @Nullable Object payment, long due, long sum) {
        if (payment == null) {
            asked.remove("payment");
        } else {
            asked.put("payment", payment);
        }
        var answer = clerk.post(ORDERS, asked, key());
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("mall.payments-differ");
        assertThat(minor(answer.json().path("facts"), "due")).isEqualTo(due);
        assertThat(minor(answer.json().path("facts"), "paid")).isEqualTo(sum);
        assertThat(answer.json().path("fields").path(0).path("field").asString())
                .isEqualTo("payment.tenders");
        assertThat(answer.json().path("fields").path(0).path("rule").asString()).isEqualTo("sum-equals-due");
    }

    private void change(RewardView reward, long points, long cash, int revision) {
        var details = new HashMap<String, Object>(reward(reward.details().code(), points));
        details.put("cash", fen(cash));
        var change = Map.of(
                "details", details, "expectedRevision", ground.now(reward).revision());
        assertThat(ground.now(reward).revision()).isEqualTo(revision);
        ok(lead.put("/api/rewards/" + reward.id(), change));
    }

    private String place(MemberId member, RewardView reward, long cash) {
        var asked = order(member, reward, 1);
        asked.put("payment", paid(store, cash));
        return ok(clerk.post(ORDERS, asked, key()))
                .json()
                .path("redemption")
                .path("id")
                .asString();
    }

    private Map<String, Object> order(MemberId member, RewardView reward, int quantity) {
        return new HashMap<>(redeem(member, reward.id(), quantity, store));
    }

    private String till(LocalDate day, String method) {
        return ok(clerk.get(PAYMENTS + "/days/" + day))
                .json()
                .path("tills")
                .valueStream()
                .filter(till -> till.path("store").asString().equals(store.toString())
                        && till.path("method").asString().equals(method))
                .map(till -> "in " + minor(till, "in") + ", out " + minor(till, "out") + ", "
                        + till.path("times").asInt() + " times")
                .findFirst()
                .orElse("nothing");
    }

    private JsonNode list(String query) {
        return ok(clerk.get(PAYMENTS + "?store=" + store + "&" + query)).json().path("items");
    }

    private static List<Long> amounts(JsonNode order) {
        return order.path("payments")
                .valueStream()
                .map(payment -> minor(payment, "amount"))
                .toList();
    }

    private static long minor(JsonNode of, String name) {
        return of.path(name).path("minor").asLong();
    }

    private static String key() {
        return "cash|" + UUID.randomUUID();
    }
}
