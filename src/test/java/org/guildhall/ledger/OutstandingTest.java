package org.guildhall.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.ledger.Movement.Grant;
import org.guildhall.ledger.Movement.Spend;
import org.guildhall.testing.Histories;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** What is outstanding, by month of issue and of expiry, is what a member-by-member count on paper makes of the same acts. */
class OutstandingTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private record Step(int days, int who, boolean spends, long amount, int months) {}

    /** One month's points in one lot. */
    private record Cell(LocalDate issuedIn, LocalDate expiresIn) {}

    /** The count on paper: lots in order of expiry, the oldest points of a lot first. */
    private static final class Paper {
        private final Map<Integer, TreeMap<LocalDate, Deque<long[]>>> lots = new HashMap<>();
        private final Map<Cell, long[]> cells = new HashMap<>();

        void grant(int who, LocalDate on, LocalDate expiresOn, long amount) {
            var month = on.withDayOfMonth(1);
            lots.computeIfAbsent(who, any -> new TreeMap<>())
                    .computeIfAbsent(expiresOn, any -> new ArrayDeque<>())
                    .add(new long[] {month.toEpochDay(), amount});
            cell(month, expiresOn)[0] += amount;
        }

        boolean spend(int who, LocalDate on, long amount) {
            var mine = lots.getOrDefault(who, new TreeMap<>());
            lapse(on);
            long there = mine.values().stream()
                    .flatMap(Deque::stream)
                    .mapToLong(piece -> piece[1])
                    .sum();
            if (there < amount) {
                return false;
            }
            long left = amount;
            for (var lot : mine.values()) {
                while (left > 0 && !lot.isEmpty()) {
                    long taken = Math.min(left, lot.getFirst()[1]);
                    lot.getFirst()[1] -= taken;
                    left -= taken;
                    if (lot.getFirst()[1] == 0) {
                        lot.removeFirst();
                    }
                }
            }
            return true;
        }

        void lapse(LocalDate on) {
            for (var mine : lots.values()) {
                while (!mine.isEmpty() && !mine.firstKey().isAfter(on)) {
                    var lot = mine.pollFirstEntry();
                    lot.getValue().forEach(piece -> cell(LocalDate.ofEpochDay(piece[0]), lot.getKey())[2] += piece[1]);
                }
            }
        }

        Map<Cell, List<Long>> result() {
            for (var mine : lots.values()) {
                mine.forEach((expiresOn, lot) ->
                        lot.forEach(piece -> cell(LocalDate.ofEpochDay(piece[0]), expiresOn)[1] += piece[1]));
            }
            var result = new HashMap<Cell, List<Long>>();
            cells.forEach((cell, sums) -> result.put(cell, List.of(sums[0], sums[1], sums[2])));
            return result;
        }

        private long[] cell(LocalDate month, LocalDate expiresOn) {
            return cells.computeIfAbsent(new Cell(month, expiresOn.minusDays(1).withDayOfMonth(1)), any -> new long[3]);
        }
    }

    @Test
    void cohorts_are_what_a_count_on_paper_makes() {
        var database = TestDatabase.fresh();
        var clock = new MovableClock();
        try (var world = new LedgerWorld(database.url(), database.user(), database.password(), clock, Map.of())) {
            Histories.hold(25, OutstandingTest::history, steps -> compare(world, clock, steps));
        }
    }

    private static List<Step> history(Random random) {
        var steps = new ArrayList<Step>();
        for (int i = 0; i < 10 + random.nextInt(25); i++) {
            steps.add(new Step(
                    random.nextInt(40),
                    random.nextInt(3),
                    random.nextInt(5) < 2,
                    1 + random.nextInt(90),
                    1 + random.nextInt(6)));
        }
        return steps;
    }

    private static void compare(LedgerWorld world, MovableClock clock, List<Step> steps) {
        var start = clock.instant();
        var asset = new Asset("sessions");
        emptied(world);
        var paper = new Paper();
        var people = List.of(LedgerWorld.member(), LedgerWorld.member(), LedgerWorld.member());
        long spent = 0;
        for (var step : steps) {
            clock.advance(Duration.ofDays(step.days));
            var today = LocalDate.ofInstant(clock.instant(), ZONE);
            world.as(() -> world.ledger().expire(asset, today));
            if (step.spends) {
                if (paper.spend(step.who, today, step.amount)) {
                    spent += step.amount;
                    post(world, people.get(step.who), new Spend(asset, step.amount));
                }
            } else {
                var expiresOn = today.withDayOfMonth(1).plusMonths(step.months + 1L);
                paper.lapse(today);
                paper.grant(step.who, today, expiresOn, step.amount);
                post(world, people.get(step.who), new Grant(asset, step.amount, expiresOn));
            }
        }
        clock.advance(Duration.ofDays(1));
        var today = LocalDate.ofInstant(clock.instant(), ZONE);
        world.as(() -> world.ledger().expire(asset, today));
        paper.lapse(today);

        var outstanding = world.part(Outstanding.class);
        var found = new HashMap<Cell, List<Long>>();
        var cohorts = outstanding.cohorts(asset, clock.instant());
        cohorts.forEach(cohort -> found.put(
                new Cell(cohort.issuedIn(), Objects.requireNonNull(cohort.expiresIn())),
                List.of(cohort.issued(), cohort.outstanding(), cohort.lapsed())));
        assertThat(found).isEqualTo(paper.result());
        assertThat(cohorts.stream().mapToLong(Cohort::used).sum()).isEqualTo(spent);
        assertThat(outstanding.standing(clock.instant()).stream()
                        .filter(standing -> standing.asset().equals(asset))
                        .mapToLong(AssetStanding::inLots)
                        .sum())
                .isEqualTo(cohorts.stream().mapToLong(Cohort::outstanding).sum());
        assertThat(outstanding.cohorts(asset, start)).as("before anything was").isEmpty();
        var owners = outstanding.members(new CohortQuery(asset, clock.instant(), null, null, null, 200));
        assertThat(owners.items().stream().mapToLong(CohortShare::amount).sum())
                .isEqualTo(cohorts.stream().mapToLong(Cohort::outstanding).sum());
    }

    /** Each history begins with empty books. */
    private static void emptied(LedgerWorld world) {
        world.inTransaction(() -> {
            world.sql().execute("set local session_replication_role = replica");
            world.sql()
                    .execute(
                            "truncate ledger.entry, ledger.posting, ledger.lot, ledger.account, ledger.programme_change");
            return 0;
        });
    }

    private static void post(LedgerWorld world, MemberId member, Movement movement) {
        var key = CauseKey.of(UUID.randomUUID().toString());
        world.inTransaction(() -> world.ledger()
                .post(List.of(
                        new Posting(key, member, "test", null, "test", key.postingId(), List.of(movement), null, 0))));
    }
}
