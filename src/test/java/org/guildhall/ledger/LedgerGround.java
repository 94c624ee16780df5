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
import org.guildhall.platform.Runs;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** A ledger on a database of its own, one member's bookings in few words, and every law proven after each test. */
abstract class LedgerGround {

    static final LocalDate SOON = LocalDate.parse("2026-04-01");
    static final LocalDate LATER = LocalDate.parse("2027-01-01");

    static LedgerWorld world;
    static MovableClock clock;
    static Ledger ledger;

    final MemberId member = LedgerWorld.member();

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

    org.guildhall.kernel.Slice<EntryView> statement(@Nullable String cursor, @Nullable Instant known, int limit) {
        return ledger.statement(new StatementQuery(member, Asset.POINTS, null, null, known, cursor, limit));
    }

    Hold hold(String key, long amount) {
        return hold(key, amount, clock.instant().plus(Duration.ofHours(1)));
    }

    Hold hold(String key, long amount, @Nullable Instant timesOutAt) {
        return world.inTransaction(() -> ledger.place(new PlaceHold(
                CauseKey.of("hold-" + key + member),
                member,
                Asset.POINTS,
                amount,
                clock.instant(),
                timesOutAt,
                "test",
                member.value())));
    }

    Receipt post(@Nullable Instant at, Movement... movements) {
        return postAll(List.of(posting(UUID.randomUUID().toString(), at, movements)))
                .getFirst();
    }

    List<Receipt> postAll(List<Posting> postings) {
        return world.inTransaction(() -> ledger.post(postings));
    }

    void postNew(List<Posting> postings) {
        world.inTransaction(() -> {
            ledger.postNew(postings);
            return true;
        });
    }

    void refused(String code, Posting posting) {
        assertThatThrownBy(() -> postAll(List.of(posting)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason().code()).isEqualTo(code));
    }

    Posting posting(String key, @Nullable Instant at, Movement... movements) {
        var cause = CauseKey.of(key);
        return new Posting(cause, member, "test", at, "test", cause.postingId(), List.of(movements), null, 0);
    }

    Posting caused(UUID cause, String key, Instant at, Movement... movements) {
        return new Posting(
                CauseKey.of(key + cause), member, "test", at, "purchase", cause, List.of(movements), null, 0);
    }

    /** How many lots a run took. */
    long lotsOf(UUID run) {
        return world.part(Runs.class).find(run).orElseThrow().items();
    }

    long balance() {
        return ledger.balances(member).of(Asset.POINTS);
    }

    List<LotView> lots() {
        return ledger.lots(member, Asset.POINTS);
    }
}
