package org.guildhall.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.guildhall.ledger.Movement.Grant;
import org.guildhall.ledger.Movement.Spend;
import org.guildhall.ledger.expiry.Expiry;
import org.guildhall.ledger.holds.Holds;
import org.guildhall.platform.RunPreview;
import org.guildhall.platform.Runs;
import org.junit.jupiter.api.Test;

class HoldsAndExpiryTest extends LedgerGround {

    private static final LocalDate MEANWHILE = LocalDate.parse("2026-04-20");
    private static final LocalDate NEW_DAY = LocalDate.parse("2026-05-01");

    @Test
    void a_hold_leaves_its_lots_and_is_used_or_released_once() {
        post(null, new Grant(Asset.POINTS, 30, SOON));
        var hold = hold("a", 20);
        assertThat(ledger.balances(member).balances().getFirst())
                .isEqualTo(new Balances.Balance(Asset.POINTS, 10, 10, 20, 0));
        assertThat(hold("a", 20)).isEqualTo(hold);
        assertThatThrownBy(() -> hold("b", 11)).hasMessageContaining("ledger.insufficient-balance");
        world.inTransaction(() -> ledger.use(CauseKey.of("use-" + member), hold.holdId()));
        assertThat(ledger.balances(member).balances().getFirst())
                .isEqualTo(new Balances.Balance(Asset.POINTS, 10, 10, 0, 0));
        assertThatThrownBy(() -> world.inTransaction(() -> ledger.release(CauseKey.of("rel-" + member), hold.holdId())))
                .hasMessageContaining("ledger.hold-closed");
        var other = hold("c", 5);
        clock.advance(Duration.ofHours(2));
        assertThat(releaseTimedOut()).isEqualTo(1);
        assertThat(lots()).containsExactly(new LotView(10, SOON, false));
        assertThat(ledger.holds(member)).extracting(Hold::state).contains(Hold.State.RELEASED, Hold.State.USED);
        assertThat(other.amount()).isEqualTo(5);
    }

    @Test
    void a_hold_times_out_at_its_instant_and_not_before() {
        post(null, new Grant(Asset.POINTS, 30, LATER));
        var hold = hold("a", 20);
        var end = Objects.requireNonNull(hold.timesOutAt());
        clock.moveTo(end.minusMillis(1));
        releaseTimedOut();
        assertThat(ledger.holds(member)).extracting(Hold::state).containsExactly(Hold.State.OPEN);
        clock.moveTo(end);
        releaseTimedOut();
        assertThat(ledger.holds(member)).extracting(Hold::state).containsExactly(Hold.State.RELEASED);
    }

    @Test
    void a_hold_without_an_end_waits_for_whoever_placed_it_however_long() {
        post(null, new Grant(Asset.POINTS, 30, null));
        var hold = hold("a", 20, null);
        clock.advance(Duration.ofDays(3_660));
        releaseTimedOut();
        assertThat(ledger.holds(member)).containsExactly(hold);
        world.inTransaction(() -> ledger.release(CauseKey.of("rel-" + member), hold.holdId()));
        assertThat(ledger.balances(member).of(Asset.POINTS)).isEqualTo(30);
    }

    @Test
    void a_hold_that_cannot_be_released_keeps_none_behind_it_waiting() {
        post(null, new Grant(Asset.POINTS, 30, LATER));
        var stuck = hold("a", 10);
        clock.advance(Duration.ofMinutes(1));
        var other = hold("b", 10);
        world.sql()
                .execute("alter table ledger.hold add constraint stuck check (hold_id <> '" + stuck.holdId()
                        + "' or state = 'open')");
        clock.advance(Duration.ofHours(2));

        assertThatThrownBy(this::releaseTimedOut).hasMessageContaining("stuck");
        assertThat(ledger.holds(member))
                .extracting(Hold::holdId, Hold::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(other.holdId(), Hold.State.RELEASED),
                        org.assertj.core.groups.Tuple.tuple(stuck.holdId(), Hold.State.OPEN));

        world.sql().execute("alter table ledger.hold drop constraint stuck");
        assertThat(releaseTimedOut()).isEqualTo(1);
    }

    @Test
    void an_undone_run_gives_every_lot_back_with_a_new_day_and_running_again_changes_nothing() {
        post(null, new Grant(Asset.POINTS, 30, SOON), new Grant(Asset.POINTS, 5, LATER));
        clock.moveTo(Instant.parse("2026-04-01T01:00:00Z"));
        var run = world.as(() -> ledger.expire(Asset.POINTS, SOON));
        assertThat(moves(run)).containsExactly(new ExpiryMove(member, Asset.POINTS, 1, SOON, null, -30, 35, 5));

        var undo = undo(run, NEW_DAY);
        assertThat(lots()).containsExactly(new LotView(30, NEW_DAY, false), new LotView(5, LATER, false));
        assertThat(moves(undo)).containsExactly(new ExpiryMove(member, Asset.POINTS, 1, SOON, NEW_DAY, 30, 5, 35));
        assertThat(lotsOf(world.as(() -> ledger.expire(Asset.POINTS, SOON)))).isZero();
        assertThat(balance()).isEqualTo(35);

        clock.moveTo(Instant.parse("2026-05-01T01:00:00Z"));
        assertThat(lotsOf(world.as(() -> ledger.expire(Asset.POINTS, NEW_DAY)))).isPositive();
        assertThat(lots()).containsExactly(new LotView(5, LATER, false));
    }

    @Test
    void
            what_was_earned_before_and_becomes_known_after_the_undoing_is_given_back_too_and_a_return_takes_it_from_there() {
        var start = clock.instant();
        post(start.minus(Duration.ofDays(2)), new Grant(Asset.POINTS, 30, SOON), new Grant(Asset.POINTS, 5, MEANWHILE));
        clock.moveTo(Instant.parse("2026-04-01T01:00:00Z"));
        undo(world.as(() -> ledger.expire(Asset.POINTS, SOON)), NEW_DAY);

        post(start.minus(Duration.ofDays(3)), new Grant(Asset.POINTS, 7, SOON));
        assertThat(lots()).containsExactly(new LotView(5, MEANWHILE, false), new LotView(37, NEW_DAY, false));
        post(null, new Movement.Clawback(Asset.POINTS, 30, SOON, Shortage.DEBT));
        assertThat(lots()).containsExactly(new LotView(5, MEANWHILE, false), new LotView(7, NEW_DAY, false));
    }

    @Test
    void what_was_on_hold_when_its_lot_expired_returns_to_the_new_day_once_the_run_is_undone() {
        post(null, new Grant(Asset.POINTS, 30, SOON));
        var hold = hold("a", 20);
        clock.moveTo(Instant.parse("2026-04-01T01:00:00Z"));
        undo(world.as(() -> ledger.expire(Asset.POINTS, SOON)), NEW_DAY);
        assertThat(lots()).containsExactly(new LotView(10, NEW_DAY, false));
        world.inTransaction(() -> ledger.release(CauseKey.of("rel-" + member), hold.holdId()));
        assertThat(lots()).containsExactly(new LotView(30, NEW_DAY, false));
    }

    @Test
    void the_preview_of_undoing_names_who_went_on_since() {
        post(null, new Grant(Asset.POINTS, 30, SOON), new Grant(Asset.POINTS, 5, LATER));
        clock.moveTo(Instant.parse("2026-04-01T01:00:00Z"));
        var run = world.as(() -> ledger.expire(Asset.POINTS, SOON));
        var runs = world.part(ExpiryRuns.class);
        long amount = runs.preview(run).amount();
        assertThat(runs.preview(run).dependants()).isEmpty();
        assertThat(amount).isGreaterThanOrEqualTo(30);

        clock.advance(Duration.ofMinutes(1));
        post(null, new Spend(Asset.POINTS, 2));
        assertThat(runs.preview(run).dependants())
                .containsExactly(new RunPreview.Dependant(RunPreview.Since.SPENT, 1, List.of(member)));
        undo(run, NEW_DAY);
        assertThat(runs.preview(run).amount()).isZero();
        assertThat(runs.preview(run).dependants())
                .extracting(RunPreview.Dependant::since)
                .contains(RunPreview.Since.GIVEN_BACK);
    }

    @Test
    void what_came_into_a_lot_after_it_was_extended_lapses_and_counts_in_the_preview_of_undoing() {
        post(null, new Grant(Asset.POINTS, 30, SOON));
        var extended = new CarryLot(member, Asset.POINTS, SOON, LATER, "in hospital");
        world.inTransaction(() -> ledger.carry(CauseKey.of("carry-" + member), extended));
        clock.advance(Duration.ofMinutes(1));
        post(null, new Grant(Asset.POINTS, 12, SOON));
        clock.moveTo(Instant.parse("2026-04-01T01:00:00Z"));
        var run = world.as(() -> ledger.expire(Asset.POINTS, SOON));
        assertThat(moves(run)).containsExactly(new ExpiryMove(member, Asset.POINTS, 1, SOON, null, -12, 42, 30));

        assertThat(world.part(ExpiryRuns.class).preview(run).dependants())
                .as("given back before it lapsed is not given back since")
                .noneMatch(one -> one.since() == RunPreview.Since.GIVEN_BACK
                        && one.first().contains(member));
        undo(run, NEW_DAY);
        assertThat(lots()).containsExactly(new LotView(12, NEW_DAY, false), new LotView(30, LATER, false));
    }

    private void runAll() {
        world.as(() -> {
            world.part(Expiry.class).runAll();
            return true;
        });
    }

    private List<ExpiryMove> moves(UUID run) {
        return world.part(ExpiryRuns.class).moves(run, null, 200).items().stream()
                .filter(move -> move.member().equals(member))
                .toList();
    }

    private UUID undo(UUID run, LocalDate until) {
        var begin = new Runs.Begin(
                ExpiryRuns.UNDO, "points", SOON, LedgerWorld.ACTOR, new Runs.Undoing(run, until, "an error of ours"));
        return world.part(Runs.class)
                .during(
                        begin,
                        undo -> world.inTransaction(() ->
                                Optional.ofNullable(world.part(ExpiryRuns.class).giveBack(run, undo, until, null))));
    }

    private int releaseTimedOut() {
        return world.as(() -> world.part(Holds.class).releaseTimedOut());
    }

    @Test
    void the_daily_run_takes_what_was_valid_until_yesterday_and_leaves_what_is_valid_today() {
        post(null, new Grant(Asset.POINTS, 30, SOON));
        clock.moveTo(Instant.parse("2026-03-31T15:59:59Z")); // the last second of March in Shanghai
        runAll();
        assertThat(balance()).isEqualTo(30);
        clock.moveTo(Instant.parse("2026-03-31T16:00:00Z"));
        runAll();
        assertThat(balance()).isZero();
    }

    @Test
    void nothing_expires_before_its_day_however_far_ahead_is_asked() {
        post(null, new Grant(Asset.POINTS, 30, SOON));
        world.as(() -> ledger.expire(Asset.POINTS, LATER));
        assertThat(balance()).isEqualTo(30);
    }

    @Test
    void what_is_reversed_returns_to_the_lots_it_was_taken_from() {
        post(null, new Grant(Asset.POINTS, 50, SOON), new Grant(Asset.POINTS, 50, LATER));
        var first = post(null, new Spend(Asset.POINTS, 50));
        clock.advance(Duration.ofMinutes(1));
        var second = post(null, new Spend(Asset.POINTS, 30));

        world.inTransaction(() -> ledger.reverse(CauseKey.of("undo-" + member), second.postingId(), null));
        assertThat(lots()).containsExactly(new LotView(50, LATER, false));
        world.inTransaction(() -> ledger.reverse(CauseKey.of("undo2-" + member), first.postingId(), null));
        assertThat(lots()).containsExactly(new LotView(50, SOON, false), new LotView(50, LATER, false));
    }

    @Test
    void what_nobody_used_expires_once_and_a_late_grant_into_an_expired_lot_expires_too() {
        var start = clock.instant();
        post(start.minus(Duration.ofDays(2)), new Grant(Asset.POINTS, 30, SOON));
        post(start.minus(Duration.ofDays(1)), new Grant(Asset.POINTS, 5, LATER));
        clock.moveTo(Instant.parse("2026-04-01T01:00:00Z"));
        assertThat(lotsOf(world.as(() -> ledger.expire(Asset.POINTS, SOON)))).isGreaterThanOrEqualTo(1);
        assertThat(lotsOf(world.as(() -> ledger.expire(Asset.POINTS, SOON)))).isZero();
        assertThat(balance()).isEqualTo(5);
        post(start.minus(Duration.ofDays(3)), new Grant(Asset.POINTS, 7, SOON));
        assertThat(lots()).containsExactly(new LotView(5, LATER, false));
    }
}
