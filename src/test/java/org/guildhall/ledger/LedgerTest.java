package org.guildhall.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.Refusal;
import org.guildhall.ledger.Movement.Clawback;
import org.guildhall.ledger.Movement.Grant;
import org.guildhall.ledger.Movement.Spend;
import org.junit.jupiter.api.Test;

class LedgerTest extends LedgerGround {

    @Test
    void a_spend_takes_the_lot_that_expires_first_and_tells_which() {
        post(null, new Grant(Asset.POINTS, 100, LATER));
        post(null, new Grant(Asset.POINTS, 50, SOON));
        var receipt = post(null, new Spend(Asset.POINTS, 70));

        assertThat(receipt.balances()).containsEntry(Asset.POINTS, 80L);
        assertThat(receipt.entries().getFirst().parts())
                .extracting(EntryView.Part::expiresOn, EntryView.Part::amount)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(SOON, -50L),
                        org.assertj.core.groups.Tuple.tuple(LATER, -20L));
        assertThat(lots()).containsExactly(new LotView(80, LATER, false));
    }

    @Test
    void the_same_key_is_the_same_posting_and_other_content_under_it_is_refused() {
        var posting = posting("once-" + member, null, new Grant(Asset.POINTS, 10, null));
        var first = postAll(List.of(posting, posting));
        var again = postAll(List.of(posting)).getFirst();

        assertThat(first).extracting(Receipt::replayed).containsExactly(false, true);
        assertThat(again.replayed()).isTrue();
        assertThat(again.entries()).isEqualTo(first.getFirst().entries());
        assertThat(balance()).isEqualTo(10);
        refused("ledger.key-reused", posting("once-" + member, null, new Grant(Asset.POINTS, 11, null)));
        var otherMember = new Posting(
                posting.key(),
                LedgerWorld.member(),
                "test",
                null,
                "test",
                posting.causeId(),
                posting.movements(),
                null,
                0);
        refused("ledger.key-reused", otherMember);
        assertThat(balance()).isEqualTo(10);
    }

    @Test
    void a_posting_that_was_said_to_be_new_and_is_not_fails_its_transaction() {
        var posting = posting("new-" + member, null, new Grant(Asset.POINTS, 10, null));
        var fine = posting("fine-" + member, null, new Grant(Asset.POINTS, 1, null));
        postNew(List.of(posting));
        assertThatThrownBy(() -> postNew(List.of(fine, posting))).hasMessageContaining("posting_pk");
        assertThat(balance()).isEqualTo(10);
        assertThatThrownBy(() -> postNew(List.of(posting("much-" + member, null, new Spend(Asset.POINTS, 11)))))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void nothing_is_stored_of_a_call_that_was_refused() {
        var fine = posting("fine-" + member, null, new Grant(Asset.POINTS, 10, null));
        var tooMuch = posting("much-" + member, null, new Spend(Asset.POINTS, 11));
        assertThatThrownBy(() -> postAll(List.of(fine, tooMuch))).isInstanceOf(Refusal.class);
        assertThat(ledger.balances(member).balances()).isEmpty();
        refused("ledger.unknown-asset", posting("x" + member, null, new Grant(Asset.of("gold"), 1, null)));
        refused(
                "ledger.in-the-future",
                posting("f" + member, clock.instant().plus(Duration.ofHours(1)), new Grant(Asset.POINTS, 1, null)));
        refused(
                "ledger.amount-too-large",
                posting("l" + member, null, new Grant(Asset.POINTS, 2_000_000_000_000L, null)));
    }

    @Test
    void a_purchase_that_arrives_late_is_matched_as_if_it_had_been_known() {
        var base = clock.instant().minus(Duration.ofDays(30));
        post(base, new Grant(Asset.POINTS, 100, LATER));
        post(base.plus(Duration.ofDays(10)), new Spend(Asset.POINTS, 60));
        var late = post(base.plus(Duration.ofDays(5)), new Grant(Asset.POINTS, 40, SOON));

        assertThat(lots()).containsExactly(new LotView(80, LATER, false));
        assertThat(late.entries()).hasSize(2);
        assertThat(late.entries()).anySatisfy(entry -> assertThat(entry.about()).isNotEqualTo(entry.postingId()));
        assertThat(balance()).isEqualTo(80);
    }

    @Test
    void a_claw_back_beyond_the_balance_is_owed_and_paid_by_what_comes_in() {
        var cause = UUID.randomUUID();
        postAll(List.of(caused(cause, "p", clock.instant().minusSeconds(30), new Grant(Asset.POINTS, 100, LATER))));
        post(clock.instant().minusSeconds(20), new Spend(Asset.POINTS, 90));
        postAll(List.of(caused(
                cause, "r", clock.instant().minusSeconds(10), new Clawback(Asset.POINTS, 100, LATER, Shortage.DEBT))));
        assertThat(ledger.balances(member).balances().getFirst())
                .isEqualTo(new Balances.Balance(Asset.POINTS, -90, 0, 0, 90));
        post(null, new Grant(Asset.POINTS, 100, LATER));
        assertThat(lots()).containsExactly(new LotView(10, LATER, false));
    }

    @Test
    void a_reversed_spend_returns_to_the_lots_it_came_from_and_only_once() {
        post(null, new Grant(Asset.POINTS, 30, SOON));
        post(null, new Grant(Asset.POINTS, 30, LATER));
        var spend = post(null, new Spend(Asset.POINTS, 45));
        var key = CauseKey.of("undo-" + member);
        var undone = world.inTransaction(() -> ledger.reverse(key, spend.postingId(), null));
        assertThat(undone.balances()).containsEntry(Asset.POINTS, 60L);
        assertThat(lots()).containsExactly(new LotView(30, SOON, false), new LotView(30, LATER, false));
        assertThat(world.inTransaction(() -> ledger.reverse(key, spend.postingId(), null))
                        .replayed())
                .isTrue();
        assertThatThrownBy(() -> world.inTransaction(
                        () -> ledger.reverse(CauseKey.of("undo2-" + member), spend.postingId(), null)))
                .hasMessageContaining("ledger.already-reversed");
    }

    @Test
    void what_is_earned_and_reversed_leaves_nothing() {
        var earned = post(null, new Grant(Asset.POINTS, 30, SOON), new Grant(Asset.GROWTH, 30, null));
        world.inTransaction(() -> ledger.reverse(CauseKey.of("back-" + member), earned.postingId(), null));
        assertThat(ledger.balances(member).balances())
                .allSatisfy(balance -> assertThat(balance.balance()).isZero());
        assertThat(lots()).isEmpty();
    }

    @Test
    void a_statement_tells_how_it_came_about_as_it_was_known_then() {
        var base = clock.instant().minus(Duration.ofDays(30));
        post(base, new Grant(Asset.POINTS, 100, LATER));
        var then = clock.instant();
        clock.advance(Duration.ofMinutes(1));
        post(base.minus(Duration.ofDays(5)), new Grant(Asset.POINTS, 40, LATER));
        post(null, new Spend(Asset.POINTS, 10));

        var all = statement(null, null, 10);
        assertThat(all.items()).extracting(EntryView::amount).containsExactly(-10L, 100L, 40L);
        assertThat(all.items()).extracting(EntryView::balanceAfter).containsExactly(130L, 140L, 40L);
        var first = statement(null, null, 2);
        assertThat(first.items()).hasSize(2);
        assertThat(statement(first.next(), null, 2).items())
                .extracting(EntryView::balanceAfter)
                .containsExactly(40L);
        assertThat(statement(null, then, 10).items())
                .extracting(EntryView::balanceAfter)
                .containsExactly(100L);
    }
}
