package org.guildhall.cashback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.cashback.CashbackGround.line;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.guildhall.cashback.CashbackPolicy.Rate;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.loyalty.MoneySimulation;
import org.guildhall.loyalty.ReturnedLine;
import org.guildhall.policies.Policies;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.SimulatedMoney;
import org.guildhall.testing.TestStaff;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * Half a year of random purchases and returns. A simulation of rates or of distribution says nothing where nothing changes, what
 * is kept of the purchases for the rules in force, and for a draft what is kept once it is published.
 */
@GuildhallTest
@TestPropertySource(properties = "guildhall.test.company=cashback-simulations")
@Import({
    CashbackGround.class,
    CashbackGround.Desks.class,
    CashbackGround.Rules.class,
    SimulatedMoney.class,
    SimulatedMoney.Desks.class
})
class CashbackSimulationsTest {

    private static final int LIVES = Integer.getInteger("guildhall.histories", 30);
    private static final LocalDate FIRST = LocalDate.of(2025, 9, 1);
    private static final List<MemberId> LIVING = new ArrayList<>();

    @Autowired
    TestStaff staff;

    @Autowired
    CashbackGround ground;

    @Autowired
    SimulatedMoney simulated;

    @Autowired
    Policies policies;

    @Autowired
    BusinessTime time;

    @Autowired
    DSLContext sql;

    @BeforeEach
    void halfAYearHasPassed() {
        if (LIVING.isEmpty()) {
            var random = new Random(Long.getLong("guildhall.seed", 20_261_123L));
            var promoters = List.of(ground.promoter(170), ground.promoter(170), ground.promoter(60));
            ground.bind(promoters.getFirst(), promoters.getLast(), 50);
            for (int i = 0; i < LIVES; i++) {
                var member = ground.member();
                LIVING.add(member);
                if (random.nextBoolean()) {
                    ground.bind(member, promoters.get(random.nextInt(3)), 1 + random.nextInt(55));
                }
                live(member, random);
            }
        }
    }

    @Test
    void the_rules_in_force_simulated_unchanged_differ_by_nothing_and_are_what_is_kept() {
        var from = LocalDate.of(2025, 9, 20);
        var to = staff.today();
        var rates = simulated.of(CashbackPolicy.KIND, inForce(), from, to);
        SimulatedMoney.differsByNothing(rates);
        assertThat(rates.totals().cost().before().minor())
                .isEqualTo(sum(kept(from, 0)))
                .isPositive();

        var distribution = policies.inForce(DistributionPolicy.KIND, to).policy();
        var commissions = simulated.of(DistributionPolicy.KIND, distribution, from, to);
        SimulatedMoney.differsByNothing(commissions);
        assertThat(SimulatedMoney.amounts(commissions).get("level-1"))
                .containsOnly(sum(kept(from, 1)))
                .doesNotContain(0L);
        assertThat(SimulatedMoney.amounts(commissions).get("level-2"))
                .containsOnly(sum(kept(from, 2)))
                .doesNotContain(0L);
    }

    @Test
    void rates_come_true_once_they_are_published_in_the_middle_of_a_month_with_caps() {
        var from = LocalDate.of(2025, 11, 14);
        for (var draft : List.of(richer(), poorer(), inForce())) {
            var result = simulated.of(CashbackPolicy.KIND, draft, from, staff.today());
            assertThat(result.totals().changed()).isPositive();
            assertThat(result.months()).hasSizeGreaterThan(3);

            simulated.establish(CashbackPolicy.KIND, draft, from);

            var kept = kept(from, 0);
            assertThat(result.totals().cost().after().minor()).isEqualTo(sum(kept));
            assertMembers(result, kept);
        }
    }

    @Test
    void distribution_comes_true_once_it_is_published() {
        var from = LocalDate.of(2025, 12, 3);
        var usual = policies.inForce(DistributionPolicy.KIND, staff.today()).policy();
        var one = new DistributionPolicy(
                List.of(new DistributionPolicy.Level(240)),
                Money.cny(2_000),
                60,
                usual.returnDays(),
                usual.entranceFee(),
                usual.perRecruit());
        for (var draft : List.of(one, usual)) {
            var result = simulated.of(DistributionPolicy.KIND, draft, from, staff.today());
            assertThat(result.totals().changed()).isPositive();

            simulated.establish(DistributionPolicy.KIND, draft, from);

            var kept = kept(from, 1);
            kept(from, 2).forEach((member, amount) -> kept.merge(member, amount, Long::sum));
            assertThat(result.totals().cost().after().minor()).isEqualTo(sum(kept));
            assertMembers(result, kept);
        }
    }

    private static void assertMembers(MoneySimulation result, Map<MemberId, Long> kept) {
        assertThat(List.of(result.winners(), result.losers()))
                .allSatisfy(side -> assertThat(side)
                        .allSatisfy(one ->
                                assertThat(one.cost().after().minor()).isEqualTo(kept.getOrDefault(one.member(), 0L))));
    }

    /** What is kept of purchases since a day at a level, member by member. */
    private Map<MemberId, Long> kept(LocalDate from, int level) {
        var kept = new HashMap<MemberId, Long>();
        sql.resultQuery("""
                        select member_id, sum(current)
                        from cashback.rebate
                        where level = ? and occurred_on >= ?
                        group by member_id
                        """, level, from)
                .forEach(row -> kept.put(new MemberId(row.get(0, UUID.class)), row.get(1, Long.class)));
        return kept;
    }

    private static long sum(Map<MemberId, Long> kept) {
        return kept.values().stream().mapToLong(Long::longValue).sum();
    }

    private CashbackPolicy inForce() {
        return policies.version(CashbackPolicy.KIND, 1).policy();
    }

    private static CashbackPolicy richer() {
        return new CashbackPolicy(
                List.of(
                        new Rate("银", 450, List.of(), List.of(), List.of("silver", "gold"), List.of()),
                        new Rate("周末", 300, List.of("cb-tea"), List.of(), List.of(), List.of(DayOfWeek.SATURDAY)),
                        new Rate("茶", 220, List.of("cb-tea"), List.of(), List.of(), List.of())),
                Money.cny(0),
                Money.cny(4_000),
                Money.cny(9_000),
                7);
    }

    private static CashbackPolicy poorer() {
        return new CashbackPolicy(
                List.of(new Rate("丝", 90, List.of("cb-silk"), List.of(), List.of(), List.of())),
                Money.cny(20_000),
                Money.cny(900),
                Money.cny(1_000),
                7);
    }

    private void live(MemberId member, Random random) {
        for (int i = 0; i < 9; i++) {
            var at = at(random);
            long tea = random.nextLong(1, 120_000);
            var number = random.nextInt(3) == 0
                    ? ground.buy(member, at, line("cb-silk", 1 + random.nextInt(60_000)), line("cb-tea", tea))
                    : ground.buy(member, at, line("cb-tea", tea));
            var back = at.plus(Duration.ofDays(random.nextInt(60)));
            if (random.nextInt(3) == 0 && back.isBefore(time.now())) {
                boolean whole = random.nextBoolean();
                ground.giveBack(member, back, number, whole ? null : new ReturnedLine(1, 1, Money.cny(1)));
            }
        }
    }

    private Instant at(Random random) {
        long days = FIRST.datesUntil(staff.today()).count();
        return time.startOf(FIRST.plusDays(random.nextInt((int) days))).plusSeconds(random.nextInt(86_400));
    }
}
