package org.guildhall.loyalty.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Refusal;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.CauseKey;
import org.guildhall.ledger.ExpiryRuns;
import org.guildhall.ledger.Ledger;
import org.guildhall.ledger.Movement;
import org.guildhall.ledger.Posting;
import org.guildhall.loyalty.Loyalty;
import org.guildhall.loyalty.PurchaseFact;
import org.guildhall.loyalty.ReturnFact;
import org.guildhall.loyalty.purchases.Recorder;
import org.guildhall.loyalty.purchases.TierReviews;
import org.guildhall.loyalty.review.Reviews;
import org.guildhall.platform.RunView;
import org.guildhall.platform.Runs;
import org.guildhall.testing.AtRest;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.Histories;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestMembers;
import org.guildhall.testing.TestStaff;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Whatever is bought, given back, spent, expired, reviewed and undone in whatever order: the laws hold, and a replay of everything changes nothing. */
@GuildhallTest
@TestPropertySource(properties = "guildhall.story=runs-histories") // its clock runs years ahead
class RunsHistoriesTest {

    private static final int MANY = 12;
    private static final Actor MACHINE = new Actor.Machine("test");
    private static final AtomicInteger NEXT = new AtomicInteger();

    @Autowired
    TestStaff staff;

    @Autowired
    TestMembers people;

    @Autowired
    Loyalty loyalty;

    @Autowired
    Ledger ledger;

    @Autowired
    Reviews reviews;

    @Autowired
    TierReviews tierReviews;

    @Autowired
    ExpiryRuns expiries;

    @Autowired
    Runs runs;

    @Autowired
    Recorder recorder;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    MovableClock clock;

    @Autowired
    DSLContext sql;

    private sealed interface Step {
        record Wait(int days) implements Step {}

        record Buy(int who, long minor, int daysAgo) implements Step {}

        record GiveBack(int who) implements Step {}

        record Spend(int who, long points) implements Step {}

        record Expire() implements Step {}

        record Review() implements Step {}

        record Undo(boolean expiry, int days) implements Step {}
    }

    @Test
    void the_laws_hold_and_a_replay_of_everything_changes_nothing_whatever_ran_and_was_undone() {
        Histories.hold(MANY, RunsHistoriesTest::history, this::holds);
    }

    private static List<Step> history(Random random) {
        var steps = new ArrayList<Step>();
        int count = 15 + random.nextInt(25);
        for (int i = 0; i < count; i++) {
            int who = random.nextInt(2);
            steps.add(
                    switch (random.nextInt(10)) {
                        case 0, 1 -> new Step.Buy(who, 10_000L * (1 + random.nextInt(60)), random.nextInt(200));
                        case 2 -> new Step.GiveBack(who);
                        case 3 -> new Step.Spend(who, 1L + random.nextInt(2_000));
                        case 4, 5 -> new Step.Wait(30 + random.nextInt(200));
                        case 6 -> new Step.Expire();
                        case 7 -> new Step.Review();
                        case 8 -> new Step.Undo(true, 5 + random.nextInt(300));
                        default -> new Step.Undo(false, 5 + random.nextInt(300));
                    });
        }
        return steps;
    }

    private final class Life {
        private final List<MemberId> members = List.of(people.of(null), people.of(null));
        private final List<PurchaseFact> bought = new ArrayList<>();
        private final List<UUID> expired = new ArrayList<>();
        private final List<UUID> reviewed = new ArrayList<>();
    }

    private void holds(List<Step> steps) {
        var life = new Life();
        staff.asMachine(() -> {
            buy(life, 0, 100, 0);
            buy(life, 1, 100, 0);
            return life;
        });
        steps.forEach(step -> staff.asMachine(() -> {
            take(life, step);
            return step;
        }));
        reviews.run();
        AtRest.await(sql);
        assertThat(staff.asMachine(() -> ledger.prove()))
                .allSatisfy(proof ->
                        assertThat(proof.counterExample()).as(proof.law()).isNull());
        long rows = rows();
        staff.asMachine(() -> transactions.execute(status -> recorder.refresh(life.members)));
        assertThat(rows()).as("rows after a replay of everything").isEqualTo(rows);
    }

    private void take(Life life, Step step) {
        clock.advance(Duration.ofMinutes(1));
        switch (step) {
            case Step.Wait(int days) -> clock.advance(Duration.ofDays(days));
            case Step.Buy(int who, long minor, int daysAgo) -> buy(life, who, minor, daysAgo);
            case Step.GiveBack(int who) -> giveBack(life, life.members.get(who));
            case Step.Spend(int who, long points) -> spend(life.members.get(who), points);
            case Step.Expire expire -> life.expired.add(ledger.expire(Asset.POINTS, staff.today()));
            case Step.Review review -> life.reviewed.add(reviews.run());
            case Step.Undo(boolean expiry, int days) -> undo(expiry ? life.expired : life.reviewed, expiry, days);
        }
    }

    private void buy(Life life, int who, long minor, int daysAgo) {
        var at = clock.instant().minus(Duration.ofDays(daysAgo));
        var earliest = Instant.parse("2024-01-01T00:00:00Z");
        var fact = new PurchaseFact(
                "till",
                "runs-histories-" + NEXT.incrementAndGet(),
                life.members.get(who),
                at.isBefore(earliest) ? clock.instant() : at,
                null,
                null,
                Money.cny(minor),
                List.of(),
                null);
        loyalty.record(fact);
        life.bought.add(fact);
    }

    private void giveBack(Life life, MemberId member) {
        life.bought.stream()
                .filter(fact -> fact.member().equals(member))
                .findFirst()
                .ifPresent(fact -> {
                    life.bought.remove(fact);
                    loyalty.recordReturn(new ReturnFact(
                            fact.source(),
                            fact.number() + "-back",
                            fact.number(),
                            member,
                            clock.instant(),
                            List.of(),
                            null));
                });
    }

    private void spend(MemberId member, long points) {
        var key = CauseKey.of("runs-histories|" + NEXT.incrementAndGet());
        var posting = new Posting(
                key,
                member,
                "redemption",
                null,
                "test",
                key.postingId(),
                List.of(new Movement.Spend(Asset.POINTS, points)),
                null,
                0);
        try {
            transactions.executeWithoutResult(status -> ledger.post(List.of(posting)));
        } catch (Refusal refusal) {
            assertThat(refusal.reason().code()).isEqualTo("ledger.insufficient-balance");
        }
    }

    private void undo(List<UUID> done, boolean expiry, int days) {
        if (done.isEmpty()) {
            return;
        }
        var run = done.removeLast();
        var until = staff.today().plusDays(days);
        var kind = expiry ? ExpiryRuns.UNDO : Reviews.UNDO;
        var begin = new Runs.Begin(
                kind, expiry ? "points" : "", staff.today(), MACHINE, new Runs.Undoing(run, until, "test"));
        runs.during(begin, id -> {
            var undo = runs.find(id).orElseThrow();
            UUID after = null;
            do {
                after = next(undo, expiry, after);
            } while (after != null);
        });
    }

    private @Nullable UUID next(RunView undo, boolean expiry, @Nullable UUID after) {
        return transactions.execute(status -> {
            if (expiry) {
                return expiries.giveBack(
                        java.util.Objects.requireNonNull(undo.undoes()),
                        undo.id(),
                        java.util.Objects.requireNonNull(undo.until()),
                        after);
            }
            var undone = tierReviews.undo(undo, after);
            return undone == null ? null : undone.last();
        });
    }

    private long rows() {
        return sql.fetchSingle(
                        "select (select count(*) from loyalty.tier_change) + (select count(*) from ledger.posting)")
                .get(0, Long.class);
    }
}
