package org.guildhall.loyalty.purchases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.MemberId;
import org.guildhall.loyalty.tiers.TierStep;
import org.guildhall.loyalty.tiers.TierStep.Reason;
import org.junit.jupiter.api.Test;

/** A recorded tier history, read by time and then in the order of recording, tells the steps as the replay has them. */
class TierLogTest {

    private static final MemberId MEMBER = MemberId.of(new UUID(7, 7));
    private static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");

    @Test
    void stepsOfOneInstantStayInTheirOrderWhenAnEarlierOneIsReplaced() {
        var joined = step(NOON.minusSeconds(60), null, "regular", "");
        var first = List.of(joined, step(NOON, "regular", "silver", "b"), step(NOON, "silver", "gold", "c"));
        var then = List.of(joined, step(NOON, "regular", "silver", "a"), step(NOON, "silver", "gold", "c"));

        assertThat(told(first)).containsExactlyElementsOf(first);
        assertThat(told(first, then)).containsExactlyElementsOf(then);
        assertThat(told(first, then, first)).containsExactlyElementsOf(first);
    }

    @Test
    void whatStillHoldsIsNotRecordedAgain() {
        var joined = step(NOON.minusSeconds(60), null, "regular", "");
        var first = List.of(joined, step(NOON, "regular", "silver", "b"));
        var later = List.of(joined, first.getLast(), step(NOON, "silver", "gold", "c"));
        var log = new ArrayList<TierLog.Row>();
        record(log, first);
        record(log, later);
        assertThat(log).hasSize(3);
        record(log, later);
        assertThat(log).hasSize(3);
    }

    @SafeVarargs
    private static List<TierStep> told(List<TierStep>... histories) {
        var log = new ArrayList<TierLog.Row>();
        for (var wanted : histories) {
            record(log, wanted);
        }
        return holding(log).stream()
                .sorted(Comparator.<TierLog.Recorded, Instant>comparing(
                                row -> row.step().at())
                        .thenComparingInt(TierLog.Recorded::seq))
                .map(TierLog.Recorded::step)
                .toList();
    }

    private static void record(List<TierLog.Row> log, List<TierStep> wanted) {
        log.addAll(TierLog.corrections(MEMBER, holding(log), wanted, log.size()));
    }

    private static List<TierLog.Recorded> holding(List<TierLog.Row> log) {
        var withdrawn = log.stream()
                .map(TierLog.Row::withdraws)
                .filter(Objects::nonNull)
                .toList();
        return log.stream()
                .filter(row -> row.withdraws() == null && !withdrawn.contains(row.seq()))
                .map(row -> new TierLog.Recorded(row.seq(), row.step()))
                .toList();
    }

    private static TierStep step(Instant at, @org.jspecify.annotations.Nullable String from, String to, String fact) {
        return new TierStep(
                at,
                from,
                to,
                from == null ? Reason.JOINED : Reason.UPGRADE,
                1,
                fact.isEmpty() ? null : Ids.derived(fact));
    }
}
