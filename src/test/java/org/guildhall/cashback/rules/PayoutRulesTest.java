package org.guildhall.cashback.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.guildhall.cashback.PayoutHeld;
import org.guildhall.cashback.rules.PayoutRules.Standing;
import org.guildhall.testing.Histories;
import org.junit.jupiter.api.Test;

/** What is paid and what is still owed is what was earned less what was clawed back, whatever happens in whatever order. */
class PayoutRulesTest {

    private static final long LEAST = 1_000;

    /** What can happen to a promoter. */
    private sealed interface Act {}

    private record Earn(long amount) implements Act {}

    private record ClawBack(int percent) implements Act {}

    /** Proposed, so much comes back, then approved. */
    private record PayOut(int percentBackMeanwhile) implements Act {}

    private record ReverseLast() implements Act {}

    @Test
    void all_that_is_due_is_proposed_or_nothing_and_why() {
        assertThat(PayoutRules.propose(new Standing(5_000, 2_000), LEAST, true))
                .isEqualTo(new PayoutRules.Proposal(3_000, null));
        assertThat(PayoutRules.propose(new Standing(2_999, 2_000), LEAST, true))
                .isEqualTo(new PayoutRules.Proposal(0, PayoutHeld.BELOW_LEAST));
        assertThat(PayoutRules.propose(new Standing(1_999, 2_000), LEAST, true))
                .isEqualTo(new PayoutRules.Proposal(0, PayoutHeld.OWED));
        assertThat(PayoutRules.propose(new Standing(5_000, 0), LEAST, false))
                .isEqualTo(new PayoutRules.Proposal(0, PayoutHeld.NO_MEMBER));
        assertThat(PayoutRules.propose(new Standing(5_000, 5_000), 0, true))
                .isEqualTo(new PayoutRules.Proposal(0, PayoutHeld.BELOW_LEAST));
    }

    @Test
    void never_more_than_was_approved_nor_than_is_still_due() {
        assertThat(PayoutRules.pay(3_000, new Standing(5_000, 1_000), LEAST, true))
                .isEqualTo(3_000);
        assertThat(PayoutRules.pay(3_000, new Standing(3_500, 1_000), LEAST, true))
                .isEqualTo(2_500);
        assertThat(PayoutRules.pay(3_000, new Standing(1_500, 1_000), LEAST, true))
                .isZero();
        assertThat(PayoutRules.pay(3_000, new Standing(500, 1_000), LEAST, true))
                .isZero();
        assertThat(PayoutRules.pay(3_000, new Standing(5_000, 0), LEAST, false)).isZero();
    }

    @Test
    void paid_and_still_owed_is_earned_less_clawed_back() {
        Histories.hold(500, PayoutRulesTest::make, PayoutRulesTest::live);
    }

    private static List<Act> make(Random random) {
        var acts = new ArrayList<Act>();
        for (int i = 0; i < 40; i++) {
            acts.add(
                    switch (random.nextInt(6)) {
                        case 0, 1 -> new Earn(1 + random.nextInt(3_000));
                        case 2 -> new ClawBack(1 + random.nextInt(100));
                        case 3 -> new ReverseLast();
                        default -> new PayOut(random.nextInt(3) == 0 ? random.nextInt(100) : 0);
                    });
        }
        return acts;
    }

    private static void live(List<Act> acts) {
        long earned = 0;
        long clawed = 0;
        var payments = new ArrayList<Long>();
        for (var act : acts) {
            switch (act) {
                case Earn earn -> earned += earn.amount();
                case ClawBack back -> clawed += (earned - clawed) * back.percent() / 100;
                case ReverseLast ignored -> {
                    if (!payments.isEmpty()) {
                        payments.removeLast();
                    }
                }
                case PayOut out -> {
                    long paid = sum(payments);
                    long approved = PayoutRules.propose(new Standing(earned - clawed, paid), LEAST, true)
                            .amount();
                    clawed += (earned - clawed) * out.percentBackMeanwhile() / 100;
                    var now = new Standing(earned - clawed, paid);
                    long amount = approved == 0 ? 0 : PayoutRules.pay(approved, now, LEAST, true);
                    assertThat(amount).isBetween(0L, approved);
                    assertThat(amount).isLessThanOrEqualTo(Math.max(0, now.due()));
                    if (amount > 0) {
                        assertThat(amount).isGreaterThanOrEqualTo(LEAST);
                        payments.add(amount);
                    }
                }
            }
        }
        long paid = sum(payments);
        var end = new Standing(earned - clawed, paid);
        assertThat(paid + end.due()).isEqualTo(earned - clawed);
        long last = PayoutRules.propose(end, LEAST, true).amount();
        assertThat(new Standing(earned - clawed, paid + last).due())
                .as("whatever reaches the least is paid in the end")
                .isLessThan(LEAST);
    }

    private static long sum(List<Long> payments) {
        return payments.stream().mapToLong(Long::longValue).sum();
    }
}
