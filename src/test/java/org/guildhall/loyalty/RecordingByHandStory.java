package org.guildhall.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.guildhall.access.UnitKind;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.UnitId;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestHttp.Answer;
import org.guildhall.testing.TestHttp.Client;
import org.guildhall.testing.TestMembers;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** What a post records by hand, what only a manager does, and what the audit log keeps of both. */
@GuildhallTest
@TestPropertySource(properties = "guildhall.test.company=recording-by-hand")
class RecordingByHandStory {

    private static final long LIMIT = 2_000_000;

    @Autowired
    TestStaff staff;

    @Autowired
    TestMembers members;

    @Autowired
    Loyalty loyalty;

    @Autowired
    DataSource connections;

    @Test
    void a_clerk_records_up_to_the_limit_of_the_post_and_a_manager_more() {
        var store = staff.open(UnitKind.STORE, staff.company());
        var member = members.of(store);
        var clerk = staff.logIn(staff.hire("store", store));

        assertThat(buy(clerk, member, store, LIMIT, Map.of()).status()).isEqualTo(200);
        var above = buy(clerk, member, store, LIMIT + 1, Map.of());
        assertThat(above.status()).isEqualTo(422);
        assertThat(above.code()).isEqualTo("loyalty.above-own-limit");
        assertThat(above.json().path("facts").path("clause").asString()).isEqualTo("4.12");
        var field = above.json().path("fields").get(0);
        assertThat(field.path("field").asString()).isEqualTo("total");
        assertThat(field.path("facts").path("most").path("minor").asLong()).isEqualTo(LIMIT);
        assertThat(bought(member)).as("nothing was stored").isEqualTo(1);
        assertThat(alarms(member)).singleElement().satisfies(alarm -> {
            assertThat(alarm.path("facts").path("suspicion").asString()).isEqualTo("loyalty.above-own-limit");
            assertThat(alarm.path("facts").path("outcome").asString()).isEqualTo("refused");
        });

        assertThat(buy(staff.logIn("lead"), member, store, LIMIT + 1, Map.of()).status())
                .isEqualTo(200);
        assertThat(alarms(member))
                .hasSize(2)
                .first()
                .satisfies(
                        alarm -> assertThat(alarm.path("facts").path("outcome").asString())
                                .as("a large purchase is kept in mind also when it was allowed")
                                .isEqualTo("recorded"));
    }

    @Test
    void nothing_is_recorded_by_hand_for_before_the_member_joined_but_machines_keep_their_own_rule() {
        var store = staff.open(UnitKind.STORE, staff.company());
        var joined = staff.today().minusDays(10);
        var member = members.since(joined);
        var lead = staff.logIn("lead");
        var earlier = Map.of("occurredAt", joined.minusDays(1) + "T04:00:00Z");

        var refused = buy(lead, member, store, 100, earlier);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("loyalty.before-joining");
        assertThat(refused.json().path("fields").get(0).path("field").asString())
                .isEqualTo("occurredAt");
        assertThat(refused.json().path("detail").asString()).contains(joined.toString(), "4.12");
        assertThat(bought(member)).isZero();
        assertThat(alarms(member)).hasSize(1);

        assertThat(buy(lead, member, store, 100, Map.of("occurredAt", joined + "T04:00:00Z"))
                        .status())
                .as("the day of joining itself")
                .isEqualTo(200);
        staff.asMachine(() -> loyalty.record(new PurchaseFact(
                "till",
                "hand-" + UUID.randomUUID(),
                member,
                joined.minusDays(1).atStartOfDay(java.time.ZoneOffset.UTC).toInstant(),
                store,
                null,
                org.guildhall.kernel.Money.cny(100),
                List.of(),
                null)));
        assertThat(bought(member)).isEqualTo(2);
    }

    @Test
    void a_bulk_call_of_a_clerk_lists_what_is_above_the_limit_and_records_the_rest() {
        var store = staff.open(UnitKind.STORE, staff.company());
        var member = members.of(store);
        var clerk = staff.logIn(staff.hire("store", store));
        var now = Map.of("occurredAt", MovableClock.START.minusSeconds(60).toString(), "source", "till");
        var small = purchase(member, store, 100, now);
        small.put("number", "small-" + member);
        var large = purchase(member, store, LIMIT + 100, now);
        large.put("number", "large-" + member);
        var answer = clerk.post("/api/purchases/bulk", Map.of("purchases", List.of(large, small)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("recorded").asInt()).isEqualTo(1);
        assertThat(answer.json().path("refused").get(0).path("number").asString())
                .isEqualTo("large-" + member);
        assertThat(alarms(member)).hasSize(1);
    }

    @Test
    void a_large_purchase_is_kept_in_mind_whatever_else_the_same_call_brings() {
        var store = staff.open(UnitKind.STORE, staff.company());
        var member = members.of(store);
        var lead = staff.logIn("lead");
        var now = Map.of("occurredAt", MovableClock.START.minusSeconds(60).toString(), "source", "till");
        var small = purchase(member, store, 100, now);
        small.put("number", "known-" + member);
        assertThat(lead.post("/api/purchases/bulk", Map.of("purchases", List.of(small)))
                        .status())
                .isEqualTo(200);
        var large = purchase(member, store, LIMIT + 100, now);
        large.put("number", "noticed-" + member);
        var answer = lead.post("/api/purchases/bulk", Map.of("purchases", List.of(small, large)));
        assertThat(answer.json().path("replayed").asInt()).as(answer.text()).isEqualTo(1);
        assertThat(alarms(member)).hasSize(1);
        lead.post("/api/purchases/bulk", Map.of("purchases", List.of(small, large)));
        assertThat(alarms(member)).as("once for what was recorded once").hasSize(1);
    }

    @Test
    void what_was_recorded_is_answered_again_also_when_the_same_would_be_refused_now() {
        var store = staff.open(UnitKind.STORE, staff.company());
        var member = members.of(store);
        var key = Map.<String, Object>of("source", "till", "number", "again-" + member);
        assertThat(buy(staff.logIn("lead"), member, store, LIMIT + 1, key).status())
                .isEqualTo(200);
        var again = buy(staff.logIn(staff.hire("store", store)), member, store, LIMIT + 1, key);
        assertThat(again.status()).as(again.text()).isEqualTo(200);
        assertThat(again.json().path("replayed").asBoolean()).isTrue();
    }

    @Test
    void a_bulk_call_that_is_sent_again_is_answered_again_and_accuses_nobody() {
        var store = staff.open(UnitKind.STORE, staff.company());
        var member = members.of(store);
        var now = Map.of("occurredAt", MovableClock.START.minusSeconds(60).toString(), "source", "till");
        var large = purchase(member, store, LIMIT + 100, now);
        large.put("number", "once-" + member);
        var body = Map.of("purchases", List.of(large));
        assertThat(staff.logIn("lead")
                        .post("/api/purchases/bulk", body)
                        .json()
                        .path("recorded")
                        .asInt())
                .isEqualTo(1);
        assertThat(alarms(member)).as("that it was large").hasSize(1);

        var again = staff.logIn(staff.hire("store", store)).post("/api/purchases/bulk", body);

        assertThat(again.json().path("replayed").asInt()).as(again.text()).isEqualTo(1);
        assertThat(again.json().path("refused").size()).isZero();
        assertThat(alarms(member)).hasSize(1);
    }

    @Test
    void a_refused_purchase_needs_one_connection_at_a_time() throws SQLException {
        var store = staff.open(UnitKind.STORE, staff.company());
        var member = members.of(store);
        var clerk = staff.logIn(staff.hire("store", store));
        assertThat(buy(clerk, member, store, LIMIT + 1, Map.of()).status()).isEqualTo(422);

        var taken = new ArrayList<Connection>();
        try {
            int all = connections.unwrap(HikariDataSource.class).getMaximumPoolSize();
            for (int i = 1; i < all; i++) {
                taken.add(connections.getConnection());
            }
            assertThat(buy(clerk, member, store, LIMIT + 1, Map.of()).code()).isEqualTo("loyalty.above-own-limit");
        } finally {
            for (var connection : taken) {
                connection.close();
            }
        }
        assertThat(alarms(member)).hasSize(2);
    }

    private static Answer buy(Client client, MemberId member, UnitId store, long fen, Map<String, ?> more) {
        return client.post(
                "/api/purchases",
                purchase(member, store, fen, more),
                UUID.randomUUID().toString());
    }

    private static Map<String, Object> purchase(MemberId member, UnitId store, long fen, Map<String, ?> more) {
        var body = new HashMap<String, Object>(Map.of(
                "member", member.toString(),
                "store", store.toString(),
                "total", Map.of("minor", fen, "currency", "CNY")));
        body.putAll(more);
        return body;
    }

    private int bought(MemberId member) {
        return staff.logIn("lead")
                .get("/api/purchases?member=" + member)
                .json()
                .path("items")
                .size();
    }

    private List<JsonNode> alarms(MemberId member) {
        var found = staff.logIn("auditor").get("/api/audit?act=loyalty.purchase-suspected&member=" + member);
        assertThat(found.status()).as(found.text()).isEqualTo(200);
        return found.json().path("items").valueStream().toList();
    }
}
