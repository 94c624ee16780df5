package org.guildhall.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.guildhall.access.Access;
import org.guildhall.insights.Cell;
import org.guildhall.insights.Insights;
import org.guildhall.insights.InsightsQuery;
import org.guildhall.kernel.Actor;
import org.guildhall.ledger.LawProof;
import org.guildhall.ledger.Ledger;
import org.guildhall.platform.JobView;
import org.guildhall.platform.Jobs;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestHttp;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** A small demo company, told through the façades: every figure is there and every law of the ledger holds. */
@GuildhallTest
@TestPropertySource(properties = {"guildhall.demo=true", "guildhall.demo-members=300"})
class DemoCompanyTest {

    private static final Set<String> DONE = Set.of("CHECKED", "IMPORTED");

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private Jobs jobs;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private Access access;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private Ledger ledger;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private Insights insights;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private TestHttp http;

    @Test
    void aStoreSeesItsOwnFiguresOnlyAndEachOpensToItsMembers() {
        access.runAs(new Actor.Machine("demo"), () -> ended());
        var store = http.asStaff("store1", Founding.PASSWORD);
        var whole = http.asStaff("lead", Founding.PASSWORD);
        assertThat(store.get("/api/insights/measures/revenue-by-unit/figures")
                        .json()
                        .path("cells")
                        .size())
                .isEqualTo(1);
        assertThat(whole.get("/api/insights/measures/revenue-by-unit/figures")
                        .json()
                        .path("cells")
                        .size())
                .isEqualTo(4);
        var members = store.get("/api/insights/measures/members/figures")
                .json()
                .path("cells")
                .path(0)
                .path("value");
        var drilled = store.get("/api/insights/drill?measure=members&limit=200").json();
        assertThat(drilled.path("items").size()).isEqualTo(members.asInt()).isBetween(50, 150);
        assertThat(store.get("/api/insights/drill?measure=members&limit=0").status())
                .isEqualTo(400);
        assertThat(store.get("/api/insights/measures/none").code()).isEqualTo("insights.unknown-measure");
        assertThat(http.asStaff("admin", Founding.PASSWORD)
                        .get("/api/insights/dashboard")
                        .status())
                .isEqualTo(403);
        assertThat(http.asNobody().get("/api/insights/dashboard").status()).isEqualTo(401);
    }

    @Test
    void standsOnItsFeetWithEveryLawOfTheLedgerHolding() {
        var machine = new Actor.Machine("demo");
        var view = access.runAs(machine, () -> ended());
        assertThat(view.state()).as("%s", view.failure()).isEqualTo(JobView.State.DONE);

        assertThat(access.runAs(machine, () -> ledger.prove())).isNotEmpty().allMatch(LawProof::holds);
        assertThat(ledger.lastProofs())
                .filteredOn(proof -> proof.law().startsWith("checkout.")
                        || proof.law().startsWith("coupons.")
                        || proof.law().startsWith("benefits.")
                        || proof.law().startsWith("lottery.")
                        || proof.law().startsWith("cashback.")
                        || proof.law().startsWith("sessioncards.")
                        || proof.law().startsWith("messages."))
                .hasSize(45)
                .allMatch(proof -> proof.covered() > 0);
        assertThat(cells("new-members").getFirst().value()).isPositive();
        assertThat(cells("revenue").getFirst().value()).isPositive();
        assertThat(cells("points-redeemed").getFirst().value()).isPositive();
        assertThat(cells("tier-mix")).extracting(Cell::k1).contains("regular", "silver");
        assertThat(cells("retention")).hasSizeGreaterThan(24);
        assertThat(cells("revenue-by-unit")).hasSize(4);
    }

    @Test
    void listsFilesConsentsAndHouseholdsAreThere() {
        access.runAs(new Actor.Machine("demo"), () -> ended());
        var lead = http.asStaff("lead", Founding.PASSWORD);
        assertThat(lead.get("/api/members/views").json().size()).isEqualTo(4);
        assertThat(http.asStaff("service", Founding.PASSWORD)
                        .get("/api/members/views")
                        .json()
                        .size())
                .as("three of the house and two of one's own")
                .isEqualTo(5);
        var files = imports(lead);
        assertThat(files)
                .extracting(file -> file.path("state").asString())
                .containsExactlyInAnyOrder("CHECKED", "IMPORTED");
        files.sort(Comparator.comparing(file -> file.path("state").asString()));
        var fair = lead.get("/api/imports/" + files.getLast().path("id").asString())
                .json()
                .path("report");
        assertThat(fair.path("facts").path("entered").asInt())
                .as(() -> lead.get("/api/imports/" + files.getLast().path("id").asString() + "/errors?limit=3")
                        .text())
                .isEqualTo(62);
        assertThat(fair.path("rows").path("rejected").asInt())
                .as("five bad rows, and two who share the mobile of somebody at home")
                .isEqualTo(7);
        var sharing = lead.get("/api/members?q=QW000009").json();
        var household = sharing.path("items").get(0);
        assertThat(lead.get("/api/members?q=QW000008")
                        .json()
                        .path("items")
                        .get(0)
                        .path("mobile"))
                .isEqualTo(household.path("mobile"));
        assertThat(lead.get("/api/members/" + household.path("id").asString() + "/consents")
                        .json())
                .isNotEmpty();
    }

    @Test
    void rewardsAreInTheCupboardAndOrdersStandInEveryState() {
        access.runAs(new Actor.Machine("demo"), () -> ended());
        var lead = http.asStaff("lead", Founding.PASSWORD);
        assertThat(lead.get("/api/rewards").json().path("items")).hasSize(8);
        for (var state : List.of("waiting", "fulfilled", "cancelled", "expired", "returned")) {
            assertThat(lead.get("/api/redemptions?limit=1&state=" + state)
                            .json()
                            .path("items"))
                    .as(() -> state + lead.get("/api/redemptions?limit=200").text())
                    .hasSize(1);
        }
        var clerk = http.asStaff("store1", Founding.PASSWORD);
        var own = clerk.get("/api/redemptions").json().path("items");
        assertThat(own.findValuesAsString("store").stream().distinct()).hasSize(1);
    }

    @Test
    void membersHavePaidInBeforehandOneWasRefundedAndOneIsFrozen() {
        access.runAs(new Actor.Machine("demo"), () -> ended());
        var lead = http.asStaff("lead", Founding.PASSWORD);
        for (var kind :
                List.of("top-up", "payment", "return", "refund", "freeze", "transfer-out", "transfer-in", "lock")) {
            var items = lead.get("/api/prepaid/movements?limit=1&kind=" + kind)
                    .json()
                    .path("items");
            assertThat(items).as(kind).hasSize(1);
            assertThat(lead.get("/api/prepaid/movements/"
                                    + items.get(0).path("id").asString() + "/why")
                            .status())
                    .as(kind)
                    .isEqualTo(200);
        }
    }

    @Test
    void whatWasPaidForRewardsIsInTheTillsAndSomeOfItWentBack() {
        access.runAs(new Actor.Machine("demo"), () -> ended());
        var lead = http.asStaff("lead", Founding.PASSWORD);
        var paid = lead.get("/api/counter-payments?limit=200&what=redemption")
                .json()
                .path("items");
        assertThat(paid.valueStream().mapToLong(DemoCompanyTest::amount)).anyMatch(amount -> amount > 0);
        assertThat(paid.valueStream().mapToLong(DemoCompanyTest::amount)).anyMatch(amount -> amount < 0);
        assertThat(access.runAs(new Actor.Machine("demo"), () -> ledger.prove()))
                .anySatisfy(proof -> {
                    assertThat(proof.law()).isEqualTo("mall.cash-is-paid");
                    assertThat(proof.covered()).isPositive();
                })
                .allMatch(LawProof::holds);
    }

    @Test
    void whatWasPaidForSessionCardsIsInTheTillsAndWhatIsLeftIsOwed() {
        access.runAs(new Actor.Machine("demo"), () -> ended());
        var lead = http.asStaff("lead", Founding.PASSWORD);
        var payments = "/api/counter-payments?limit=200";
        var cards = lead.get(payments + "&what=session-card").json().path("items");
        assertThat(cards).hasSizeGreaterThan(20);
        assertThat(cards.valueStream().mapToLong(DemoCompanyTest::amount))
                .as("some were refunded")
                .anyMatch(amount -> amount < 0);
        assertThat(lead.get(payments + "&what=checkout").json().path("items")).isNotEmpty();
        var day = LocalDate.ofInstant(
                Instant.parse(cards.get(0).path("occurredAt").asString()), ZoneId.of("Asia/Shanghai"));
        var listed = lead.get(payments + "&from=" + day + "&to=" + day).json().path("items");
        var tills = lead.get("/api/counter-payments/days/" + day).json().path("tills");
        assertThat(tills.valueStream()
                        .mapToLong(till -> till.path("expected").path("minor").asLong())
                        .sum())
                .isEqualTo(
                        listed.valueStream().mapToLong(DemoCompanyTest::amount).sum());
        assertThat(lead.get("/api/finance/liability")
                        .json()
                        .path("sessionCards")
                        .path("owed"))
                .isEqualTo(lead.get("/api/session-cards/owed").json().path("owed"));
    }

    @Test
    void theClosedMonthKeptWhatWasOwedOnSessionCardsAndTwoPeopleClosedIt() {
        access.runAs(new Actor.Machine("demo"), () -> ended());
        var lead = http.asStaff("lead", Founding.PASSWORD);
        var books = lead.get("/api/finance/periods").json();
        assertThat(books.path("closings")).hasSize(1);
        assertThat(books.path("closings").path(0).path("month")).isEqualTo(books.path("last"));
        assertThat(books.path("cards")).hasSize(1);
        var kept = books.path("cards").path(0);
        assertThat(kept.path("closing"))
                .isEqualTo(books.path("closings").path(0).path("number"));
        assertThat(kept.path("end").path("worth").path("minor").asLong()).isPositive();
        assertThat(lead.get("/api/audit?limit=200&act=finance.month-closed").text())
                .as("with the yes of another")
                .contains("\"approval\"", "月度结账");
    }

    private static long amount(JsonNode payment) {
        return payment.path("amount").path("minor").asLong();
    }

    private static List<JsonNode> imports(TestHttp.Client lead) {
        var files = new ArrayList<JsonNode>();
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            files.clear();
            lead.get("/api/imports?limit=10").json().path("items").forEach(files::add);
            return files.stream().map(file -> file.path("state").asString()).allMatch(DONE::contains);
        });
        return files;
    }

    private JobView ended() {
        var id = jobs.list(DemoLoading.CODE, null, 1).items().getFirst().id();
        var view = jobs.get(id);
        for (int i = 0; i < 1200 && view.finishedAt() == null; i++) {
            try {
                Thread.sleep(Duration.ofMillis(100));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            view = jobs.get(id);
        }
        return view;
    }

    private List<Cell> cells(String measure) {
        var machine = new Actor.Machine("demo");
        return access.runAs(
                machine,
                () -> insights.result(measure, new InsightsQuery(null, null, null))
                        .cells());
    }
}
