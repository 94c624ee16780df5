package org.guildhall.ledger.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.CauseKey;
import org.guildhall.ledger.LawProof;
import org.guildhall.ledger.LedgerWorld;
import org.guildhall.ledger.Movement;
import org.guildhall.ledger.Posting;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is remembered of an account's place is believed only of its own row. */
class RememberedAccountsTest {

    private static LedgerWorld world;

    @BeforeAll
    static void open() {
        var database = TestDatabase.fresh();
        world = new LedgerWorld(database.url(), database.user(), database.password(), new MovableClock(), Map.of());
    }

    @AfterAll
    static void close() {
        world.close();
    }

    /** A table written anew (vacuum full, cluster) keeps the rows' versions and gives them other places. */
    @Test
    void a_row_that_took_another_ones_place_is_not_changed_for_it() {
        var remembered = world.part(RememberedAccounts.class);
        var moved = LedgerWorld.member();
        var taker = LedgerWorld.member();
        // The first posting opens an account, from the second on it is remembered.
        for (long amount : new long[] {60, 40}) {
            submit(moved, new Movement.Grant(Asset.POINTS, amount, LocalDate.parse("2030-01-01")));
            submit(taker, new Movement.Grant(Asset.POINTS, amount, LocalDate.parse("2030-01-01")));
        }
        var account = Objects.requireNonNull(remembered.find(key(moved)));
        var place = Objects.requireNonNull(remembered.find(key(taker))).row();
        remembered.remember(Map.of(key(moved), account.at(place)));

        submit(moved, new Movement.Spend(Asset.POINTS, 30));

        assertThat(world.ledger().balances(moved).of(Asset.POINTS)).isEqualTo(70);
        assertThat(world.ledger().balances(taker).of(Asset.POINTS)).isEqualTo(100);
        assertThat(world.as(() -> world.ledger().prove())).allMatch(LawProof::holds);
    }

    private static AccountKey key(MemberId member) {
        return new AccountKey(member, Asset.POINTS);
    }

    private static void submit(MemberId member, Movement movement) {
        var cause = UUID.randomUUID();
        var posting = new Posting(
                CauseKey.of("place|" + cause), member, "test", null, "test", cause, List.of(movement), null, 0);
        world.as(() -> world.ledger().submit(posting, null).join());
    }
}
