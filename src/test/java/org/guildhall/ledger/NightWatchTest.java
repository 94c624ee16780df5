package org.guildhall.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.guildhall.kernel.Actor;
import org.guildhall.ledger.Movement.Grant;
import org.guildhall.ledger.laws.NightWatch;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every night the laws are proven once, by whichever server comes first, and what was done to the books in between is found. */
class NightWatchTest {

    private static final LocalDate LATER = LocalDate.parse("2027-01-01");

    private final MovableClock clock = new MovableClock();
    private final TestDatabase.Database database = TestDatabase.fresh();
    private final LedgerWorld world = server();

    private LedgerWorld server() {
        return new LedgerWorld(database.url(), database.user(), database.password(), clock, Map.of());
    }

    @BeforeEach
    void somebody_owns_something() {
        var key = CauseKey.of("earned");
        world.inTransaction(() -> world.ledger()
                .post(List.of(new Posting(
                        key,
                        LedgerWorld.member(),
                        "earning",
                        null,
                        "test",
                        key.postingId(),
                        List.of(new Grant(Asset.POINTS, 100, LATER)),
                        null,
                        0))));
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void a_night_is_watched_once_and_the_next_night_again() {
        assertThat(watch(world)).isTrue();
        clock.advance(Duration.ofHours(1));
        assertThat(watch(world)).as("the same night").isFalse();
        clock.advance(Duration.ofDays(1));
        assertThat(watch(world)).as("the next night").isTrue();

        var proofs = proofs("ledger.sum-zero");
        assertThat(proofs).hasSize(2).allSatisfy(proof -> {
            assertThat(proof.holds()).isTrue();
            assertThat(proof.covered()).isPositive();
            assertThat(proof.by()).extracting(LawProof.By::actor).isEqualTo("system:laws");
        });
        assertThat(proofs.getFirst().provedAt()).isAfter(proofs.getLast().provedAt());
    }

    @Test
    void of_two_servers_one_proves() throws Exception {
        try (var other = server();
                var both = Executors.newFixedThreadPool(2)) {
            var start = new CyclicBarrier(2);
            List<Callable<Boolean>> attempts = List.of(together(start, world), together(start, other));
            int proven = 0;
            for (var attempt : both.invokeAll(attempts)) {
                proven += attempt.get() ? 1 : 0;
            }
            assertThat(proven).isEqualTo(1);
            assertThat(proofs("ledger.replay")).hasSize(1);
        }
    }

    @Test
    void a_night_that_was_cut_short_is_made_up_for() {
        begunAndLeft();
        assertThat(watch(world)).as("somebody may still be at it").isFalse();
        clock.advance(Duration.ofMinutes(11));
        assertThat(watch(world)).as("nobody was heard of for eleven minutes").isTrue();
    }

    @Test
    void a_law_that_was_broken_by_day_is_found_at_night_with_the_fact_that_breaks_it() {
        assertThat(watch(world)).isTrue();
        world.inTransaction(() -> world.sql().execute("update ledger.account set balance = balance + 1"));
        clock.advance(Duration.ofDays(1));
        assertThat(watch(world)).isTrue();

        assertThat(world.as(() -> world.ledger().lastProofs()))
                .filteredOn(proof -> !proof.holds())
                .extracting(LawProof::law)
                .containsExactlyInAnyOrder("ledger.sum-zero", "ledger.balance-is-lots");
        var history = proofs("ledger.balance-is-lots");
        assertThat(history).extracting(LawProof::holds).containsExactly(false, true);
        assertThat(history.getFirst().counterExample()).startsWith("member ").contains("balance 101, lots 100");
        assertThat(world.alarms()).containsExactlyInAnyOrder("ledger.sum-zero", "ledger.balance-is-lots");
    }

    private static boolean watch(LedgerWorld server) {
        return server.as(
                new Actor.Machine(NightWatch.ACTOR),
                () -> server.part(NightWatch.class).watch());
    }

    private static Callable<Boolean> together(CyclicBarrier start, LedgerWorld server) {
        return () -> {
            start.await();
            return watch(server);
        };
    }

    private List<LawProof> proofs(String law) {
        return world.as(() -> world.ledger().proofs(law, null, 10)).items();
    }

    /** As a process leaves it that dies while it proves. */
    private void begunAndLeft() {
        world.inTransaction(() -> world.sql()
                .execute(
                        """
                        insert into platform.run (run_id, kind, subject, through, state, actor, actor_name, started_at, beat_at)
                        values (?, 'ledger.prove', '', ?::date, 'running', 'system:laws', 'laws', ?::timestamptz, ?::timestamptz)
                        """,
                        UUID.randomUUID(),
                        "2026-03-02",
                        clock.instant().toString(),
                        clock.instant().toString()));
    }
}
