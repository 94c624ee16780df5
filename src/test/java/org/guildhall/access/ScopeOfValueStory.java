package org.guildhall.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.guildhall.access.ScopeWorld.Person;
import org.guildhall.kernel.UnitId;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestHttp;
import org.guildhall.testing.TestStaff;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** People of every reach try to see and move what members beyond it own and bought. */
@GuildhallTest
class ScopeOfValueStory {

    @Autowired
    TestStaff staff;

    @Autowired
    ApplicationContext application;

    @Autowired
    DSLContext sql;

    private static List<String> pages(Person person) {
        var member = "/api/members/" + person.id();
        return List.of(
                member + "/balances",
                member + "/lots",
                member + "/holds",
                member + "/statement",
                "/api/loyalty/members/" + person.id() + "/standing",
                "/api/loyalty/members/" + person.id() + "/tier-history",
                "/api/purchases?member=" + person.id(),
                "/api/purchases/" + person.purchase() + "/why");
    }

    @ParameterizedTest
    @EnumSource(ScopeLevel.class)
    void what_a_member_beyond_reach_owns_and_bought_is_on_no_page(ScopeLevel level) {
        for (var person : world().people) {
            for (var page : pages(person)) {
                var answer = client(level).get(page);
                if (world().sees(level, person)) {
                    assertThat(answer.status()).as(page + answer.text()).isEqualTo(200);
                } else {
                    assertThat(answer.code()).as(page).isEqualTo("members.not-found");
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ScopeLevel.class)
    void purchases_are_listed_and_counted_where_their_store_is_within_reach(ScopeLevel level) {
        var stores = stores(level);
        for (var store : List.of(world().northStore, world().otherNorthStore, world().southStore)) {
            var there = world().people.stream()
                    .filter(person -> store.equals(person.home()))
                    .map(person -> person.purchase().toString())
                    .toList();
            var page = client(level).get("/api/purchases?store=" + store).json();
            boolean open = stores.contains(store);
            assertThat(ScopeWorld.idsIn(page, "id")).containsExactlyInAnyOrderElementsOf(open ? there : List.of());
            assertThat(page.path("total").path("value").asInt()).isEqualTo(open ? there.size() : 0);
        }
        var open = client(level).get("/api/purchases?limit=200").text();
        for (var person : world().people) {
            if (level != ScopeLevel.ALL && (person.home() == null || !stores.contains(person.home()))) {
                assertThat(open).doesNotContain(person.purchase().toString());
                if (!world().sees(level, person)) {
                    assertThat(client(level)
                                    .get("/api/purchases/" + person.purchase())
                                    .status())
                            .isEqualTo(404);
                }
            }
        }
    }

    private Set<UnitId> stores(ScopeLevel level) {
        return switch (level) {
            case OWN -> Set.of();
            case GROUP -> Set.of(world().northStore);
            case BRANCH -> Set.of(world().northStore, world().otherNorthStore);
            case ALL -> Set.of(world().northStore, world().otherNorthStore, world().southStore);
        };
    }

    @ParameterizedTest
    @EnumSource(ScopeLevel.class)
    void nothing_of_a_member_beyond_reach_is_moved(ScopeLevel level) {
        var client = client(level);
        for (var person : world().hiddenFrom(level)) {
            var before = stored();
            var posting = sql.fetchSingle(
                            "select posting_id::text from ledger.posting where member_id = ?",
                            person.id().value())
                    .into(String.class);
            var key = UUID.randomUUID().toString();
            refused(client.post(
                    "/api/members/" + person.id() + "/points",
                    Map.of("amount", 10, "kind", "grant", "reason", "偷"),
                    key + "a"));
            refused(client.post(
                    "/api/members/" + person.id() + "/expiry",
                    Map.of("from", "2026-04-01", "to", "2099-01-01", "reason", "偷"),
                    key + "d"));
            assertThat(client.get("/api/members/" + person.id() + "/lapsed-lots")
                            .code())
                    .isEqualTo("members.not-found");
            refused(client.post("/api/postings/" + posting + "/reverse", Map.of("reason", "登记错了"), key + "b"));
            refused(client.post(
                    "/api/loyalty/tier-grants",
                    Map.of("member", person.id().toString(), "tier", "gold", "reason", "偷"),
                    UUID.randomUUID().toString()));
            refused(client.post("/api/loyalty/test-rules", trial(person)));
            refused(client.post("/api/returns", back(person), key + "c"));
            refused(client.post(
                    "/api/purchases/bulk", Map.of("purchases", List.of(), "returns", List.of(numbered(back(person))))));
            assertThat(stored()).isEqualTo(before);
        }
    }

    @Test
    void the_reach_of_the_power_at_hand_counts_not_that_of_reading_members() {
        var wide =
                Stream.of("members.read", "members.reveal").map(code -> new Grant(Permission.of(code), ScopeLevel.ALL));
        var narrow = Stream.of("loyalty.read", "loyalty.grant-tier", "loyalty.try", "loyalty.record", "ledger.read")
                .map(code -> new Grant(Permission.of(code), ScopeLevel.OWN));
        var client = world().somebody(Stream.concat(wide, narrow).toList());
        for (var person : world().people) {
            assertThat(client.get("/api/members/" + person.id()).status()).isEqualTo(200);
            for (var page : pages(person)) {
                assertThat(client.get(page).code()).as(page).isEqualTo("members.not-found");
            }
            assertThat(client.get("/api/purchases/" + person.purchase()).status())
                    .isEqualTo(404);
            var before = stored();
            refused(client.post(
                    "/api/loyalty/tier-grants",
                    Map.of("member", person.id().toString(), "tier", "gold", "reason", "偷"),
                    UUID.randomUUID().toString()));
            refused(client.post("/api/loyalty/test-rules", trial(person)));
            assertThat(stored()).isEqualTo(before);
        }
    }

    private static Map<String, Object> trial(Person person) {
        var draft = Map.of(
                "rules",
                List.of(),
                "stacking",
                "BEST",
                "rounding",
                "DOWN",
                "caps",
                Map.of(),
                "currencies",
                List.of(Map.of("currency", "CNY", "rate", 1)));
        return Map.of("draft", draft, "purchases", List.of(person.purchase().toString()));
    }

    private Map<String, Object> back(Person person) {
        var number = sql.fetchSingle("select number from loyalty.purchase where purchase_id = ?", person.purchase())
                .into(String.class);
        return Map.of(
                "source",
                "till",
                "purchaseNumber",
                number,
                "member",
                person.id().toString());
    }

    private static Map<String, Object> numbered(Map<String, Object> back) {
        var numbered = new java.util.HashMap<>(back);
        numbered.put("number", UUID.randomUUID().toString());
        numbered.put("occurredAt", "2026-03-02T01:00:00Z");
        return numbered;
    }

    private static void refused(TestHttp.Answer answer) {
        assertThat(answer.code()).as(answer.text()).isIn("members.not-found", "access.out-of-scope");
    }

    private List<Long> stored() {
        return Stream.of(
                        "ledger.posting", "ledger.entry", "loyalty.return", "loyalty.tier_grant", "loyalty.tier_change")
                .map(table -> sql.fetchSingle("select count(*) from " + table).into(Long.class))
                .toList();
    }

    private ScopeWorld world() {
        return ScopeWorld.of(application, "皇甫");
    }

    private TestHttp.Client client(ScopeLevel level) {
        return world().client(level);
    }
}
