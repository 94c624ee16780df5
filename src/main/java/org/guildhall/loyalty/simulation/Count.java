package org.guildhall.loyalty.simulation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.guildhall.kernel.UnitId;
import org.guildhall.loyalty.SimulationResult;
import org.guildhall.loyalty.SimulationResult.Extreme;
import org.guildhall.loyalty.SimulationResult.Figure;
import org.guildhall.loyalty.SimulationResult.Move;
import org.guildhall.loyalty.replay.Award;
import org.guildhall.loyalty.replay.MemberHistory;
import org.guildhall.loyalty.replay.MemberReplay;
import org.guildhall.loyalty.replay.Outcome;
import org.jspecify.annotations.Nullable;

/** Replays members by both books and adds up what differs; counts of parts add up to the count of the whole. */
final class Count {

    private static final Integer NEVER = Integer.MAX_VALUE;
    private static final int MONTHS = 12;

    private final TwoBooks books;
    private final Period period;
    private final Visits visits = new Visits();
    private final Map<UnitId, Cell> stores = Visits.cells();
    private final Map<String, Cell> tiers = new HashMap<>();
    private final Map<List<String>, Long> moves = new HashMap<>();
    private final TreeMap<Integer, Amounts> endings = new TreeMap<>();
    private final Amounts granted = new Amounts();
    private final Amounts takenBack = new Amounts();
    private final Amounts growth = new Amounts();
    private final Differences differences = new Differences();
    private final Extremes<Extreme> winners =
            Extremes.winners(one -> one.points().difference(), Extreme::member);
    private final Extremes<Extreme> losers = Extremes.losers(one -> one.points().difference(), Extreme::member);
    private long members;
    private long erased;
    private long purchases;
    private long returns;

    Count(TwoBooks books, Period period) {
        this.books = books;
        this.period = period;
    }

    /** One member more, unless there was nothing to replay by the end of the period. */
    void member(MemberHistory whole) {
        var history = period.cut(whole);
        if (history.purchases().isEmpty()
                && history.occasions().isEmpty()
                && history.grants().isEmpty()
                && history.joinedOn().isAfter(period.to())) {
            return;
        }
        members++;
        erased += history.erased() ? 1 : 0;
        var before = MemberReplay.of(books.before(), history, period.to());
        var after = MemberReplay.of(books.after(), history, period.to());
        moves.merge(List.of(before.tier(), after.tier()), 1L, Long::sum);
        compare(history, before, after);
    }

    private void compare(MemberHistory history, Outcome before, Outcome after) {
        visits.clear();
        long bought = 0;
        long back = 0;
        long points = 0;
        long drafted = 0;
        boolean any = false;
        for (int i = 0; i < before.awards().size(); i++) {
            var was = before.awards().get(i);
            var would = after.awards().get(i);
            requireSame(was, would);
            if (!period.holds(was.at())) {
                continue;
            }
            any = true;
            bought += was.by() == Award.By.PURCHASE ? 1 : 0;
            back += was.by() == Award.By.RETURN ? 1 : 0;
            points += was.points();
            drafted += would.points();
            (was.returned() ? takenBack : granted).add(was.points(), would.points());
            growth.add(was.growth(), would.growth());
            ends(was.expiresOn()).add(was.points(), 0);
            ends(would.expiresOn()).add(0, would.points());
            visits.add(was.store(), was.by() == Award.By.PURCHASE, was.points(), would.points());
        }
        if (any) {
            purchases += bought;
            returns += back;
            visits.into(stores);
            tiers.computeIfAbsent(before.tier(), tier -> new Cell()).member(bought, points, drafted);
            differs(history, before, after, Figure.of(points, drafted));
        }
    }

    private void differs(MemberHistory history, Outcome before, Outcome after, Figure points) {
        differences.add(points.difference());
        if (points.difference() > 0) {
            winners.offer(new Extreme(history.member(), points, before.tier(), after.tier()));
        } else if (points.difference() < 0) {
            losers.offer(new Extreme(history.member(), points, before.tier(), after.tier()));
        }
    }

    /** Both replays take the facts in the same order, whatever the rules say. */
    private static void requireSame(Award was, Award would) {
        if (!was.fact().equals(would.fact())) {
            throw new IllegalStateException("the replays differ in their facts: " + was + ", " + would);
        }
    }

    private Amounts ends(@Nullable LocalDate expiresOn) {
        var lastDay = expiresOn == null ? null : expiresOn.minusDays(1);
        int month = lastDay == null ? NEVER : lastDay.getYear() * MONTHS + lastDay.getMonthValue() - 1;
        return endings.computeIfAbsent(month, key -> new Amounts());
    }

    /** Adds what another counted of other members. */
    synchronized void add(Count other) {
        other.stores.forEach((store, cell) ->
                stores.computeIfAbsent(store, key -> new Cell()).add(cell));
        other.tiers.forEach(
                (tier, cell) -> tiers.computeIfAbsent(tier, key -> new Cell()).add(cell));
        other.moves.forEach((move, count) -> moves.merge(move, count, Long::sum));
        other.endings.forEach((month, amounts) ->
                endings.computeIfAbsent(month, key -> new Amounts()).add(amounts));
        granted.add(other.granted);
        takenBack.add(other.takenBack);
        growth.add(other.growth);
        differences.add(other.differences);
        winners.add(other.winners);
        losers.add(other.losers);
        members += other.members;
        erased += other.erased;
        purchases += other.purchases;
        returns += other.returns;
    }

    /** What it came to. */
    SimulationResult result(PointsPrice price) {
        var points = new Amounts();
        points.add(granted);
        points.add(takenBack);
        var totals = new SimulationResult.Totals(
                members,
                differences.size(),
                erased,
                purchases,
                returns,
                points.figure(),
                granted.figure(),
                takenBack.figure(),
                growth.figure(),
                price.of(points.figure()));
        return new SimulationResult(
                totals,
                differences.spread(),
                moves.entrySet().stream()
                        .map(move ->
                                new Move(move.getKey().getFirst(), move.getKey().getLast(), move.getValue()))
                        .sorted(Comparator.comparing(Move::from).thenComparing(Move::to))
                        .toList(),
                byStore(price),
                byTier(price),
                endings.entrySet().stream()
                        .map(ending -> new SimulationResult.Ending(
                                month(ending.getKey()), ending.getValue().figure()))
                        .filter(ending ->
                                ending.points().before() != 0 || ending.points().after() != 0)
                        .toList(),
                winners.inOrder(),
                losers.inOrder());
    }

    private List<SimulationResult.StoreRow> byStore(PointsPrice price) {
        return stores.entrySet().stream()
                .map(entry -> new SimulationResult.StoreRow(
                        Visits.store(entry.getKey()),
                        entry.getValue().members(),
                        entry.getValue().purchases(),
                        entry.getValue().points(),
                        entry.getValue().winning(),
                        entry.getValue().losing(),
                        price.of(entry.getValue().points())))
                .sorted(Comparator.comparingLong(row -> -row.points().before()))
                .toList();
    }

    private List<SimulationResult.TierRow> byTier(PointsPrice price) {
        var ladder = books.before().at(period.to()).tiers();
        return tiers.entrySet().stream()
                .map(entry -> new SimulationResult.TierRow(
                        entry.getKey(),
                        entry.getValue().members(),
                        entry.getValue().purchases(),
                        entry.getValue().points(),
                        entry.getValue().winning(),
                        entry.getValue().losing(),
                        price.of(entry.getValue().points())))
                .sorted(Comparator.comparingInt(row -> ladder.placeOf(row.tier())))
                .toList();
    }

    private static @Nullable String month(int key) {
        return key == NEVER
                ? null
                : YearMonth.of(key / MONTHS, key % MONTHS + 1).toString();
    }
}
