package org.guildhall.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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

    private record Step(int days, int who, Deed deed, long amount, int months) {}

    private enum Deed {
        GRANT,
        SPEND,
        CARRY
    }

    private static final List<Deed> DEEDS =
            List.of(Deed.GRANT, Deed.GRANT, Deed.GRANT, Deed.SPEND, Deed.SPEND, Deed.CARRY);

    /** One month's points in one lot. */
    private record Cell(LocalDate issuedIn, LocalDate expiresIn) {}

    /** What one member got in one month into one lot, and what became of it. */
    private static final class Piece {
        private final LocalDate month;
        private final long issued;
        private long left;
        private long lapsed;

        Piece(LocalDate month, long issued) {
            this.month = month;
            this.issued = issued;
            this.left = issued;
        }

        long take(long most) {
            long taken = Math.min(most, left);
            left -= taken;
            return taken;
        }
    }

    /** The count on paper: lots in order of expiry, the oldest points of a lot first. */
    private static final class Paper {
        private final Map<Integer, TreeMap<LocalDate, List<Piece>>> lots = new HashMap<>();

        void grant(int who, LocalDate on, LocalDate expiresOn, long amount) {
            lots.computeIfAbsent(who, any -> new TreeMap<>())
                    .computeIfAbsent(expiresOn, any -> new ArrayList<>())
                    .add(new Piece(on.withDayOfMonth(1), amount));
        }

        boolean spend(int who, LocalDate on, long amount) {
            lapse(on);
            var mine = lots.getOrDefault(who, new TreeMap<>()).values().stream()
                    .flatMap(List::stream)
                    .toList();
            if (mine.stream().mapToLong(piece -> piece.left).sum() < amount) {
                return false;
            }
            long wanted = amount;
            for (var piece : mine) {
                wanted -= piece.take(wanted);
            }
            return true;
        }

        /** The lot of a member that something was ever put into, by number. */
        Optional<LocalDate> lot(int who, int number) {
            var mine = List.copyOf(lots.getOrDefault(who, new TreeMap<>()).keySet());
            return mine.isEmpty() ? Optional.empty() : Optional.of(mine.get(number % mine.size()));
        }

        void carry(int who, LocalDate from, LocalDate to) {
            var mine = Objects.requireNonNull(lots.get(who));
            var pieces = Objects.requireNonNull(mine.remove(from));
            for (var piece : pieces) {
                piece.left += piece.lapsed;
                piece.lapsed = 0;
            }
            mine.put(to, pieces);
        }

        void lapse(LocalDate on) {
            for (var mine : lots.values()) {
                for (var piece : mine.headMap(on, true).values().stream()
                        .flatMap(List::stream)
                        .toList()) {
                    piece.lapsed += piece.take(piece.left);
                }
            }
        }

        Map<Cell, List<Long>> result() {
            var cells = new HashMap<Cell, long[]>();
            lots.values()
                    .forEach(mine -> mine.forEach((expiresOn, pieces) -> pieces.forEach(piece -> {
                        var month = expiresOn.minusDays(1).withDayOfMonth(1);
                        var cell = cells.computeIfAbsent(new Cell(piece.month, month), any -> new long[3]);
                        cell[0] += piece.issued;
                        cell[1] += piece.left;
                        cell[2] += piece.lapsed;
                    })));
            var result = new HashMap<Cell, List<Long>>();
            cells.forEach((cell, sums) -> result.put(cell, List.of(sums[0], sums[1], sums[2])));
            return result;
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
                    DEEDS.get(random.nextInt(DEEDS.size())),
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
        int carried = 0;
        for (var step : steps) {
            clock.advance(Duration.ofDays(step.days));
            var today = LocalDate.ofInstant(clock.instant(), ZONE);
            world.as(() -> world.ledger().expire(asset, today));
            if (step.deed == Deed.CARRY) {
                paper.lapse(today);
                var from = paper.lot(step.who, (int) step.amount);
                if (from.isPresent()) {
                    // a day of its own, on which nothing that was earned ends
                    var base = from.get().isAfter(today) ? from.get() : today;
                    var to = base.withDayOfMonth(2).plusMonths(step.months).plusDays(carried++ % 25);
                    paper.carry(step.who, from.get(), to);
                    carry(world, new CarryLot(people.get(step.who), asset, from.get(), to, null));
                }
            } else if (step.deed == Deed.SPEND) {
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

    private static void carry(LedgerWorld world, CarryLot lot) {
        var key = CauseKey.of(UUID.randomUUID().toString());
        world.inTransaction(() -> world.ledger().carry(key, lot));
    }

    private static void post(LedgerWorld world, MemberId member, Movement movement) {
        var key = CauseKey.of(UUID.randomUUID().toString());
        world.inTransaction(() -> world.ledger()
                .post(List.of(
                        new Posting(key, member, "test", null, "test", key.postingId(), List.of(movement), null, 0))));
    }
}
