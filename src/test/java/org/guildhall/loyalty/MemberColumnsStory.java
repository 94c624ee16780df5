package org.guildhall.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.guildhall.access.UnitKind;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.UnitId;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestHttp.Client;
import org.guildhall.testing.TestMembers;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** The member list shows, sorts and chooses by points and tier, page by page, within the reader's scope. */
@GuildhallTest
@DirtiesContext
@TestPropertySource(properties = "story.of-its-own=member-columns")
class MemberColumnsStory {

    /** Yuan spent by the members in order of registration; the last two bought nothing. */
    private static final List<Integer> SPENT = List.of(1_200, 300, 300, 6_000, 0, 0);

    @Autowired
    TestStaff staff;

    @Autowired
    TestMembers members;

    @Autowired
    Loyalty loyalty;

    private final List<String> ids = new ArrayList<>();
    private UnitId store = UnitId.of("00000000-0000-0000-0000-000000000000");

    @BeforeEach
    void aStoreWithSixMembers() {
        store = staff.open(UnitKind.STORE, staff.company());
        for (int yuan : SPENT) {
            var member = members.of(store);
            ids.add(member.toString());
            if (yuan > 0) {
                buy(member, yuan);
            }
        }
        var elsewhere = members.of(staff.open(UnitKind.STORE, staff.company()));
        buy(elsewhere, 9_000);
    }

    @Test
    void pointsAndTierAreShown() {
        var page = search(clerk(), Map.of("columns", List.of("loyalty.points", "loyalty.tier")));

        assertThat(column(page, 0, "loyalty.points")).isEqualTo("1200");
        assertThat(column(page, 0, "loyalty.tier")).isEqualTo("silver");
        assertThat(column(page, 3, "loyalty.tier")).isEqualTo("gold");
        assertThat(column(page, 4, "loyalty.points"))
                .as("who has bought nothing has no points")
                .isEqualTo("0");
        assertThat(column(page, 4, "loyalty.tier"))
                .as("and stands at the entry tier")
                .isEqualTo("regular");
    }

    @Test
    void whoIsSortedByPointsComesInPagesWithoutGapOrRepetitionAndTheUnknownLast() {
        var clerk = clerk();

        assertThat(pages(clerk, "loyalty.points")).containsExactlyElementsOf(bySpending(false, yuan -> yuan));
        assertThat(pages(clerk, "-loyalty.points")).containsExactlyElementsOf(bySpending(true, yuan -> yuan));
    }

    @Test
    void tiersAreSortedByTheirPlaceInTheLadderAndTheNamelessAreNotForgottenByName() {
        var clerk = clerk();

        assertThat(pages(clerk, "-loyalty.tier"))
                .containsExactlyElementsOf(bySpending(true, yuan -> yuan >= 5_000 ? 2 : yuan >= 1_000 ? 1 : 0));
        assertThat(pages(clerk, "name")).hasSize(SPENT.size());
        assertThat(pages(clerk, "-loyalty.spend").getFirst()).isEqualTo(ids.get(3));
        assertThat(pages(clerk, "-loyalty.last-purchase")).hasSize(SPENT.size());
    }

    @Test
    void pointsAndTiersChooseMembers() {
        var clerk = clerk();

        assertThat(found(clerk, "loyalty.points", "AT_LEAST", "301"))
                .containsExactlyInAnyOrderElementsOf(ordered(0, 3));
        assertThat(found(clerk, "loyalty.points", "AT_MOST", "300"))
                .as("no account is no points")
                .containsExactlyInAnyOrderElementsOf(ordered(1, 2, 4, 5));
        assertThat(found(clerk, "loyalty.points", "AT_LEAST", "0")).hasSize(6);
        assertThat(found(clerk, "loyalty.points", "UNKNOWN")).containsExactlyInAnyOrderElementsOf(ordered(4, 5));
        var sorted = Map.of(
                "sort",
                "-loyalty.points",
                "filter",
                Map.of("type", "column", "code", "loyalty.points", "test", "AT_MOST", "values", List.of("1200")));
        assertThat(rows(search(clerk, sorted)).getFirst()).isEqualTo(ids.getFirst());
        assertThat(rows(search(clerk, sorted))).hasSize(5);
        assertThat(found(clerk, "loyalty.tier", "IN", "silver", "gold"))
                .containsExactlyInAnyOrderElementsOf(ordered(0, 3));
        assertThat(found(clerk, "loyalty.tier", "IN", "regular"))
                .as("the entry tier holds those who have bought nothing")
                .containsExactlyInAnyOrderElementsOf(ordered(1, 2, 4, 5));
        assertThat(found(clerk, "loyalty.tier", "IN", "regular", "gold"))
                .containsExactlyInAnyOrderElementsOf(ordered(1, 2, 3, 4, 5));
        assertThat(found(clerk, "loyalty.spend", "AT_MOST", "300"))
                .containsExactlyInAnyOrderElementsOf(ordered(1, 2, 4, 5));
        for (var wrong : List.of(List.of(), List.of("many"), List.of("1", "2"))) {
            var answer = clerk.post(
                    "/api/members/search",
                    Map.of(
                            "filter",
                            Map.of("type", "column", "code", "loyalty.points", "test", "AT_LEAST", "values", wrong)));
            assertThat(answer.status()).as(wrong + answer.text()).isEqualTo(400);
        }
    }

    @Test
    void theListSaysWhatItsColumnsCanDo() {
        for (var column : clerk().get("/api/members/columns").json()) {
            assertThat(column.path("sortable").asBoolean())
                    .as(column.toString())
                    .isTrue();
            assertThat(column.path("filterable").asBoolean())
                    .as(column.toString())
                    .isTrue();
        }
    }

    private Client clerk() {
        return staff.logIn(staff.hire("store", store));
    }

    /** Who spent something by the figure and the identifier, then who spent nothing by the identifier. */
    private List<String> bySpending(boolean descending, IntUnaryOperator figure) {
        Comparator<Integer> order = Comparator.<Integer>comparingInt(i -> figure.applyAsInt(SPENT.get(i)))
                .thenComparing(ids::get);
        var directed = descending ? order.reversed() : order;
        return IntStream.range(0, SPENT.size())
                .boxed()
                .sorted(Comparator.<Integer, Boolean>comparing(i -> SPENT.get(i) == 0)
                        .thenComparing(directed))
                .map(ids::get)
                .toList();
    }

    private List<String> ordered(int... places) {
        return java.util.Arrays.stream(places).mapToObj(ids::get).toList();
    }

    private List<String> found(Client client, String column, String test, String... values) {
        var page = search(
                client,
                Map.of("filter", Map.of("type", "column", "code", column, "test", test, "values", List.of(values))));
        assertThat(page.path("total").path("value").asInt())
                .isEqualTo(page.path("items").size());
        return rows(page);
    }

    private static List<String> pages(Client client, String sort) {
        var all = new ArrayList<String>();
        var query = new HashMap<String, Object>(Map.of("sort", sort, "limit", 2));
        do {
            var page = search(client, query);
            all.addAll(rows(page));
            query.put("cursor", page.path("next").asString(""));
        } while (!query.get("cursor").equals(""));
        return all;
    }

    private static JsonNode search(Client client, Map<String, Object> query) {
        var answer = client.post("/api/members/search", query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static List<String> rows(JsonNode page) {
        var rows = new ArrayList<String>();
        page.path("items").forEach(row -> rows.add(row.path("id").asString()));
        return rows;
    }

    private String column(JsonNode page, int member, String code) {
        for (var row : page.path("items")) {
            if (row.path("id").asString().equals(ids.get(member))) {
                return row.path("columns").path(code).asString("");
            }
        }
        throw new AssertionError("not listed: " + member);
    }

    private void buy(MemberId member, int yuan) {
        var fact = new PurchaseFact(
                "till",
                UUID.randomUUID().toString(),
                member,
                Instant.parse("2026-02-01T03:00:00Z"),
                store,
                null,
                Money.of(yuan * 100L, "CNY"),
                List.of(),
                null);
        staff.asMachine(() -> loyalty.record(fact));
    }
}
