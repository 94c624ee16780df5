package org.guildhall.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.ledger.Movement.Clawback;
import org.guildhall.ledger.Movement.Grant;
import org.guildhall.ledger.Movement.Spend;
import org.guildhall.ledger.expiry.Expiry;
import org.guildhall.ledger.holds.Holds;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private static final LocalDate SOON = LocalDate.parse("2026-04-01");
    private static final LocalDate LATER = LocalDate.parse("2027-01-01");

    private static LedgerWorld world;
    private static MovableClock clock;
    private static Ledger ledger;

    private final MemberId member = LedgerWorld.member();

    @BeforeAll
    static void open() {
        var database = TestDatabase.fresh();
        clock = new MovableClock();
        world = new LedgerWorld(database.url(), database.user(), database.password(), clock, Map.of());
        ledger = world.ledger();
    }

    @AfterEach
    void every_law_holds_after_each_story() {
        clock.moveTo(MovableClock.START);
        assertThat(world.as(() -> ledger.prove()))
                .allSatisfy(proof ->
                        assertThat(proof.counterExample()).as(proof.law()).isNull());
    }

    @AfterAll
    static void close() {
        world.close();
    }

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
        clock.moveTo(hold.timesOutAt().minusMillis(1));
        releaseTimedOut();
        assertThat(ledger.holds(member)).extracting(Hold::state).containsExactly(Hold.State.OPEN);
        clock.moveTo(hold.timesOutAt());
        releaseTimedOut();
        assertThat(ledger.holds(member)).extracting(Hold::state).containsExactly(Hold.State.RELEASED);
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

    private int releaseTimedOut() {
        return world.as(() -> world.part(Holds.class).releaseTimedOut());
    }

    @Test
    void the_daily_run_takes_what_was_valid_until_yesterday_and_leaves_what_is_valid_today() {
        post(null, new Grant(Asset.POINTS, 30, SOON));
        clock.moveTo(Instant.parse("2026-03-31T15:59:59Z")); // the last second of March in Shanghai
        world.as(() -> world.part(Expiry.class).runAll());
        assertThat(balance()).isEqualTo(30);
        clock.moveTo(Instant.parse("2026-03-31T16:00:00Z"));
        world.as(() -> world.part(Expiry.class).runAll());
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
        assertThat(world.as(() -> ledger.expire(Asset.POINTS, SOON))).isGreaterThanOrEqualTo(1);
        assertThat(world.as(() -> ledger.expire(Asset.POINTS, SOON))).isZero();
        assertThat(balance()).isEqualTo(5);
        post(start.minus(Duration.ofDays(3)), new Grant(Asset.POINTS, 7, SOON));
        assertThat(lots()).containsExactly(new LotView(5, LATER, false));
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

    private org.guildhall.kernel.Slice<EntryView> statement(
            @Nullable String cursor, @Nullable Instant known, int limit) {
        return ledger.statement(new StatementQuery(member, Asset.POINTS, null, null, known, cursor, limit));
    }

    private Hold hold(String key, long amount) {
        return world.inTransaction(() -> ledger.place(new PlaceHold(
                CauseKey.of("hold-" + key + member),
                member,
                Asset.POINTS,
                amount,
                clock.instant(),
                clock.instant().plus(Duration.ofHours(1)),
                "test",
                member.value())));
    }

    private Receipt post(@Nullable Instant at, Movement... movements) {
        return postAll(List.of(posting(UUID.randomUUID().toString(), at, movements)))
                .getFirst();
    }

    private List<Receipt> postAll(List<Posting> postings) {
        return world.inTransaction(() -> ledger.post(postings));
    }

    private void refused(String code, Posting posting) {
        assertThatThrownBy(() -> postAll(List.of(posting)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason().code()).isEqualTo(code));
    }

    private Posting posting(String key, @Nullable Instant at, Movement... movements) {
        var cause = CauseKey.of(key);
        return new Posting(cause, member, "test", at, "test", cause.postingId(), List.of(movements), null, 0);
    }

    private Posting caused(UUID cause, String key, Instant at, Movement... movements) {
        return new Posting(
                CauseKey.of(key + cause), member, "test", at, "purchase", cause, List.of(movements), null, 0);
    }

    private long balance() {
        return ledger.balances(member).of(Asset.POINTS);
    }

    private List<LotView> lots() {
        return ledger.lots(member, Asset.POINTS);
    }
}
