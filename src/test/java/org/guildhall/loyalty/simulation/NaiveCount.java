package org.guildhall.loyalty.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.guildhall.kernel.MemberId;
import org.guildhall.loyalty.SimulationResult;
import org.guildhall.loyalty.replay.MemberHistory;
import org.guildhall.loyalty.replay.MemberReplay;
import org.guildhall.loyalty.replay.Outcome;
import org.guildhall.loyalty.replay.RuleBook;
import org.guildhall.loyalty.tiers.TierStep;

/** Members replayed one by one over all they ever did, and summed up in the plainest way; what a simulation must come to. */
final class NaiveCount {

    final Map<MemberId, Long> before = new HashMap<>();
    final Map<MemberId, Long> after = new HashMap<>();
    final Map<String, Long> moves = new TreeMap<>();
    final Map<String, Long> byStore = new TreeMap<>();
    final Map<String, Long> byTier = new TreeMap<>();
    private final Period period;

    private NaiveCount(Period period) {
        this.period = period;
    }

    static NaiveCount of(Collection<MemberHistory> histories, RuleBook was, RuleBook would, Period period) {
        var count = new NaiveCount(period);
        for (var history : histories) {
            var last = period.to().plusYears(3);
            count.add(history, MemberReplay.of(was, history, last), MemberReplay.of(would, history, last));
        }
        return count;
    }

    private void add(MemberHistory history, Outcome was, Outcome would) {
        var tier = tierAt(was, period.end());
        moves.merge(tier + ">" + tierAt(would, period.end()), 1L, Long::sum);
        for (var award : was.awards()) {
            if (!award.at().isBefore(period.start()) && award.at().isBefore(period.end())) {
                before.merge(history.member(), award.points(), Long::sum);
                after.merge(history.member(), 0L, Long::sum);
                byTier.merge(tier + " before", award.points(), Long::sum);
                byStore.merge(award.store() + " before", award.points(), Long::sum);
            }
        }
        for (var award : would.awards()) {
            if (!award.at().isBefore(period.start()) && award.at().isBefore(period.end())) {
                after.merge(history.member(), award.points(), Long::sum);
                byTier.merge(tier + " after", award.points(), Long::sum);
                byStore.merge(award.store() + " after", award.points(), Long::sum);
            }
        }
    }

    private static String tierAt(Outcome outcome, Instant end) {
        return outcome.steps().stream()
                .filter(step -> step.at().isBefore(end))
                .map(TierStep::to)
                .reduce((one, later) -> later)
                .orElseThrow();
    }

    long sum(Map<MemberId, Long> points) {
        return points.values().stream().mapToLong(Long::longValue).sum();
    }

    List<Long> differences() {
        var differences = new ArrayList<Long>();
        before.forEach((member, points) -> differences.add(after.getOrDefault(member, 0L) - points));
        return differences.stream().sorted().toList();
    }

    static Map<String, Long> moves(SimulationResult result) {
        var moves = new TreeMap<String, Long>();
        result.moves().forEach(move -> moves.put(move.from() + ">" + move.to(), move.members()));
        return moves;
    }

    static Map<String, Long> byStore(SimulationResult result) {
        var sums = new TreeMap<String, Long>();
        result.stores().forEach(row -> {
            sums.put(row.store() + " before", row.points().before());
            sums.put(row.store() + " after", row.points().after());
        });
        return sums;
    }

    static Map<String, Long> byTier(SimulationResult result) {
        var sums = new TreeMap<String, Long>();
        result.tiers().forEach(row -> {
            sums.put(row.tier() + " before", row.points().before());
            sums.put(row.tier() + " after", row.points().after());
        });
        return sums;
    }
}
