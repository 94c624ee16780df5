package org.guildhall.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.access.Appoint;
import org.guildhall.access.DefinePost;
import org.guildhall.access.Grant;
import org.guildhall.access.PostClass;
import org.guildhall.access.PostPowers;
import org.guildhall.access.Posts;
import org.guildhall.access.ScopeLevel;
import org.guildhall.access.UnitKind;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.UnitId;
import org.guildhall.members.MemberPermissions;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestHttp.Client;
import org.guildhall.testing.TestMembers;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What other modules tell in the member list is told as far as their own permission reaches: shown, chosen by, sorted by. */
@GuildhallTest
class ColumnReachStory {

    private static final List<String> COLUMNS =
            List.of("loyalty.tier", "loyalty.points", "loyalty.spend", "loyalty.last-purchase");

    @Autowired
    TestStaff staff;

    @Autowired
    TestMembers members;

    @Autowired
    Loyalty loyalty;

    @Autowired
    Posts posts;

    private UnitId near = UnitId.of("00000000-0000-0000-0000-000000000000");
    private UnitId far = near;
    private MemberId here = MemberId.of(near.value());
    private MemberId there = here;

    @BeforeEach
    void twoStoresWithABuyerEach() {
        near = staff.open(UnitKind.STORE, staff.company());
        far = staff.open(UnitKind.STORE, staff.company());
        here = bought(near);
        there = bought(far);
    }

    @Test
    void whoMayNotReadLoyaltyIsNeitherOfferedItsColumnsNorToldThemInAnyOtherWay() {
        var reader = reader(new Grant(MemberPermissions.READ, ScopeLevel.ALL));

        assertThat(reader.get("/api/members/columns").json().size()).isZero();
        for (var code : COLUMNS) {
            refused(reader, "/api/members/search", Map.of("columns", List.of(code)));
            refused(reader, "/api/members/search", Map.of("sort", "-" + code));
            refused(reader, "/api/members/search", Map.of("filter", narrowing(code)));
            refused(reader, "/api/members/search", Map.of("filter", Map.of("type", "not", "of", narrowing(code))));
        }
        assertThat(reader.post("/api/members/search", Map.of()).status()).isEqualTo(200);
    }

    @Test
    void norAreViewsAndFilesAWayAroundIt() {
        var lead = staff.logIn("lead");
        var reader = reader(
                new Grant(MemberPermissions.READ, ScopeLevel.ALL), new Grant(MemberPermissions.EXPORT, ScopeLevel.ALL));
        var name = "大客户 " + UUID.randomUUID();
        var view = Map.of("name", name, "shared", true, "query", Map.of("filter", narrowing("loyalty.spend")));
        var kept = lead.post("/api/members/views", view);
        assertThat(kept.status()).as(kept.text()).isBetween(200, 201);

        assertThat(lead.get("/api/members/views").text()).contains(name);
        assertThat(reader.get("/api/members/views").text()).doesNotContain(name);
        assertThat(reader.get("/api/members/views/" + kept.json().path("id").asString() + "/count")
                        .status())
                .isEqualTo(403);
        refused(reader, "/api/members/views", view);
        for (var query : List.of(
                Map.of("columns", List.of("loyalty.points")),
                Map.of("sort", "loyalty.points"),
                Map.of("filter", narrowing("loyalty.points")))) {
            refused(reader, "/api/members/exports", Map.of("query", query, "format", "CSV", "reason", "盘点"));
        }
    }

    @Test
    void whoMayReadLoyaltyAtOneStoreIsToldItOfThatStoreOnly() {
        var reader = reader(
                new Grant(MemberPermissions.READ, ScopeLevel.ALL),
                new Grant(LoyaltyPermissions.READ, ScopeLevel.BRANCH));
        var both = Map.of("type", "ids", "in", List.of(here.toString(), there.toString()));

        var shown = reader.post("/api/members/search", Map.of("filter", both, "columns", COLUMNS))
                .json();
        assertThat(shown.path("items").size()).isEqualTo(2);
        for (var row : shown.path("items")) {
            boolean home = row.path("id").asString().equals(here.toString());
            assertThat(row.path("columns").size()).as(row.toString()).isEqualTo(home ? COLUMNS.size() : 0);
        }
        assertThat(found(reader, Map.of("filter", both))).hasSize(2);
        assertThat(found(reader, Map.of("filter", both, "sort", "-loyalty.spend")))
                .containsExactly(here.toString());
        var chosen = Map.of("type", "all", "of", List.of(both, narrowing("loyalty.spend")));
        assertThat(found(reader, Map.of("filter", chosen))).containsExactly(here.toString());
        var others =
                Map.of("type", "all", "of", List.of(both, Map.of("type", "not", "of", narrowing("loyalty.spend"))));
        assertThat(found(reader, Map.of("filter", others))).isEmpty();
    }

    private static Map<String, Object> narrowing(String code) {
        return code.equals("loyalty.tier")
                ? Map.of("type", "column", "code", code, "test", "IN", "values", List.of("gold"))
                : Map.of(
                        "type",
                        "column",
                        "code",
                        code,
                        "test",
                        "AT_LEAST",
                        "values",
                        List.of(code.equals("loyalty.last-purchase") ? "2026-01-01" : "1"));
    }

    private static void refused(Client client, String path, Map<String, ?> body) {
        var answer = client.post(path, body);
        assertThat(answer.status()).as(path + " " + body + " " + answer.text()).isEqualTo(403);
        assertThat(answer.text()).contains("loyalty.read");
    }

    private static List<String> found(Client client, Map<String, Object> query) {
        var ids = new ArrayList<String>();
        var page = client.post("/api/members/search", query).json();
        page.path("items").forEach(row -> ids.add(row.path("id").asString()));
        assertThat(page.path("total").path("value").asInt()).isEqualTo(ids.size());
        return ids;
    }

    private Client reader(Grant... grants) {
        var code = "reader-" + UUID.randomUUID().toString().substring(0, 8);
        var post = new DefinePost(code, "看会员的人", PostClass.STORE, "", PostPowers.NONE, List.of(grants));
        var id = staff.asMachine(() -> posts.define(post)).id();
        return staff.logIn(staff.hire(List.of(new Appoint(id, near, staff.today(), null))));
    }

    private MemberId bought(UnitId store) {
        var member = members.of(store);
        var fact = new PurchaseFact(
                "till",
                UUID.randomUUID().toString(),
                member,
                Instant.parse("2026-02-01T03:00:00Z"),
                store,
                null,
                Money.of(50_000, "CNY"),
                List.of(),
                null);
        staff.asMachine(() -> loyalty.record(fact));
        return member;
    }
}
