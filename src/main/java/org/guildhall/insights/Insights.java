package org.guildhall.insights;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.guildhall.access.Access;
import org.guildhall.access.Permission;
import org.guildhall.insights.copy.FactCopy;
import org.guildhall.insights.copy.Reach;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.Slice;
import org.guildhall.platform.Cursors;
import org.guildhall.policies.Policies;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Figures over the modules' facts, each with its definition and the members behind it, limited to what the actor's data
 * scope opens; refused {@code access.denied} without {@code insights.read}.
 */
@Component
public final class Insights {

    /** Seeing figures and the members behind them. */
    public static final Permission READ = Permission.of("insights.read");

    private static final String FIRST_MONTH = "000";

    private final Access access;
    private final Policies policies;
    private final BusinessTime time;
    private final FactCopy copy;
    private final Map<String, Measure> measures;

    Insights(Access access, Policies policies, BusinessTime time, FactCopy copy, List<MeasureCatalogue> catalogues) {
        this.access = access;
        this.policies = policies;
        this.time = time;
        this.copy = copy;
        this.measures = catalogues.stream()
                .flatMap(catalogue -> catalogue.measures().stream())
                .collect(Collectors.toMap(Measure::code, Function.identity(), Insights::twice, LinkedHashMap::new));
    }

    /** All measures with their definitions. */
    public List<MeasureView> definitions() {
        access.require(READ);
        return measures.values().stream().map(this::view).toList();
    }

    /** One measure's definition. */
    public MeasureView definition(String code) {
        access.require(READ);
        return view(measure(code));
    }

    /** All measures over a period, compared with the period before. */
    public DashboardView dashboard(InsightsQuery query) {
        var reach = reach(query);
        var period = query.period(time.today());
        var results = measures.values().stream()
                .map(measure -> result(measure, period, reach))
                .toList();
        return new DashboardView(period, period.before(), query.unit(), copy.freshness(), results);
    }

    /** One measure over a period, compared with the period before. */
    public MeasureResult result(String code, InsightsQuery query) {
        return result(measure(code), query.period(time.today()), reach(query));
    }

    /** A page of the members behind one cell, in the order of their ids, each with its part of the figure. */
    public Slice<DrillRow> drill(DrillQuery drill) {
        var measure = measure(drill.measure());
        var reach = reach(drill.query());
        var parameters = parameters(drill.query().period(time.today()));
        if (drill.limit() < 1 || drill.limit() > Slice.PAGE_LIMIT) {
            throw InvalidInput.of("limit", drill.limit(), "between-1-and-" + Slice.PAGE_LIMIT);
        }
        var after = after(drill.cursor());
        var page = new FactCopy.CellPage(
                Objects.requireNonNullElse(drill.k1(), ""),
                Objects.requireNonNullElse(drill.k2(), ""),
                after,
                drill.limit() + 1);
        var found = copy.members(measure, parameters, reach, page);
        var total = after == null ? copy.count(measure, parameters, reach, page) : null;
        return Slice.cut(found, drill.limit(), row -> Cursors.encode(row.member()), total);
    }

    /** Brings the copy up to date now and says how recent it is. */
    public Freshness refresh() {
        access.require(READ);
        copy.refresh();
        return copy.freshness();
    }

    /** How recent the figures are. */
    public Freshness freshness() {
        access.require(READ);
        return copy.freshness();
    }

    private MeasureResult result(Measure measure, Period period, Reach reach) {
        return new MeasureResult(
                measure.code(),
                measure.shape(),
                measure.quantity(),
                cells(measure, period, reach),
                cells(measure, period.before(), reach));
    }

    private List<Cell> cells(Measure measure, Period period, Reach reach) {
        var cells = copy.cells(measure, parameters(period), reach);
        if (measure.shape() != Measure.Shape.COHORTS) {
            return cells;
        }
        var sizes = cells.stream()
                .filter(cell -> cell.k2().equals(FIRST_MONTH))
                .collect(Collectors.toMap(Cell::k1, Cell::value));
        return cells.stream().map(cell -> cell.outOf(sizes.get(cell.k1()))).toList();
    }

    private Map<String, Object> parameters(Period period) {
        var rules = policies.inForce(MeasureRules.KIND, time.today()).policy();
        return Map.of(
                "from", period.from(),
                "to", period.to(),
                "active_days", rules.activeDays(),
                "repeat_purchases", rules.repeatPurchases());
    }

    private Reach reach(InsightsQuery query) {
        var scope = access.require(READ);
        return new Reach(scope, query.unit() == null ? null : Set.of(query.unit()));
    }

    private Measure measure(String code) {
        var measure = measures.get(code);
        if (measure == null) {
            throw Refusal.of(new InsightsRefusal.UnknownMeasure(code));
        }
        return measure;
    }

    private MeasureView view(Measure measure) {
        var rules = policies.inForce(MeasureRules.KIND, time.today());
        var parameters = Map.of(
                "activeDays", rules.policy().activeDays(),
                "repeatPurchases", rules.policy().repeatPurchases());
        return new MeasureView(
                measure.code(), measure.shape(), measure.quantity(), parameters, rules.source(), measure.sql());
    }

    private static @Nullable MemberId after(@Nullable String cursor) {
        var values = Cursors.decode(cursor, 1);
        try {
            return values.isEmpty() ? null : MemberId.of(values.getFirst());
        } catch (IllegalArgumentException e) {
            throw InvalidInput.of("cursor", cursor, "cursor");
        }
    }

    private static Measure twice(Measure one, Measure other) {
        throw new IllegalStateException("two measures are called " + one.code());
    }
}
