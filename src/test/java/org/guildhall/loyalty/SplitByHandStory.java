package org.guildhall.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.guildhall.access.UnitKind;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.UnitId;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestHttp.Answer;
import org.guildhall.testing.TestHttp.Client;
import org.guildhall.testing.TestMembers;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** The limit of a post is one for the day: what is recorded by hand in parts counts together. */
@GuildhallTest
@TestPropertySource(properties = "guildhall.test.company=split-by-hand")
class SplitByHandStory {

    private static final long LIMIT = 2_000_000;

    @Autowired
    TestStaff staff;

    @Autowired
    TestMembers members;

    private UnitId store;
    private MemberId member;
    private Client clerk;

    @BeforeEach
    void open() {
        store = staff.open(UnitKind.STORE, staff.company());
        member = members.since(staff.today().minusDays(30));
        clerk = staff.logIn(staff.hire("svc", staff.company()));
    }

    @Test
    void parts_of_a_large_purchase_are_refused_once_they_are_more_than_the_limit_together() {
        assertThat(buy(clerk, LIMIT - 100, Map.of()).status()).isEqualTo(200);

        var second = buy(clerk, 101, Map.of());

        assertThat(second.status()).as(second.text()).isEqualTo(422);
        assertThat(second.code()).isEqualTo("loyalty.above-own-limit-today");
        assertThat(second.json().path("facts").path("clause").asString()).isEqualTo("4.12");
        var field = second.json().path("fields").get(0);
        assertThat(field.path("field").asString()).isEqualTo("total");
        assertThat(field.path("facts").path("today").path("minor").asLong()).isEqualTo(LIMIT - 100);
        assertThat(field.path("facts").path("most").path("minor").asLong()).isEqualTo(LIMIT);
        assertThat(bought()).as("nothing was stored").isEqualTo(1);
        assertThat(alarms()).singleElement().satisfies(alarm -> {
            assertThat(alarm.path("facts").path("suspicion").asString()).isEqualTo("loyalty.above-own-limit-today");
            assertThat(alarm.path("facts").path("outcome").asString()).isEqualTo("refused");
        });
        assertThat(buy(clerk, 100, Map.of()).status()).as("exactly the limit").isEqualTo(200);
        var other = members.since(staff.today().minusDays(30));
        assertThat(buy(clerk, 100, Map.of("member", other.toString())).status())
                .as("for each member by itself")
                .isEqualTo(200);
        assertThat(buy(staff.logIn(staff.hire("svc", staff.company())), 100, Map.of())
                        .status())
                .as("for each person by itself")
                .isEqualTo(200);
    }

    @Test
    void dating_the_parts_back_gives_no_more_room() {
        for (int day = 1; day <= 2; day++) {
            assertThat(buy(clerk, LIMIT / 2, ago(day)).status()).isEqualTo(200);
        }
        assertThat(buy(clerk, 1, ago(3)).code()).isEqualTo("loyalty.above-own-limit-today");
        assertThat(buy(clerk, 1, Map.of()).code()).isEqualTo("loyalty.above-own-limit-today");
        assertThat(bought()).isEqualTo(2);
    }

    @Test
    void of_parts_recorded_at_once_only_those_within_the_limit_are_recorded() {
        var asked = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> buy(clerk, LIMIT / 2, Map.of())))
                .toList();
        var codes = asked.stream().map(one -> one.join().status()).sorted().toList();
        assertThat(codes).containsExactly(200, 200, 422, 422);
        assertThat(bought()).isEqualTo(2);
        assertThat(alarms()).hasSize(2);
    }

    @Test
    void a_bulk_call_counts_its_parts_together_and_with_the_day() {
        assertThat(buy(clerk, LIMIT / 2, Map.of()).status()).isEqualTo(200);
        var parts = new ArrayList<Map<String, Object>>();
        for (int i = 1; i <= 3; i++) {
            var part = new HashMap<>(ago(i));
            part.put("source", "till");
            part.put("number", "part-" + i + "-" + member);
            parts.add(purchase(LIMIT / 4, part));
        }
        parts.add(parts.getFirst());

        var done = clerk.post("/api/purchases/bulk", Map.of("purchases", parts));

        assertThat(done.json().path("recorded").asInt()).as(done.text()).isEqualTo(2);
        assertThat(done.json().path("replayed").asInt()).isEqualTo(1);
        assertThat(done.json().path("refused").size()).isEqualTo(1);
        assertThat(done.json().path("refused").get(0).path("number").asString()).isEqualTo("part-3-" + member);
        assertThat(alarms()).hasSize(1);
    }

    @Test
    void what_is_sent_again_counts_once_and_what_came_back_leaves_room_again() {
        var key = Map.<String, Object>of("source", "till", "number", "once-" + member);
        for (int i = 0; i < 2; i++) {
            var answer = buy(clerk, LIMIT, key);
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            assertThat(answer.json().path("replayed").asBoolean()).isEqualTo(i > 0);
        }
        assertThat(alarms()).isEmpty();
        var back = clerk.post(
                "/api/returns",
                Map.of(
                        "source",
                        "till",
                        "purchaseNumber",
                        "once-" + member,
                        "member",
                        member.toString(),
                        "amount",
                        Map.of("minor", LIMIT / 2, "currency", "CNY")),
                UUID.randomUUID().toString());
        assertThat(back.status()).as(back.text()).isEqualTo(200);

        assertThat(buy(clerk, LIMIT / 2, Map.of()).status()).isEqualTo(200);
        assertThat(buy(clerk, 1, Map.of()).code()).isEqualTo("loyalty.above-own-limit-today");
    }

    @Test
    void who_may_record_large_ones_may_split_them_and_that_is_kept_in_mind() {
        var lead = staff.logIn("lead");
        assertThat(buy(lead, LIMIT, Map.of()).status()).isEqualTo(200);
        assertThat(alarms()).isEmpty();
        assertThat(buy(lead, 1, Map.of()).status()).isEqualTo(200);
        assertThat(alarms()).singleElement().satisfies(alarm -> {
            assertThat(alarm.path("facts").path("suspicion").asString()).isEqualTo("loyalty.above-own-limit-today");
            assertThat(alarm.path("facts").path("outcome").asString()).isEqualTo("recorded");
        });
    }

    private static Map<String, Object> ago(int days) {
        return Map.of(
                "occurredAt", MovableClock.START.minusSeconds(86_400L * days).toString());
    }

    private Answer buy(Client client, long fen, Map<String, ?> more) {
        return client.post(
                "/api/purchases", purchase(fen, more), UUID.randomUUID().toString());
    }

    private Map<String, Object> purchase(long fen, Map<String, ?> more) {
        var body = new HashMap<String, Object>(Map.of(
                "member", member.toString(),
                "store", store.toString(),
                "total", Map.of("minor", fen, "currency", "CNY")));
        body.putAll(more);
        return body;
    }

    private int bought() {
        return staff.logIn("lead")
                .get("/api/purchases?member=" + member)
                .json()
                .path("items")
                .size();
    }

    private List<JsonNode> alarms() {
        var found = staff.logIn("auditor").get("/api/audit?act=loyalty.purchase-suspected&member=" + member);
        assertThat(found.status()).as(found.text()).isEqualTo(200);
        return found.json().path("items").valueStream().toList();
    }
}
