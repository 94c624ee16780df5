package org.guildhall.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.ledger.Movement.Clawback;
import org.guildhall.ledger.Movement.Grant;
import org.guildhall.ledger.Movement.Spend;
import org.guildhall.testing.Histories;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/**
 * Whatever is closed and opened again in between, members own the same in the same lots as if nothing ever was, and each
 * closed month is what its entries come to.
 */
class PeriodHistoriesTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private sealed interface Step {
        record Wait(int hours) implements Step {}

        record Earn(int who, long amount, int daysLate) implements Step {}

        record TakeBack(int which, int daysLate) implements Step {}

        record Use(int who, long amount) implements Step {}

        record Lapse() implements Step {}

        record Close() implements Step {}

        record Reopen() implements Step {}
    }

    @Test
    void members_own_the_same_as_if_nothing_was_ever_closed_and_the_laws_hold() {
        var closing = TestDatabase.fresh();
        var open = TestDatabase.fresh();
        var clock = new MovableClock();
        try (var one = new LedgerWorld(closing.url(), closing.user(), closing.password(), clock, Map.of());
                var other = new LedgerWorld(open.url(), open.user(), open.password(), clock, Map.of())) {
            Histories.hold(30, PeriodHistoriesTest::history, steps -> compare(one, other, clock, steps));
        }
    }

    private static List<Step> history(Random random) {
        var steps = new ArrayList<Step>();
        int count = 10 + random.nextInt(30);
        for (int i = 0; i < count; i++) {
            int who = random.nextInt(2);
            steps.add(
                    switch (random.nextInt(12)) {
                        case 0, 1, 2, 3 ->
                            new Step.Earn(who, 1 + random.nextInt(100), random.nextInt(3) * random.nextInt(45));
                        case 4 -> new Step.TakeBack(random.nextInt(8), random.nextInt(20));
                        case 5, 6 -> new Step.Use(who, 1 + random.nextInt(120));
                        case 7 -> new Step.Lapse();
                        case 8 -> new Step.Close();
                        case 9 -> random.nextInt(3) == 0 ? new Step.Reopen() : new Step.Close();
                        default -> new Step.Wait(24 * (1 + random.nextInt(25)));
                    });
        }
        return steps;
    }

    /** What was earned, to be taken back. */
    private record Earned(MemberId member, UUID cause, LocalDate expiresOn, long amount) {}

    private static void compare(LedgerWorld closing, LedgerWorld open, MovableClock clock, List<Step> steps) {
        var people = List.of(LedgerWorld.member(), LedgerWorld.member());
        var earned = new ArrayList<Earned>();
        for (var step : steps) {
            switch (step) {
                case Step.Wait(var hours) -> clock.advance(Duration.ofHours(hours));
                case Step.Earn(var who, var amount, var late) -> {
                    var expiresOn =
                            today(clock).minusDays(late).withDayOfMonth(1).plusMonths(3);
                    var gain = new Earned(people.get(who), UUID.randomUUID(), expiresOn, amount);
                    earned.add(gain);
                    both(closing, open, posting(clock, gain, late, new Grant(Asset.POINTS, amount, expiresOn)));
                }
                case Step.TakeBack(var which, var late) -> {
                    if (!earned.isEmpty()) {
                        var gain = earned.get(which % earned.size());
                        var back = new Clawback(Asset.POINTS, gain.amount, gain.expiresOn, Shortage.DEBT);
                        both(closing, open, posting(clock, gain, late, back));
                    }
                }
                case Step.Use(var who, var amount) -> {
                    var key = CauseKey.of(UUID.randomUUID().toString());
                    both(
                            closing,
                            open,
                            new Posting(
                                    key,
                                    people.get(who),
                                    "test",
                                    null,
                                    "test",
                                    key.postingId(),
                                    List.of(new Spend(Asset.POINTS, amount)),
                                    null,
                                    0));
                }
                case Step.Lapse() -> {
                    closing.as(() -> closing.ledger().expire(Asset.POINTS, today(clock)));
                    open.as(() -> open.ledger().expire(Asset.POINTS, today(clock)));
                }
                case Step.Close() ->
                    tried(closing, () -> periods(closing).close(periods(closing).next(), "over"));
                case Step.Reopen() ->
                    tried(
                            closing,
                            () -> periods(closing)
                                    .reopen(periods(closing).next().minusMonths(1), "again"));
            }
        }
        for (var member : people) {
            assertThat(closing.as(() -> closing.ledger().lots(member, Asset.POINTS)))
                    .isEqualTo(open.as(() -> open.ledger().lots(member, Asset.POINTS)));
        }
        assertThat(closing.as(() -> closing.ledger().prove()))
                .allSatisfy(proof ->
                        assertThat(proof.counterExample()).as(proof.law()).isNull());
    }

    private static Periods periods(LedgerWorld world) {
        return world.part(Periods.class);
    }

    private static LocalDate today(MovableClock clock) {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    private static Posting posting(MovableClock clock, Earned gain, int daysLate, Movement movement) {
        return new Posting(
                CauseKey.of(UUID.randomUUID().toString()),
                gain.member,
                "test",
                clock.instant().minus(Duration.ofDays(daysLate)),
                LedgerWorld.LATE,
                gain.cause,
                List.of(movement),
                null,
                0);
    }

    /** Books the same in both, or neither books it. */
    private static void both(LedgerWorld one, LedgerWorld other, Posting posting) {
        assertThat(tried(one, () -> one.ledger().post(List.of(posting))))
                .isEqualTo(tried(other, () -> other.ledger().post(List.of(posting))));
    }

    private static String tried(LedgerWorld world, Supplier<?> act) {
        try {
            world.inTransaction(act::get);
            return "done";
        } catch (Refusal refusal) {
            return refusal.reason().code();
        }
    }
}
