package org.guildhall.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import org.guildhall.ledger.Movement.Grant;
import org.guildhall.ledger.Movement.Spend;
import org.junit.jupiter.api.Test;

/** Part of what was spent goes back to the lots it was taken from, the last taken first, and never more than is out. */
class GivingBackTest extends LedgerGround {

    @Test
    void parts_return_to_their_own_lots_whatever_came_in_since() {
        post(null, new Grant(Asset.POINTS, 50, SOON), new Grant(Asset.POINTS, 50, LATER));
        var spent = post(null, new Spend(Asset.POINTS, 80)).postingId();
        clock.advance(Duration.ofDays(1));
        post(null, new Grant(Asset.POINTS, 10, SOON.minusDays(5)));

        giveBack(spent, 40);
        assertThat(lots())
                .containsExactly(
                        new LotView(10, SOON.minusDays(5), false),
                        new LotView(10, SOON, false),
                        new LotView(50, LATER, false));
        giveBack(spent, 40);
        assertThat(lots())
                .containsExactly(
                        new LotView(10, SOON.minusDays(5), false),
                        new LotView(50, SOON, false),
                        new LotView(50, LATER, false));
        assertThatThrownBy(() -> giveBack(spent, 1)).hasMessageContaining("ledger.give-back-too-large");
    }

    @Test
    void the_same_key_gives_back_once_and_a_reversal_returns_the_rest() {
        post(null, new Grant(Asset.POINTS, 100, LATER));
        var spent = post(null, new Spend(Asset.POINTS, 60)).postingId();
        var key = CauseKey.of("twice|" + member);
        var part = new Spend(Asset.POINTS, 25);
        world.inTransaction(() -> ledger.giveBack(key, spent, part, null));
        assertThat(world.inTransaction(() -> ledger.giveBack(key, spent, part, null))
                        .replayed())
                .isTrue();
        assertThat(balance()).isEqualTo(65);
        world.inTransaction(() -> ledger.reverse(CauseKey.of("undo|" + member), spent, null));
        assertThat(balance()).isEqualTo(100);
        assertThatThrownBy(() -> giveBack(spent, 1)).hasMessageContaining("ledger.already-reversed");
    }

    @Test
    void what_was_granted_cannot_be_given_back() {
        var granted = post(null, new Grant(Asset.POINTS, 100, LATER)).postingId();
        assertThatThrownBy(() -> giveBack(granted, 1)).hasMessageContaining("ledger.not-reversible");
    }

    private void giveBack(UUID spent, long points) {
        var key = CauseKey.of("back|" + UUID.randomUUID());
        world.inTransaction(() -> ledger.giveBack(key, spent, new Spend(Asset.POINTS, points), null));
    }
}
