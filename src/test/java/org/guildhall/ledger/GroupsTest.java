package org.guildhall.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.testing.Histories;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GroupsTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-04-01");
    private static final int MEMBERS = 3;
    private static final int HISTORIES = 60;

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

    @Test
    void a_group_books_what_its_postings_book_one_by_one_and_sending_all_again_changes_nothing() {
        Histories.hold(HISTORIES, GroupsTest::acts, acts -> {
            var alone = members();
            var together = members();
            var accepted = new ArrayList<Act>();
            for (var act : acts) {
                if (post(List.of(act.posting(alone)))) {
                    accepted.add(act);
                }
            }
            var group = accepted.stream().map(act -> act.posting(together)).toList();
            assertThat(post(group)).isTrue();
            var balances = lots(together);
            assertThat(balances).isEqualTo(lots(alone));
            assertThat(post(group)).isTrue();
            assertThat(lots(together)).isEqualTo(balances);
        });
        assertThat(world.as(() -> world.ledger().prove())).allMatch(LawProof::holds);
    }

    /** What is done to the member of a number, some days ago. */
    private record Act(int member, int number, int hoursAgo, Movement movement, int cause) {

        Posting posting(List<MemberId> members) {
            var whose = members.get(member);
            return new Posting(
                    CauseKey.of(number + "|" + movement + "|" + hoursAgo + "|" + whose),
                    whose,
                    "test",
                    MovableClock.START.minus(Duration.ofHours(hoursAgo)),
                    "purchase",
                    new UUID(9, cause),
                    List.of(movement),
                    null,
                    0);
        }
    }

    private static List<Act> acts(Random random) {
        var acts = new ArrayList<Act>();
        for (int i = 0; i < 4 + random.nextInt(16); i++) {
            long amount = 1L + random.nextInt(50);
            var expiry = FIRST.plusMonths(random.nextInt(3));
            Movement movement = switch (random.nextInt(4)) {
                case 0 -> new Movement.Spend(Asset.POINTS, amount);
                case 1 -> new Movement.Clawback(Asset.POINTS, amount, expiry, Shortage.DEBT);
                default -> new Movement.Grant(Asset.POINTS, amount, expiry);
            };
            acts.add(new Act(random.nextInt(MEMBERS), i, 1 + random.nextInt(300), movement, random.nextInt(4)));
        }
        return acts;
    }

    private static List<MemberId> members() {
        var members = new ArrayList<MemberId>();
        for (int i = 0; i < MEMBERS; i++) {
            members.add(LedgerWorld.member());
        }
        return members;
    }

    private static boolean post(List<Posting> postings) {
        try {
            world.inTransaction(() -> world.ledger().post(postings));
            return true;
        } catch (Refusal refused) {
            return false;
        }
    }

    private static List<List<LotView>> lots(List<MemberId> members) {
        return members.stream()
                .map(member -> world.ledger().lots(member, Asset.POINTS))
                .toList();
    }
}
