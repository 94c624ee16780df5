package org.guildhall.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.guildhall.kernel.MemberId;
import org.guildhall.ledger.Movement.Grant;
import org.guildhall.ledger.Movement.Spend;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The lanes plan on accounts as they left them; these stories change the accounts behind their backs. */
class MemoryOfLanesTest {

    private static final LocalDate IN_A_WEEK = LocalDate.parse("2026-03-09");
    private static final LocalDate SOON = LocalDate.parse("2026-04-01");
    private static final LocalDate LATER = LocalDate.parse("2027-01-01");

    private static final MovableClock CLOCK = new MovableClock();
    private static LedgerWorld world;
    private static LedgerWorld otherInstance;
    private static Ledger ledger;

    private final MemberId member = LedgerWorld.member();

    @BeforeAll
    static void open() {
        var database = TestDatabase.fresh();
        world = new LedgerWorld(database.url(), database.user(), database.password(), CLOCK, Map.of());
        otherInstance = new LedgerWorld(database.url(), database.user(), database.password(), CLOCK, Map.of());
        ledger = world.ledger();
    }

    @AfterAll
    static void close() {
        assertThat(world.as(() -> ledger.prove())).allMatch(LawProof::holds);
        world.close();
        otherInstance.close();
    }

    @Test
    void value_that_another_instance_spent_is_not_spent_again() {
        submit(world, posting(new Grant(Asset.POINTS, 100, LATER)));
        submit(otherInstance, posting(new Spend(Asset.POINTS, 80)));

        assertThatThrownBy(() -> submit(world, posting(new Spend(Asset.POINTS, 30))))
                .isInstanceOf(CompletionException.class)
                .hasMessageContaining("ledger.insufficient-balance");
        assertThat(submit(world, posting(new Spend(Asset.POINTS, 20))).balances())
                .containsEntry(Asset.POINTS, 0L);
    }

    @Test
    void value_that_a_caller_booked_in_its_own_transaction_is_there_at_once() {
        submit(world, posting(new Grant(Asset.POINTS, 10, LATER)));
        var granted = posting(new Grant(Asset.POINTS, 90, SOON));
        world.inTransaction(() -> ledger.post(List.of(granted)));

        var receipt = submit(world, posting(new Spend(Asset.POINTS, 95)));

        assertThat(receipt.balances()).containsEntry(Asset.POINTS, 5L);
        assertThat(ledger.lots(member, Asset.POINTS)).containsExactly(new LotView(5, LATER, false));
    }

    @Test
    void a_key_sent_again_after_everything_was_spent_gives_the_earlier_receipt() {
        submit(world, posting(new Grant(Asset.POINTS, 10, LATER)));
        var spend = posting(new Spend(Asset.POINTS, 10));
        var first = submit(world, spend);

        var again = submit(world, spend);

        assertThat(again.replayed()).isTrue();
        assertThat(again.entries()).isEqualTo(first.entries());
    }

    @Test
    void lots_that_expired_meanwhile_are_not_taken() {
        submit(world, posting(new Grant(Asset.POINTS, 10, IN_A_WEEK)));
        CLOCK.advance(Duration.ofDays(10));
        world.as(() -> ledger.expire(Asset.POINTS, IN_A_WEEK));

        assertThatThrownBy(() -> submit(world, posting(new Spend(Asset.POINTS, 1))))
                .hasMessageContaining("ledger.insufficient-balance");
        assertThat(submit(world, posting(new Grant(Asset.POINTS, 7, LATER))).balances())
                .containsEntry(Asset.POINTS, 7L);
    }

    @Test
    void what_ends_today_is_not_spent_even_before_its_expiry_is_booked() {
        var tomorrow =
                CLOCK.instant().atZone(ZoneId.of("Asia/Shanghai")).toLocalDate().plusDays(1);
        submit(world, posting(new Grant(Asset.POINTS, 10, tomorrow)));
        CLOCK.advance(Duration.ofDays(1));

        assertThatThrownBy(() -> submit(world, posting(new Spend(Asset.POINTS, 1))))
                .hasMessageContaining("ledger.insufficient-balance");
        assertThat(ledger.balances(member).balances())
                .singleElement()
                .satisfies(balance -> assertThat(balance.available()).isZero());
    }

    @Test
    void a_claw_back_takes_from_the_lot_of_its_own_grant_first() {
        submit(world, posting(new Grant(Asset.POINTS, 10, SOON)));
        submit(world, posting(new Grant(Asset.POINTS, 10, LATER)));

        submit(world, posting(new Movement.Clawback(Asset.POINTS, 10, LATER, Shortage.DEBT)));

        assertThat(ledger.lots(member, Asset.POINTS)).containsExactly(new LotView(10, SOON, false));
    }

    private static Receipt submit(LedgerWorld instance, Posting posting) {
        return instance.as(() -> instance.ledger().submit(posting, null).join());
    }

    private Posting posting(Movement movement) {
        var cause = UUID.randomUUID();
        return new Posting(
                CauseKey.of("memory|" + cause), member, "test", null, "test", cause, List.of(movement), null, 0);
    }
}
