package org.guildhall.ledger.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.ledger.Asset;
import org.guildhall.testing.Histories;
import org.junit.jupiter.api.Test;

class ArrivalOrderTest {

    private static final BusinessTime TIME = new BusinessTime(Clock.systemUTC(), ZoneId.of("Asia/Shanghai"));
    private static final int MANY = 2_000;

    @Test
    void grants_and_claw_backs_end_in_the_same_lots_in_whatever_order_they_and_the_expiry_job_come() {
        Histories.hold(MANY, RandomPostings::neverRefused, postings -> {
            var random = new Random(postings.hashCode());
            var inOrder = arrive(postings, random, true);
            var shuffled = new ArrayList<>(postings);
            Collections.shuffle(shuffled, random);
            var otherwise = arrive(shuffled, random, true);
            assertThat(otherwise.lots()).isEqualTo(inOrder.lots());
            assertThat(otherwise.booked()).isEqualTo(inOrder.booked());
        });
    }

    @Test
    void lots_carried_to_a_later_expiry_end_the_same_in_whatever_order_everything_and_the_expiry_job_come() {
        Histories.hold(MANY, RandomPostings::withCarriedLots, postings -> {
            var random = new Random(postings.hashCode());
            var inOrder = arrive(postings, random, true);
            var shuffled = new ArrayList<>(postings);
            Collections.shuffle(shuffled, random);
            var otherwise = arrive(shuffled, random, true);
            assertThat(otherwise.lots()).isEqualTo(inOrder.lots());
            assertThat(otherwise.sumOfEntries()).isEqualTo(otherwise.lots());
        });
    }

    @Test
    void what_was_accepted_ends_in_the_same_lots_in_any_other_order_that_accepts_it() {
        Histories.hold(MANY, RandomPostings::any, postings -> {
            var random = new Random(postings.hashCode());
            var accepted = new ArrayList<List<Event>>();
            var once = new SimulatedAccount(true, TIME);
            for (var posting : postings) {
                if (once.post(posting)) {
                    accepted.add(posting);
                }
            }
            Collections.shuffle(accepted, random);
            var again = new SimulatedAccount(true, TIME);
            boolean all = accepted.stream().allMatch(again::post);
            if (all) {
                once.expire(Asset.POINTS, RandomPostings.LAST);
                again.expire(Asset.POINTS, RandomPostings.LAST);
                assertThat(again.lots()).isEqualTo(once.lots());
                assertThat(again.booked()).isEqualTo(once.booked());
            }
        });
    }

    @Test
    void matching_one_by_one_equals_the_replay_of_everything_known_at_each_step() {
        for (boolean mayOwe : List.of(true, false)) {
            Histories.hold(MANY, RandomPostings::any, postings -> {
                var account = new SimulatedAccount(mayOwe, TIME);
                var random = new Random(postings.hashCode());
                for (var posting : postings) {
                    account.post(posting);
                    if (random.nextInt(6) == 0) {
                        account.expire(Asset.POINTS, RandomPostings.FIRST.plusDays(random.nextInt(40)));
                    }
                    var replay = Replay.of(account.events, mayOwe, TIME);
                    assertThat(account.lots()).isEqualTo(replay.lots());
                    assertThat(account.sumOfEntries()).isEqualTo(account.lots());
                    assertThat(account.booked()).isEqualTo(replay.lines());
                    assertThat(account.state().lastOccurred()).isEqualTo(replay.lastOccurred());
                    assertThat(account.state().lastTaken()).isEqualTo(replay.lastTaken());
                }
            });
        }
    }

    private static SimulatedAccount arrive(List<List<Event>> postings, Random random, boolean mayOwe) {
        var account = new SimulatedAccount(mayOwe, TIME);
        for (var posting : postings) {
            assertThat(account.post(posting)).isTrue();
            if (random.nextInt(5) == 0) {
                account.expire(Asset.POINTS, RandomPostings.FIRST.plusDays(random.nextInt(40)));
            }
        }
        account.expire(Asset.POINTS, RandomPostings.LAST);
        assertThat(account.lots().keySet()).allMatch(lot -> lot.equals(Lots.DEBT) || lot.isAfter(RandomPostings.LAST));
        return account;
    }
}
