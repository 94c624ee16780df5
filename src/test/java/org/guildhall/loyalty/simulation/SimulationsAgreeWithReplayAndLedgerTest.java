package org.guildhall.loyalty.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.loyalty.simulation.SimulatedDrafts.FORTNIGHT;
import static org.guildhall.loyalty.simulation.SimulatedDrafts.START;
import static org.guildhall.loyalty.simulation.SimulatedDrafts.assertPartsMakeTheWhole;
import static org.guildhall.loyalty.simulation.SimulatedDrafts.at;
import static org.guildhall.loyalty.simulation.SimulatedDrafts.body;
import static org.guildhall.loyalty.simulation.SimulatedDrafts.day;
import static org.guildhall.loyalty.simulation.SimulatedDrafts.kindOf;
import static org.guildhall.loyalty.simulation.SimulatedDrafts.lowerLadder;
import static org.guildhall.loyalty.simulation.SimulatedDrafts.mild;
import static org.guildhall.loyalty.simulation.SimulatedDrafts.richer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.guildhall.access.UnitKind;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.UnitId;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.Ledger;
import org.guildhall.loyalty.Loyalty;
import org.guildhall.loyalty.SimulationResult;
import org.guildhall.loyalty.Simulations;
import org.guildhall.loyalty.StartSimulation;
import org.guildhall.loyalty.earning.EarningPolicy;
import org.guildhall.loyalty.expiry.ExpiryPolicy;
import org.guildhall.loyalty.purchases.ChangingRules;
import org.guildhall.loyalty.purchases.Histories;
import org.guildhall.loyalty.purchases.RandomLife;
import org.guildhall.loyalty.purchases.Recorder;
import org.guildhall.loyalty.replay.RuleBooks;
import org.guildhall.loyalty.returns.ReturnsPolicy;
import org.guildhall.loyalty.tiers.TiersPolicy;
import org.guildhall.members.MemberProfile;
import org.guildhall.policies.FoundingPolicies;
import org.guildhall.policies.Policies;
import org.guildhall.policies.PolicyDesk;
import org.guildhall.policies.SaveDraft;
import org.guildhall.testing.AtRest;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestMembers;
import org.guildhall.testing.TestStaff;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Nearly three years of random lives under rules that changed on the way. A simulation says of them what members replayed one by
 * one come to, nothing when nothing changes, what the ledger has booked, and what the draft does once it is published.
 */
@GuildhallTest
@TestPropertySource(properties = "guildhall.test.company=simulations")
class SimulationsAgreeWithReplayAndLedgerTest {

    private static final int LIVES = Integer.getInteger("guildhall.histories", 40);
    private static final int END = 72;
    private static final int LAST_RULE = 60;
    private static final List<MemberId> LIVING = new ArrayList<>();

    @Autowired
    TestStaff staff;

    @Autowired
    TestMembers people;

    @Autowired
    Loyalty loyalty;

    @Autowired
    Simulations simulations;

    @Autowired
    Ledger ledger;

    @Autowired
    FoundingPolicies founding;

    @Autowired
    PolicyDesk desk;

    @Autowired
    Policies policies;

    @Autowired
    RuleBooks books;

    @Autowired
    Histories histories;

    @Autowired
    Recorder recorder;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    MovableClock clock;

    @Autowired
    JsonMapper json;

    @Autowired
    DSLContext sql;

    private Instant before = Instant.EPOCH;

    @BeforeEach
    void nearlyThreeYearsHavePassed() {
        before = clock.instant();
        clock.moveTo(START.plus(FORTNIGHT.multipliedBy(END)));
        if (LIVING.isEmpty()) {
            for (int tick : ChangingRules.TICKS) {
                var rules = Objects.requireNonNull(ChangingRules.of(tick));
                establish(rules.kind(), rules.policy(), day(tick).plusDays(rules.daysAhead()));
            }
            var random = new Random(Long.getLong("guildhall.seed", 20_260_302L));
            var stores = new ArrayList<@Nullable UnitId>();
            stores.add(null);
            stores.add(staff.open(UnitKind.STORE, staff.company()));
            stores.add(staff.open(UnitKind.STORE, staff.company()));
            for (int i = 0; i < LIVES; i++) {
                LIVING.add(live(random, stores));
            }
        }
    }

    @AfterEach
    void putTheClockBack() {
        AtRest.await(sql);
        clock.moveTo(before);
    }

    @Test
    void the_policy_in_force_simulated_unchanged_differs_by_nothing_and_is_what_the_ledger_booked() {
        var from = day(LAST_RULE);
        for (var kind : List.of(EarningPolicy.KIND, TiersPolicy.KIND, ExpiryPolicy.KIND, ReturnsPolicy.KIND)) {
            var result =
                    simulate(kind.code(), policies.inForce(kind, staff.today()).policy(), from, staff.today());

            assertThat(result.totals().points().difference()).as(kind.code()).isZero();
            assertThat(result.totals().growth().difference()).isZero();
            assertThat(result.spread().winners().members()).isZero();
            assertThat(result.spread().losers().members()).isZero();
            assertThat(result.spread().same())
                    .isEqualTo(result.totals().active())
                    .isPositive();
            assertThat(result.moves())
                    .allSatisfy(move -> assertThat(move.from()).isEqualTo(move.to()));
            assertThat(result.endings())
                    .allSatisfy(
                            ending -> assertThat(ending.points().difference()).isZero());
            var period = Period.of(from, staff.today(), books.current().zone());
            assertThat(result.totals().points().before())
                    .isEqualTo(sum(booked(Asset.POINTS, period)))
                    .isNotZero();
            assertThat(result.totals().growth().before()).isEqualTo(sum(booked(Asset.GROWTH, period)));
        }
    }

    @Test
    void any_draft_comes_to_what_members_replayed_one_by_one_come_to() {
        var from = day(18);
        var to = day(50);
        for (var draft :
                List.of(richer(), lowerLadder(), new ExpiryPolicy(new ExpiryPolicy.Validity.Term(3)), mild())) {
            var kind = kindOf(draft);
            var result = simulate(kind, draft, from, to);

            var two = TwoBooks.of(books.current(), draft, from);
            var naive = NaiveCount.of(
                    histories.of(LIVING, true).values(),
                    two.before(),
                    two.after(),
                    Period.of(from, to, books.current().zone()));
            assertThat(result.totals().active()).as(kind).isEqualTo(naive.before.size());
            assertThat(result.totals().points().before()).isEqualTo(naive.sum(naive.before));
            assertThat(result.totals().points().after()).isEqualTo(naive.sum(naive.after));
            assertThat(NaiveCount.moves(result)).isEqualTo(naive.moves);
            assertThat(NaiveCount.byStore(result)).isEqualTo(naive.byStore);
            assertThat(NaiveCount.byTier(result)).isEqualTo(naive.byTier);
            var differences = naive.differences();
            assertThat(result.spread().deciles().getFirst()).isEqualTo(differences.getFirst());
            assertThat(result.spread().deciles().getLast()).isEqualTo(differences.getLast());
            assertThat(result.spread().winners().members())
                    .isEqualTo(differences.stream().filter(one -> one > 0).count());
            assertThat(result.winners().stream()
                            .map(one -> one.points().difference())
                            .toList())
                    .isEqualTo(differences.reversed().stream()
                            .filter(one -> one > 0)
                            .limit(20)
                            .toList());
            assertThat(result.losers().stream()
                            .map(one -> one.points().difference())
                            .toList())
                    .isEqualTo(differences.stream()
                            .filter(one -> one < 0)
                            .limit(20)
                            .toList());
            assertPartsMakeTheWhole(result);
        }
    }

    @Test
    void what_was_simulated_comes_true_once_the_draft_rules_from_that_day() {
        var from = day(LAST_RULE + 1);
        var today = staff.today();
        for (var draft : List.of(lowerLadder(), richer())) {
            var result = simulate(kindOf(draft), draft, from, today);
            assertThat(result.totals().points().difference()).isNotZero();

            establish(kindOf(draft), draft, from);
            transactions.executeWithoutResult(status -> staff.asMachine(() -> recorder.refresh(LIVING)));

            var booked =
                    booked(Asset.POINTS, Period.of(from, today, books.current().zone()));
            assertThat(result.totals().points().after()).isEqualTo(sum(booked));
            assertThat(List.of(result.winners(), result.losers()))
                    .allSatisfy(side -> assertThat(side)
                            .allSatisfy(one ->
                                    assertThat(one.points().after()).isEqualTo(booked.getOrDefault(one.member(), 0L))));
            var tiers = new TreeMap<String, Long>();
            result.moves().forEach(move -> tiers.merge(move.to(), move.members(), Long::sum));
            var now = new TreeMap<String, Long>();
            staff.asMachine(() -> loyalty.tiers(LIVING)).values().forEach(tier -> now.merge(tier, 1L, Long::sum));
            assertThat(tiers).isEqualTo(now);
        }
    }

    @Test
    void what_became_known_after_the_horizon_is_not_seen() {
        assertThat(histories.known(LIVING, true, clock.instant())).isEqualTo(histories.of(LIVING, true));
        assertThat(histories
                        .known(LIVING, true, clock.instant().minusSeconds(1))
                        .values())
                .hasSize(LIVES)
                .allSatisfy(history -> assertThat(history.purchases()).isEmpty())
                .allSatisfy(history -> assertThat(history.returns()).isEmpty());
    }

    /** What the ledger has booked for facts of the period, member by member. */
    private Map<MemberId, Long> booked(Asset asset, Period period) {
        var sums = new TreeMap<MemberId, Long>(java.util.Comparator.comparing(MemberId::value));
        transactions.execute(status -> staff.asMachine(() -> ledger.booked(LIVING))).stream()
                .filter(one -> one.asset().equals(asset) && period.holds(one.occurredAt()))
                .forEach(one -> sums.merge(one.member(), one.amount(), Long::sum));
        return sums;
    }

    private static long sum(Map<MemberId, Long> booked) {
        return booked.values().stream().mapToLong(Long::longValue).sum();
    }

    private SimulationResult simulate(String kind, Record draft, LocalDate from, LocalDate to) {
        return staff.asMachine(() -> {
            var saved = desk.save(kind, new SaveDraft(body(json, draft), 0));
            var started = simulations.start(new StartSimulation(kind, saved.revision(), from, to, null));
            AtRest.await(sql);
            desk.discard(kind, saved.revision());
            var done = simulations.get(started.id());
            assertThat(done.failure()).isNull();
            return Objects.requireNonNull(done.result());
        });
    }

    private void establish(String kind, Record policy, LocalDate from) {
        transactions.executeWithoutResult(status -> staff.asMachine(() -> {
            founding.establish(kind, body(json, policy), from, "as it was");
            return from;
        }));
    }

    private MemberId live(Random random, List<@Nullable UnitId> stores) {
        var life = RandomLife.make(random, START, clock.instant());
        var profile = new MemberProfile(null, null, life.birthday(), null, null, null, null, null, null, null, null);
        var member = people.enter(profile, day(0), null);
        var purchases = life.purchases().stream()
                .map(buy -> at(stores.get(random.nextInt(stores.size())), buy.of(member)))
                .toList();
        var returns = life.returns().stream().map(back -> back.of(member)).toList();
        var outcome =
                transactions.execute(status -> staff.asMachine(() -> loyalty.recordAll(purchases, returns, null)));
        assertThat(outcome).isNotNull();
        return member;
    }
}
