package org.guildhall.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.ThrowableAssert;
import org.assertj.core.groups.Tuple;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.ledger.Movement.Grant;
import org.guildhall.ledger.Movement.Spend;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestDatabase;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A closed month stays as it was closed: by refusal, by booking what is learnt late in the open one, and by the database. */
class PeriodsTest {

    private static final LocalDate JANUARY = LocalDate.parse("2026-01-01");
    private static final LocalDate FEBRUARY = LocalDate.parse("2026-02-01");
    private static final LocalDate LATER = LocalDate.parse("2027-01-01");
    private static final Instant IN_FEBRUARY = Instant.parse("2026-02-10T04:00:00Z");
    private static final Instant MARCH = Instant.parse("2026-02-28T16:00:00Z");

    private final MovableClock clock = new MovableClock();
    private final TestDatabase.Database database = TestDatabase.fresh();
    private final LedgerWorld world =
            new LedgerWorld(database.url(), database.user(), database.password(), clock, Map.of());
    private final MemberId alice = LedgerWorld.member();

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void the_figures_kept_are_what_the_months_movements_come_to() {
        post("test", IN_FEBRUARY.minus(Duration.ofDays(30)), new Grant(Asset.POINTS, 100, LATER));
        post("test", IN_FEBRUARY, new Grant(Asset.POINTS, 50, LATER));
        post("test", IN_FEBRUARY.plusSeconds(5), new Spend(Asset.POINTS, 30));
        post("test", null, new Spend(Asset.POINTS, 7));

        var preview = world.as(() -> periods().preview(FEBRUARY));
        var closing = close(FEBRUARY);
        assertThat(closing.figures()).isEqualTo(preview.figures());
        assertThat(points(closing)).isEqualTo(new PeriodFigure(Asset.POINTS, 100, 50, -30, 0, 0, 0, 0, 120));
        assertThat(world.as(() -> periods().closings())).containsExactly(closing);
        assertThat(world.as(() -> periods().next())).isEqualTo(LocalDate.parse("2026-03-01"));
    }

    @Test
    void
            what_is_dated_in_a_closed_month_is_refused_and_what_is_learnt_late_keeps_its_time_and_counts_in_the_open_one() {
        post("test", IN_FEBRUARY, new Grant(Asset.POINTS, 100, LATER));
        var closed = close(FEBRUARY);

        assertRefused(
                LedgerRefusal.PeriodClosed.class, () -> post("test", IN_FEBRUARY, new Grant(Asset.POINTS, 1, LATER)));
        post(LedgerWorld.LATE, IN_FEBRUARY, new Grant(Asset.POINTS, 40, LATER));

        var entries = world.sql()
                .fetch("select occurred_at, booked_at, amount from ledger.entry where amount = 40")
                .getFirst();
        assertThat(entries.get(0, OffsetDateTime.class).toInstant()).isEqualTo(IN_FEBRUARY);
        assertThat(entries.get(1, OffsetDateTime.class).toInstant()).isEqualTo(MARCH);
        assertThat(points(world.as(() -> periods().preview(FEBRUARY)).figures()))
                .isEqualTo(points(closed));
        assertThat(world.as(() -> periods().preview(FEBRUARY)).late()).isEqualTo(2);
        assertThat(points(world.as(() -> periods().preview(FEBRUARY.plusMonths(1)))
                        .figures()))
                .isEqualTo(new PeriodFigure(Asset.POINTS, 100, 40, 0, 0, 0, 0, 0, 140));
        assertThat(world.as(() -> world.ledger().balances(alice)).of(Asset.POINTS))
                .isEqualTo(140);
        lawsHold();
    }

    @Test
    void what_a_lane_learns_late_is_booked_in_the_open_month_too() {
        world.as(() -> world.ledger()
                .submit(posting("test", null, new Grant(Asset.POINTS, 5, LATER)), null)
                .join());
        close(FEBRUARY);
        world.as(() -> world.ledger()
                .submit(posting(LedgerWorld.LATE, IN_FEBRUARY, new Grant(Asset.POINTS, 40, LATER)), null)
                .join());
        assertThatThrownBy(() -> world.as(() -> world.ledger()
                        .submit(posting("test", IN_FEBRUARY, new Grant(Asset.POINTS, 1, LATER)), null)
                        .join()))
                .hasRootCauseInstanceOf(Refusal.class);
        assertThat(world.sql().fetchCount(DSL.table("ledger.entry where booked_at is not null")))
                .isEqualTo(1);
        lawsHold();
    }

    @Test
    void the_database_itself_refuses_an_entry_in_a_closed_month() {
        post("test", IN_FEBRUARY, new Grant(Asset.POINTS, 100, LATER));
        close(FEBRUARY);
        assertThatThrownBy(() -> world.inTransaction(() -> world.sql()
                        .execute(
                                "insert into ledger.entry select member_id, occurred_at, posting_id, 77, asset, expires_on,"
                                        + " contra, amount, about, recorded_at from ledger.entry")))
                .hasStackTraceContaining("the books are closed before");
    }

    @Test
    void months_are_closed_one_after_another_when_they_are_over_and_the_last_one_is_opened_again() {
        assertRefused(LedgerRefusal.PeriodNotOver.class, () -> close(LocalDate.parse("2026-03-01")));
        assertRefused(LedgerRefusal.PeriodOutOfTurn.class, () -> close(JANUARY));
        close(FEBRUARY);
        assertRefused(LedgerRefusal.PeriodOutOfTurn.class, () -> close(FEBRUARY));
        clock.moveTo(Instant.parse("2026-04-01T02:00:00Z"));
        close(LocalDate.parse("2026-03-01"));
        assertRefused(LedgerRefusal.NotLastClosed.class, () -> reopen(FEBRUARY));

        reopen(LocalDate.parse("2026-03-01"));
        post("test", Instant.parse("2026-03-05T00:00:00Z"), new Grant(Asset.POINTS, 3, LATER));
        assertRefused(
                LedgerRefusal.PeriodClosed.class, () -> post("test", IN_FEBRUARY, new Grant(Asset.POINTS, 1, LATER)));
        reopen(FEBRUARY);
        post("test", IN_FEBRUARY, new Grant(Asset.POINTS, 9, LATER));
        var again = close(FEBRUARY);
        assertThat(points(again).issued()).isEqualTo(9);
        assertThat(world.as(() -> periods().closings()))
                .extracting(Closing::act, Closing::undoneBy)
                .startsWith(Tuple.tuple(Closing.Act.CLOSE, null))
                .hasSize(5);
        lawsHold();
    }

    @Test
    void closing_and_booking_at_once_leave_every_closed_month_as_it_was_closed() throws Exception {
        var going = new AtomicBoolean(true);
        post(LedgerWorld.LATE, IN_FEBRUARY, new Grant(Asset.POINTS, 1, LATER));
        try (var workers = Executors.newFixedThreadPool(4)) {
            var booked = List.of(
                    workers.submit(booking(going, LedgerWorld.LATE, false)),
                    workers.submit(booking(going, "test", false)),
                    workers.submit(booking(going, LedgerWorld.LATE, true)),
                    workers.submit(booking(going, "test", true)));
            try {
                for (int round = 0; round < 20; round++) {
                    close(FEBRUARY);
                    if (round % 4 == 3) {
                        lawsHold();
                    }
                    if (round < 19) {
                        reopen(FEBRUARY);
                    }
                }
            } finally {
                going.set(false);
            }
            for (var worker : booked) {
                assertThat(worker.get()).isPositive();
            }
        }
        post(LedgerWorld.LATE, IN_FEBRUARY, new Grant(Asset.POINTS, 1, LATER));
        lawsHold();
        assertThat(world.sql()
                        .fetchSingle("select count(*) filter (where booked_at is null) > 0 and count(booked_at) > 0"
                                + " from ledger.entry where occurred_at < '2026-03-01'")
                        .get(0, Boolean.class))
                .as("some came in time and some late")
                .isTrue();
    }

    /** Books facts of February until told to stop; how many it booked. */
    private Callable<Integer> booking(AtomicBoolean going, String cause, boolean inLanes) {
        return () -> {
            int booked = 0;
            while (going.get() || booked == 0) {
                try {
                    var posting = posting(cause, IN_FEBRUARY.plusSeconds(booked), new Grant(Asset.POINTS, 1, LATER));
                    if (inLanes) {
                        world.as(() -> world.ledger().submit(posting, null).join());
                    } else {
                        world.inTransaction(() -> world.ledger().post(List.of(posting)));
                    }
                    booked++;
                } catch (Refusal closed) {
                    assertThat(closed.reason()).isInstanceOf(LedgerRefusal.PeriodClosed.class);
                } catch (CompletionException closed) {
                    assertThat(closed).hasCauseInstanceOf(Refusal.class);
                }
            }
            return booked;
        };
    }

    private Periods periods() {
        return world.part(Periods.class);
    }

    private Closing close(LocalDate month) {
        return world.inTransaction(() -> periods().close(month, "over"));
    }

    private Closing reopen(LocalDate month) {
        return world.inTransaction(() -> periods().reopen(month, "forgot one"));
    }

    private static PeriodFigure points(Closing closing) {
        return points(closing.figures());
    }

    private static PeriodFigure points(List<PeriodFigure> figures) {
        return figures.stream()
                .filter(figure -> figure.asset().equals(Asset.POINTS))
                .findFirst()
                .orElseThrow();
    }

    private Receipt post(String cause, @Nullable Instant at, Movement movement) {
        return world.inTransaction(() -> world.ledger().post(List.of(posting(cause, at, movement))))
                .getFirst();
    }

    private Posting posting(String cause, @Nullable Instant at, Movement movement) {
        var key = CauseKey.of(UUID.randomUUID().toString());
        return new Posting(key, alice, "test", at, cause, key.postingId(), List.of(movement), null, 0);
    }

    private void lawsHold() {
        assertThat(world.as(() -> world.ledger().prove()))
                .allSatisfy(proof ->
                        assertThat(proof.counterExample()).as(proof.law()).isNull());
    }

    private static void assertRefused(Class<? extends LedgerRefusal> reason, ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isInstanceOf(reason));
    }
}
