package org.guildhall.loyalty.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Points;
import org.guildhall.loyalty.GrantTier;
import org.guildhall.loyalty.Loyalty;
import org.guildhall.loyalty.PurchaseFact;
import org.guildhall.loyalty.tiers.TiersPolicy;
import org.guildhall.members.MemberFilter;
import org.guildhall.members.MemberQuery;
import org.guildhall.members.MemberRow;
import org.guildhall.members.Members;
import org.guildhall.members.TimelineEntry;
import org.guildhall.policies.FoundingPolicies;
import org.guildhall.testing.AtRest;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestMembers;
import org.guildhall.testing.TestStaff;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * What time does to tiers: twelve months after gold was reached it is reviewed, with thirty days of grace; a tier given by hand
 * ends with its last day. The clock moves night by night where it matters.
 */
@GuildhallTest
@TestPropertySource(properties = "guildhall.test.company=reviews")
class TiersOverTimeStory {

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final LocalDate BOUGHT_ON = LocalDate.parse("2026-03-02");
    private static final LocalDate REVIEW = LocalDate.parse("2027-03-02");
    private static final ZoneId COMPANY = ZoneId.of("Asia/Shanghai");
    private static boolean ruled;

    @Autowired
    TestStaff staff;

    @Autowired
    Members members;

    @Autowired
    TestMembers people;

    @Autowired
    Loyalty loyalty;

    @Autowired
    Reviews reviews;

    @Autowired
    FoundingPolicies founding;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    MovableClock clock;

    @Autowired
    JsonMapper json;

    @Autowired
    DSLContext sql;

    private Instant start = Instant.EPOCH;

    @BeforeEach
    void thirtyDaysOfGrace() {
        start = clock.instant();
        if (!ruled) {
            ruled = true;
            var usual = TiersPolicy.DEFAULT;
            var policy = new TiersPolicy(
                    usual.ladder(),
                    usual.measure(),
                    usual.window(),
                    usual.validity(),
                    usual.review(),
                    30,
                    usual.introduction());
            staff.asMachine(() -> transactions.execute(status -> {
                @SuppressWarnings("unchecked") // a policy is a JSON object
                Map<String, Object> body = json.convertValue(policy, Map.class);
                founding.establish(TiersPolicy.KIND.code(), body, LocalDate.of(2020, 1, 1), "since the beginning");
                return status;
            }));
        }
    }

    @AfterEach
    void putTheClockBack() {
        clock.moveTo(start);
    }

    @Test
    void gold_is_kept_lost_or_saved_in_the_days_of_grace() {
        var keeps = member();
        var loses = member();
        var saves = member();
        for (var one : List.of(keeps, loses, saves)) {
            buy(one, 500_000);
            assertThat(tier(one)).isEqualTo("gold");
        }
        goTo(LocalDate.parse("2026-12-01"));
        buy(keeps, 500_000);

        goTo(REVIEW.minusDays(1));
        assertThat(tiers(keeps, loses, saves)).containsExactly("gold", "gold", "gold");
        goTo(REVIEW);
        assertThat(steps(keeps)).contains(REVIEW + " gold review-kept");
        goTo(REVIEW.plusDays(10));
        buy(saves, 500_000);
        assertThat(steps(saves)).anyMatch(step -> step.endsWith("gold review-kept"));
        goTo(REVIEW.plusDays(29));
        assertThat(tiers(keeps, loses, saves)).containsExactly("gold", "gold", "gold");
        goTo(REVIEW.plusDays(31));

        assertThat(tiers(keeps, loses, saves)).containsExactly("gold", "silver", "gold");
        assertThat(steps(loses)).last().asString().endsWith("silver review-down");
        assertThat(column(loses)).isEqualTo("silver");
        long rows = rows();
        goTo(REVIEW.plusDays(31));
        assertThat(rows()).as("a second run in the same night changes nothing").isEqualTo(rows);
    }

    @Test
    void nights_that_were_missed_are_made_up_for_and_end_the_same() {
        var nightly = member();
        var neglected = member();
        buy(nightly, 500_000);
        buy(neglected, 500_000);
        for (int week = 1; week < 120; week += 13) {
            clock.moveTo(at(BOUGHT_ON.plusWeeks(week)));
            staff.asMachine(() -> loyalty.standing(nightly));
            reviews.run();
            AtRest.await(sql);
        }
        goTo(BOUGHT_ON.plusWeeks(120));
        assertThat(steps(neglected)).isEqualTo(steps(nightly));
        var late = member();
        clock.moveTo(at(BOUGHT_ON.plusWeeks(120)));
        record(late, at(BOUGHT_ON), 500_000);
        assertThat(steps(late)).as("who became known two years later").isEqualTo(steps(nightly));
    }

    @Test
    void a_tier_given_by_hand_holds_to_its_last_day_and_is_told_on_every_page() {
        var member = member();
        buy(member, 150_000);
        assertThat(tier(member)).isEqualTo("silver");
        var until = BOUGHT_ON.plusDays(40);
        staff.asMachine(
                () -> loyalty.grantTier(new GrantTier(member, "gold", until, "老朋友"), java.util.UUID.randomUUID()));
        assertThat(tier(member)).isEqualTo("gold");
        assertThat(staff.asMachine(() -> loyalty.standing(member)).keepUntil()).isEqualTo(until);
        assertThat(column(member)).isEqualTo("gold");
        assertThat(sql.fetchSingle(
                                "select count(*) from access.audit where act = 'loyalty.tier-granted' and member_id = ?",
                                member.value())
                        .into(Long.class))
                .isEqualTo(1);

        goTo(until);
        assertThat(tier(member)).isEqualTo("gold");
        goTo(until.plusDays(1));
        assertThat(tier(member)).isEqualTo("silver");
        assertThat(column(member)).isEqualTo("silver");
        assertThat(steps(member)).last().asString().endsWith("silver grant-ended");
        var told = staff.asMachine(() -> members.timeline(member, Set.of("loyalty.tier"), null, null, 50));
        assertThat(told.items())
                .extracting(TimelineEntry::facts)
                .extracting(facts -> facts.get("reason"))
                .containsExactlyInAnyOrder("grant-ended", "granted", "upgrade", "joined");
        assertThatThrownBy(() -> staff.asMachine(() ->
                        loyalty.grantTier(new GrantTier(member, "gold", until, "太晚"), java.util.UUID.randomUUID())))
                .hasMessageContaining("loyalty.grant-ends-early");
    }

    @Test
    void the_list_shows_filters_and_sorts_by_what_members_bought() {
        var spent = new LinkedHashMap<MemberId, Long>();
        List.of(30_000L, 10_000L, 20_050L).forEach(minor -> spent.put(member(), minor));
        spent.forEach((member, minor) -> {
            buy(member, minor - 5_000);
            buy(member, 5_000);
        });
        var all = new MemberFilter.Ids(spent.keySet());
        var rows = list(all, "-loyalty.spend");
        assertThat(rows).extracting(row -> spent.get(row.id())).containsExactly(30_000L, 20_050L, 10_000L);
        assertThat(rows).allSatisfy(row -> {
            long minor = java.util.Objects.requireNonNull(spent.get(row.id()));
            assertThat(row.columns()).containsEntry("loyalty.spend", Money.cny(minor));
            assertThat(row.columns()).containsEntry("loyalty.points", Points.of(points(minor - 5_000) + points(5_000)));
            assertThat(row.columns()).containsEntry("loyalty.last-purchase", BOUGHT_ON);
            var timeline =
                    staff.asMachine(() -> members.timeline(row.id(), Set.of("loyalty.purchase"), null, null, 50));
            assertThat(timeline.items()).hasSize(2);
        });
        var atLeast = new MemberFilter.Column("loyalty.spend", MemberFilter.Comparison.AT_LEAST, List.of("200.50"));
        assertThat(list(new MemberFilter.All(List.of(all, atLeast)), "loyalty.spend"))
                .extracting(row -> spent.get(row.id()))
                .containsExactly(20_050L, 30_000L);
    }

    private static long points(long minor) {
        return minor / 100;
    }

    private List<MemberRow> list(MemberFilter filter, String sort) {
        var columns = List.of("loyalty.tier", "loyalty.points", "loyalty.spend", "loyalty.last-purchase");
        return staff.asMachine(() -> members.search(new MemberQuery(null, filter, sort, columns, null, null)))
                .items();
    }

    private Object column(MemberId member) {
        return java.util.Objects.requireNonNull(list(new MemberFilter.Ids(Set.of(member)), "name")
                .getFirst()
                .columns()
                .get("loyalty.tier"));
    }

    /** Ten in the morning of the day, the nightly review done. */
    private void goTo(LocalDate day) {
        clock.moveTo(at(day));
        reviews.run();
        AtRest.await(sql);
    }

    private static Instant at(LocalDate day) {
        return day.atTime(2, 0).toInstant(java.time.ZoneOffset.UTC);
    }

    private MemberId member() {
        return people.of(null);
    }

    private void buy(MemberId member, long minor) {
        record(member, clock.instant(), minor);
    }

    private void record(MemberId member, Instant at, long minor) {
        var number = "over-time-" + NEXT.incrementAndGet();
        staff.asMachine(() -> loyalty.record(
                new PurchaseFact("till", number, member, at, null, null, Money.cny(minor), List.of(), null)));
    }

    private String tier(MemberId member) {
        return staff.asMachine(() -> loyalty.standing(member)).tier();
    }

    private List<String> tiers(MemberId... some) {
        var tiers = new ArrayList<String>();
        for (var member : some) {
            tiers.add(tier(member));
        }
        return tiers;
    }

    /** The stored steps that hold, oldest first. */
    private List<String> steps(MemberId member) {
        return staff.asMachine(() -> loyalty.tierHistory(member)).reversed().stream()
                .filter(step -> step.withdrawnAt() == null)
                .map(step -> step.effectiveAt().atZone(COMPANY).toLocalDate() + " " + step.to() + " " + step.reason())
                .toList();
    }

    private long rows() {
        return sql.fetchSingle(
                        "select (select count(*) from loyalty.tier_change) + (select count(*) from ledger.entry)")
                .into(Long.class);
    }
}
