package org.guildhall.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.Ledger;
import org.guildhall.loyalty.earning.EarningPolicy;
import org.guildhall.loyalty.earning.EarningRule;
import org.guildhall.loyalty.earning.Effect;
import org.guildhall.loyalty.review.Reviews;
import org.guildhall.loyalty.tiers.TiersPolicy;
import org.guildhall.members.MemberFilter;
import org.guildhall.members.MemberQuery;
import org.guildhall.members.Members;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestMembers;
import org.guildhall.testing.TestStaff;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** A published rule is carried out as soon as it is in force; the past stays as it was. */
@GuildhallTest
@DirtiesContext
@TestPropertySource(properties = "story.of-its-own=new-rules")
class NewRulesStory {

    @Autowired
    TestStaff staff;

    @Autowired
    Members members;

    @Autowired
    TestMembers people;

    @Autowired
    Loyalty loyalty;

    @Autowired
    Ledger ledger;

    @Autowired
    Reviews reviews;

    @Autowired
    MovableClock clock;

    @Autowired
    JsonMapper json;

    @Autowired
    DSLContext sql;

    private Instant start = Instant.EPOCH;

    /** Each test has a day of its own, so that what one publishes does not concern the others. */
    @BeforeEach
    void aNewDay() {
        clock.advance(Duration.ofDays(10));
        start = clock.instant();
    }

    @AfterEach
    void untilTheNextDay() {
        clock.moveTo(start);
    }

    @Test
    void aStandardPublishedForTodayMovesEverybodyAtOnceAndTheJobSaysSo() {
        var rich = member();
        var poor = member();
        buy(rich, 200_000, "2026-03-01T03:00:00Z");
        buy(poor, 110_000, "2026-03-01T03:00:00Z");
        var before = loyalty(rich);

        publishTiers(1_000, 1_500, staff.today());

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(stored(rich)).isEqualTo("gold"));
        assertThat(stored(poor)).isEqualTo("silver");
        assertThat(loyalty(rich).getFirst().reason()).isEqualTo("standard-changed");
        assertThat(loyalty(rich)).as("the past stays as it was").containsAll(before);
        var lead = staff.logIn("admin");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(lead.get("/api/jobs?kind=loyalty.apply-policy&limit=1")
                                .text())
                        .contains("\"state\":\"DONE\"", "\"tierChanges\":"));
    }

    @Test
    void aStandardOfALaterDayMovesNobodyUntilItsDayComes() {
        var member = member();
        buy(member, 250_000, "2026-03-01T03:00:00Z");
        publishTiers(1_000, 6_000, staff.today());
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(stored(member)).isEqualTo("silver"));

        publishTiers(1_000, 2_000, staff.today().plusDays(3));
        reviews.run();

        assertThat(stored(member)).isEqualTo("silver");
        clock.advance(Duration.ofDays(3));
        reviews.run();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(stored(member)).isEqualTo("gold"));
    }

    @Test
    void earningRulesOfTodayReachTodaysPurchasesAndLeaveTheOthers() {
        var member = member();
        buy(member, 10_000, start.minus(Duration.ofDays(1)).toString());
        buy(member, 10_000, start.minus(Duration.ofHours(1)).toString());
        assertThat(points(member)).isEqualTo(200);

        publish("loyalty.earning", json.valueToTree(times(3)), staff.today());

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(points(member)).isEqualTo(400));
    }

    @Test
    void whatEarningRulesOfTodayWereNotCarriedOutForIsMadeUpAtNight() {
        var member = member();
        buy(member, 10_000, start.minus(Duration.ofHours(1)).toString());
        var published = staff.today();
        publish("loyalty.earning", json.valueToTree(times(7)), published);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(carriedOut(published)).isEqualTo(1));
        assertThat(points(member)).isEqualTo(700);

        sql.execute("delete from loyalty.review_run where through = ?", published);
        clock.advance(Duration.ofDays(1));
        reviews.run();

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(carriedOut(published)).isEqualTo(1));
    }

    /** How many versions of earning rules of that day are known as carried out. */
    private int carriedOut(LocalDate day) {
        return sql.fetchCount(
                sql.selectFrom("loyalty.review_run").where("kind like 'loyalty.earning:%' and through = ?", day));
    }

    private static EarningPolicy times(int points) {
        var standard = EarningPolicy.DEFAULT;
        return new EarningPolicy(
                List.of(new EarningRule(
                        "base-points", null, List.of(), new Effect.PointsPerMoney(new BigDecimal(points)))),
                standard.stacking(),
                standard.rounding(),
                standard.caps(),
                standard.currencies());
    }

    private void publishTiers(long silver, long gold, LocalDate from) {
        var standard = TiersPolicy.DEFAULT;
        var ladder = standard.ladder().stream()
                .map(tier -> new TiersPolicy.Tier(
                        tier.code(),
                        tier.name(),
                        tier.code().equals("silver") ? silver : tier.code().equals("gold") ? gold : tier.threshold(),
                        BigDecimal.ONE))
                .toList();
        var policy = new TiersPolicy(
                ladder,
                standard.measure(),
                standard.window(),
                standard.validity(),
                standard.review(),
                standard.graceDays(),
                standard.introduction());
        publish("loyalty.tiers", json.valueToTree(policy), from);
    }

    private void publish(String kind, Object body, LocalDate from) {
        var path = "/api/policies/" + kind + "/draft";
        var saved = staff.logIn("ops").put(path, Map.of("body", body, "expectedRevision", 0));
        assertThat(saved.status()).as(saved.text()).isEqualTo(200);
        var published = staff.logIn("lead")
                .post(path + "/publish", Map.of("revision", 1, "effectiveFrom", from.toString(), "reason", "test"));
        assertThat(published.status()).as(published.text()).isEqualTo(200);
    }

    private List<TierChangeView> loyalty(MemberId member) {
        return staff.asMachine(() -> loyalty.tierHistory(member));
    }

    /** The tier as the member list has it stored. */
    private Object stored(MemberId member) {
        return staff.asMachine(() -> members.search(new MemberQuery(
                        null, new MemberFilter.Ids(Set.of(member)), null, List.of("loyalty.tier"), null, 1)))
                .items()
                .getFirst()
                .columns()
                .getOrDefault("loyalty.tier", "");
    }

    private long points(MemberId member) {
        return ledger.balances(List.of(member), Asset.POINTS).getOrDefault(member, 0L);
    }

    private void buy(MemberId member, long minor, String at) {
        var fact = new PurchaseFact(
                "till", member + at, member, Instant.parse(at), null, null, Money.of(minor, "CNY"), List.of(), null);
        staff.asMachine(() -> loyalty.record(fact));
    }

    private MemberId member() {
        return people.since(LocalDate.of(2025, 6, 1));
    }
}
