package org.guildhall.insights.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;
import org.guildhall.access.Scope;
import org.guildhall.insights.DrillRow;
import org.guildhall.insights.Measure;
import org.guildhall.insights.Period;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.StaffId;
import org.guildhall.kernel.UnitId;
import org.guildhall.ledger.insight.PointsMeasures;
import org.guildhall.loyalty.insight.PurchaseMeasures;
import org.guildhall.loyalty.insight.TierMeasures;
import org.guildhall.members.insight.MemberMeasures;
import org.guildhall.policies.Policies;
import org.guildhall.policies.PolicyKind;
import org.guildhall.policies.PolicyTimeline;
import org.guildhall.testing.MovableClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every measure, over random programmes, periods and reaches, equals what plain Java counts; so do the members behind it. */
class MeasuresAgreeWithAnIndependentCountTest {

    private static final int ACTIVE_DAYS = 45;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void everyMeasureEqualsAnIndependentCount(long seed) throws Exception {
        var world = new World(seed);
        var random = new SplittableRandom(seed);
        try (var file = new CopyFile(folder);
                var connection = file.connect()) {
            load(world, connection);
            var store = new MeasureStore(world.sources());
            for (var view : views(world, random)) {
                for (var measure : measures()) {
                    agree(store, connection, world, measure, period(random), view);
                }
            }
        }
    }

    /** A reach, and the same reach said in Java. */
    private record View(Reach reach, Predicate<World.Member> members, Predicate<World.Sale> sales) {}

    private static List<View> views(World world, SplittableRandom random) {
        var two = Set.of(world.units.get(0), world.units.get(1));
        var one = world.units.get(random.nextInt(4));
        var person = world.staff.getFirst();
        Predicate<World.Member> ownMember = m -> person.equals(m.adviser());
        var units = new Scope.Units(Set.of(new UnitId(world.units.get(0)), new UnitId(world.units.get(1))));
        var several = new Scope.Several(List.of(units, new Scope.Own(new StaffId(person))));
        var group = new Scope.Group(new UnitId(one), Set.of(new StaffId(person)));
        return List.of(
                new View(Reach.ALL, m -> true, s -> true),
                new View(
                        new Reach(new Scope.All(), Set.of(new UnitId(one))),
                        m -> in(Set.of(one), m.unit()),
                        s -> in(Set.of(one), s.unit())),
                new View(new Reach(units, null), m -> in(two, m.unit()), s -> in(two, s.unit())),
                new View(
                        new Reach(units, Set.of(new UnitId(one))),
                        m -> in(two, m.unit()) && in(Set.of(one), m.unit()),
                        s -> in(two, s.unit()) && in(Set.of(one), s.unit())),
                new View(
                        new Reach(new Scope.Own(new StaffId(person)), null),
                        ownMember,
                        s -> ownMember.test(s.member())),
                new View(
                        new Reach(several, null),
                        m -> in(two, m.unit()) || ownMember.test(m),
                        s -> in(two, s.unit()) || ownMember.test(s.member())),
                new View(
                        new Reach(group, null),
                        m -> one.equals(m.unit()) || ownMember.test(m),
                        s -> one.equals(s.unit()) || ownMember.test(s.member())),
                new View(new Reach(new Scope.Units(Set.of()), null), m -> false, s -> false),
                new View(new Reach(new Scope.Several(List.of()), null), m -> false, s -> false));
    }

    private static boolean in(Set<UUID> units, @Nullable UUID unit) {
        return unit != null && units.contains(unit);
    }

    private static void agree(
            MeasureStore store, DuckDBConnection connection, World world, Measure measure, Period period, View view) {
        var oracle = new Oracle(world, period, ACTIVE_DAYS, view.members(), view.sales());
        var parts = java.util.Objects.requireNonNull(
                oracle.all().get(measure.code()), "the oracle lacks " + measure.code());
        Map<String, Object> parameters =
                Map.of("from", period.from(), "to", period.to(), "active_days", ACTIVE_DAYS, "repeat_purchases", 2);
        var cells = new TreeMap<List<String>, List<Long>>(Comparator.comparing(Object::toString));
        for (var cell : store.cells(connection, measure, parameters, view.reach())) {
            cells.put(List.of(cell.k1(), cell.k2()), List.of(cell.value(), cell.base() == null ? 0 : cell.base()));
        }
        assertThat(cells).as("%s %s %s", measure.code(), period, view.reach()).isEqualTo(Oracle.cells(parts));
        for (var key : cells.keySet().stream().limit(2).toList()) {
            assertThat(drilled(store, connection, measure, parameters, view.reach(), key))
                    .as("members behind %s %s", measure.code(), key)
                    .isEqualTo(behind(parts, key));
        }
    }

    private static Map<UUID, Long> behind(List<Oracle.Part> parts, List<String> key) {
        var members = new HashMap<UUID, Long>();
        parts.stream()
                .filter(part ->
                        part.value() != 0 && List.of(part.k1(), part.k2()).equals(key))
                .forEach(part -> members.merge(part.member(), part.value(), Long::sum));
        return members;
    }

    private static Map<UUID, Long> drilled(
            MeasureStore store,
            DuckDBConnection connection,
            Measure measure,
            Map<String, Object> parameters,
            Reach reach,
            List<String> key) {
        var members = new HashMap<UUID, Long>();
        FactCopy.CellPage page = new FactCopy.CellPage(key.get(0), key.get(1), null, 25);
        List<DrillRow> rows = store.members(connection, measure, parameters, reach, page);
        while (!rows.isEmpty()) {
            rows.forEach(row ->
                    assertThat(members.put(row.member().value(), row.value())).isNull());
            page = new FactCopy.CellPage(key.get(0), key.get(1), rows.getLast().member(), 25);
            rows = store.members(connection, measure, parameters, reach, page);
        }
        return members;
    }

    private static void load(World world, DuckDBConnection connection) throws Exception {
        var store = new CopyStore(connection);
        store.prepare();
        for (var source : world.sources()) {
            store.nextTransaction(source, "test", 10);
            store.load(source, 0, 10);
        }
    }

    private static List<Measure> measures() {
        return Stream.of(
                        new MemberMeasures(),
                        new PurchaseMeasures(),
                        new TierMeasures(defaults(), new BusinessTime(new MovableClock(), ZoneId.of("Asia/Shanghai"))),
                        new PointsMeasures())
                .flatMap(catalogue -> catalogue.measures().stream())
                .toList();
    }

    private static Period period(SplittableRandom random) {
        LocalDate from = World.FIRST.plusDays(random.nextInt(World.DAYS - 60));
        return new Period(from, from.plusDays(random.nextInt(150)));
    }

    private static Policies defaults() {
        return new Policies() {
            @Override
            public <P extends Record> PolicyTimeline<P> timeline(PolicyKind<P> kind) {
                return PolicyTimeline.constant(kind, kind.defaults());
            }
        };
    }
}
