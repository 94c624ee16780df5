package org.guildhall.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestHttp;
import org.guildhall.testing.TestStaff;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** People of every reach try to read members beyond it: by id, in lists, by searching, by counting, in files. */
@GuildhallTest
class ScopeOfReadingStory {

    private static final String SURNAME = "公孙";

    @Autowired
    TestStaff staff;

    @Autowired
    ApplicationContext application;

    @Autowired
    DSLContext sql;

    private ScopeWorld world() {
        return ScopeWorld.of(application, SURNAME);
    }

    @ParameterizedTest
    @EnumSource(ScopeLevel.class)
    void a_member_beyond_reach_does_not_exist_on_any_page(ScopeLevel level) {
        var client = client(level);
        for (var person : world().people) {
            for (var page : List.of("", "?knownAt=2026-03-02T02:00:00Z", "/timeline", "/consents")) {
                var answer = client.get("/api/members/" + person.id() + page);
                if (world().sees(level, person)) {
                    assertThat(answer.status()).as(page + answer.text()).isEqualTo(200);
                } else {
                    assertThat(answer.code()).as(page).isEqualTo("members.not-found");
                    assertThat(answer.text()).doesNotContain(person.name(), person.mobile(), person.number());
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ScopeLevel.class)
    void searching_finds_and_counts_only_members_within_reach(ScopeLevel level) {
        var client = client(level);
        var all = search(client, Map.of("text", SURNAME));
        assertThat(ids(all)).containsExactlyInAnyOrderElementsOf(world().ids(world().seenBy(level)));
        assertThat(total(all)).isEqualTo(world().seenBy(level).size());
        assertThat(total(client.get("/api/members?q=gongsun"))).isEqualTo(total(all));
        for (var person : world().people) {
            for (var text : List.of(person.name(), person.mobile(), person.number())) {
                var found = search(client, Map.of("text", text));
                boolean sees = world().sees(level, person);
                assertThat(ids(found).contains(person.id().toString())).as(text).isEqualTo(sees);
                if (!sees) {
                    assertThat(total(found)).as(text).isZero();
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ScopeLevel.class)
    void no_filter_order_column_or_page_size_reaches_further(ScopeLevel level) {
        var client = client(level);
        var everybody = Map.of("type", "ids", "in", world().ids(world().people));
        var within = Map.of("type", "home", "in", List.of(world().southStore.toString()));
        var noHome = Map.of("type", "home", "in", List.of());
        for (var filter : List.of(everybody, Map.of("type", "any", "of", List.of(everybody, within, noHome)))) {
            for (var sort : List.of("name", "-number", "joinedOn", "registered")) {
                var found =
                        search(client, Map.of("filter", filter, "sort", sort, "columns", List.of("loyalty.points")));
                assertThat(ids(found)).as(sort).containsAll(world().ids(world().seenBy(level)));
                assertThat(ids(found))
                        .filteredOn(world().ids(world().hiddenFrom(level))::contains)
                        .isEmpty();
            }
        }
        var south = search(client, Map.of("filter", within));
        assertThat(total(south))
                .isEqualTo(world().seenBy(level).stream()
                        .filter(person -> world().southStore.equals(person.home()))
                        .count());
        var pages = new ArrayList<String>();
        var page = search(client, Map.of("filter", everybody, "limit", 1)).json();
        pages.addAll(ScopeWorld.idsIn(page, "id"));
        while (page.has("next")) {
            page = search(
                            client,
                            Map.of(
                                    "filter",
                                    everybody,
                                    "limit",
                                    1,
                                    "cursor",
                                    page.get("next").asString()))
                    .json();
            pages.addAll(ScopeWorld.idsIn(page, "id"));
        }
        assertThat(pages).containsExactlyInAnyOrderElementsOf(world().ids(world().seenBy(level)));
    }

    @ParameterizedTest
    @EnumSource(ScopeLevel.class)
    void a_view_that_somebody_shares_counts_what_the_reader_may_see(ScopeLevel level) {
        var query = Map.of("filter", Map.of("type", "ids", "in", world().ids(world().people)));
        var view = staff.logIn("lead")
                .post("/api/members/views", Map.of("name", "共享" + level, "shared", true, "query", query));
        assertThat(view.status()).as(view.text()).isEqualTo(201);
        var count =
                client(level).get("/api/members/views/" + view.json().path("id").asString() + "/count");
        assertThat(count.json().path("value").asInt())
                .isEqualTo(world().seenBy(level).size());
    }

    @ParameterizedTest
    @EnumSource(ScopeLevel.class)
    void asking_for_duplicates_or_claiming_a_mobile_tells_nothing_of_others(ScopeLevel level) {
        var client = client(level);
        for (var person : world().people) {
            var same = Map.of("name", "某人", "mobile", person.mobile());
            var duplicates = client.post("/api/members/duplicates", same);
            var claim = client.post(
                    "/api/members",
                    Map.of(
                            "kind",
                            "PERSON",
                            "profile",
                            same,
                            "homeUnit",
                            world().northStore.toString()));
            assertThat(claim.code()).as(claim.text()).isEqualTo("members.mobile-taken");
            if (world().sees(level, person)) {
                assertThat(duplicates.text()).contains(person.id().toString());
            } else {
                assertThat(duplicates.json()).isEmpty();
                assertThat(claim.text()).doesNotContain(person.id().toString(), person.name(), person.number());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ScopeLevel.class)
    void clear_values_are_revealed_within_reach_only_and_every_reveal_is_remembered(ScopeLevel level) {
        var client = client(level);
        long before = audited("members.revealed");
        for (var person : world().people) {
            var answer = client.post(
                    "/api/members/" + person.id() + "/reveal",
                    Map.of("fields", List.of("NAME", "MOBILE"), "reason", "好奇"));
            if (world().sees(level, person)) {
                assertThat(answer.json().path("name").asString()).isEqualTo(person.name());
            } else {
                assertThat(answer.code()).isEqualTo("members.not-found");
                assertThat(answer.text()).doesNotContain(person.name(), person.mobile());
            }
        }
        assertThat(audited("members.revealed") - before)
                .isEqualTo(world().seenBy(level).size());
    }

    @ParameterizedTest
    @EnumSource(ScopeLevel.class)
    void a_file_holds_members_within_reach_masked_for_its_owner_alone_and_is_remembered(ScopeLevel level) {
        var client = client(level);
        long before = audited("members.exported");
        var query = Map.of("filter", Map.of("type", "ids", "in", world().ids(world().people)));
        var asked = client.post(
                "/api/members/exports", Map.of("query", query, "format", "CSV", "reason", "好奇", "language", "en"));
        var result = client.ended(asked.json().path("id").asString());
        assertThat(result.json().path("result").path("rows").asInt())
                .isEqualTo(world().seenBy(level).size());
        var file = "/api/downloads/"
                + result.json().path("result").path("download").asString();
        var text = client.get(file).text();
        for (var person : world().people) {
            assertThat(text.contains(person.number())).isEqualTo(world().sees(level, person));
            assertThat(text).doesNotContain(person.mobile(), person.name());
        }
        for (var other : ScopeLevel.values()) {
            if (other != level) {
                assertThat(client(other).get(file).status()).isEqualTo(404);
                assertThat(client(other)
                                .get("/api/jobs/" + asked.json().path("id").asString())
                                .status())
                        .isEqualTo(404);
            }
        }
        assertThat(audited("members.exported") - before).isEqualTo(1);
    }

    @Test
    void a_timeline_tells_only_what_its_reader_may_read_elsewhere_and_of_whom() {
        var reader = world().somebody(List.of(
                new Grant(Permission.of("members.read"), ScopeLevel.ALL),
                new Grant(Permission.of("loyalty.read"), ScopeLevel.BRANCH)));
        assertThat(reader.get("/api/timeline-kinds").text())
                .contains("members.registered", "loyalty.purchase")
                .doesNotContain("ledger.", "prepaid.", "messages.", "approvals.", "cashback.", "checkout.");
        for (var person : world().people) {
            var told = reader.get("/api/members/" + person.id() + "/timeline").text();
            assertThat(told).contains("members.registered").doesNotContain("ledger.posted", "messages.");
            assertThat(told.contains("loyalty.purchase"))
                    .isEqualTo(world().northStore.equals(person.home()));
        }
        var all = client(ScopeLevel.ALL)
                .get("/api/members/" + world().people.getFirst().id() + "/timeline");
        assertThat(all.text()).contains("members.registered", "loyalty.purchase");
        var named = "/api/members/" + world().people.getLast().id() + "/timeline?kind=loyalty.purchase";
        assertThat(reader.get(named).json().path("items")).isEmpty();
        assertThat(client(ScopeLevel.ALL).get(named).json().path("items")).hasSize(1);
    }

    @Test
    void acts_in_units_beyond_reach_are_in_no_audit_log() {
        var auditor = world().somebody(List.of(new Grant(Permission.of("access.audit-read"), ScopeLevel.BRANCH)));
        var opened = "/api/audit?act=access.unit-opened&subjectId=";
        assertThat(auditor.get(opened + world().northStore).json().path("items"))
                .hasSize(1);
        assertThat(auditor.get(opened + world().southStore).json().path("items"))
                .isEmpty();
        assertThat(staff.logIn("auditor")
                        .get(opened + world().southStore)
                        .json()
                        .path("items"))
                .hasSize(1);
    }

    private TestHttp.Client client(ScopeLevel level) {
        return world().client(level);
    }

    private static TestHttp.Answer search(TestHttp.Client client, Map<String, ?> query) {
        var answer = client.post("/api/members/search", query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    private static List<String> ids(TestHttp.Answer answer) {
        return ScopeWorld.idsIn(answer.json(), "id");
    }

    private static long total(TestHttp.Answer answer) {
        return answer.json().path("total").path("value").asLong();
    }

    private long audited(String act) {
        return sql.fetchSingle("select count(*) from access.audit where act = ?", act)
                .into(Long.class);
    }
}
