package org.guildhall.mall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.mall.MallCalls.fen;
import static org.guildhall.mall.MallCalls.paid;
import static org.guildhall.mall.MallCalls.redeem;
import static org.guildhall.mall.MallCalls.reward;
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
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestHttp.Client;
import org.guildhall.testing.TestStaff;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Rewards that cost points and money, over HTTP: a store of its own for each story, and what its till took. */
abstract class PointsAndCash {

    static final String LAW = "mall.cash-is-paid";
    static final String ORDERS = "/api/redemptions";
    static final String PAYMENTS = "/api/counter-payments";
    static final Map<String, String> WHY = Map.of("reason", "改了主意");

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

    Instant start;
    UnitId store;
    Client lead;
    Client clerk;

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

    /** Sessions end meanwhile. */
    void pass(int days) {
        clock.advance(Duration.ofDays(days));
        lead = staff.logIn("lead");
        clerk = staff.logIn(staff.hire("store", store));
    }

    MemberId buyer(long points) {
        var member = ground.member(store);
        ground.give(member, points, null);
        return member;
    }

    /** Refused with what is due and what was paid; nothing is stored. */
    void refused(Map<String, Object> asked, @Nullable Object payment, long due, long sum) {
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

    void change(RewardView reward, long points, long cash, int revision) {
        var details = new HashMap<String, Object>(reward(reward.details().code(), points));
        details.put("cash", fen(cash));
        var change = Map.of(
                "details", details, "expectedRevision", ground.now(reward).revision());
        assertThat(ground.now(reward).revision()).isEqualTo(revision);
        ok(lead.put("/api/rewards/" + reward.id(), change));
    }

    String place(MemberId member, RewardView reward, long cash) {
        var asked = order(member, reward, 1);
        asked.put("payment", paid(store, cash));
        return ok(clerk.post(ORDERS, asked, key()))
                .json()
                .path("redemption")
                .path("id")
                .asString();
    }

    Map<String, Object> order(MemberId member, RewardView reward, int quantity) {
        return new HashMap<>(redeem(member, reward.id(), quantity, store));
    }

    String till(LocalDate day, String method) {
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

    JsonNode list(String query) {
        return ok(clerk.get(PAYMENTS + "?store=" + store + "&" + query)).json().path("items");
    }

    static List<Long> amounts(JsonNode order) {
        return order.path("payments")
                .valueStream()
                .map(payment -> minor(payment, "amount"))
                .toList();
    }

    static long minor(JsonNode of, String name) {
        return of.path(name).path("minor").asLong();
    }

    static String key() {
        return "cash|" + UUID.randomUUID();
    }
}
