package org.guildhall.insights;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.guildhall.access.Permission;
import org.guildhall.insights.copy.FactCopy;
import org.guildhall.insights.copy.Reach;
import org.guildhall.insights.measures.MeasureBook;
import org.guildhall.insights.measures.Reaches;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Slice;
import org.guildhall.platform.Cursors;
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

    private final Reaches reaches;
    private final MeasureBook book;
    private final FactCopy copy;
    private final BusinessTime time;

    Insights(Reaches reaches, MeasureBook book, FactCopy copy, BusinessTime time) {
        this.reaches = reaches;
        this.book = book;
        this.copy = copy;
        this.time = time;
    }

    /** All measures with their definitions. */
    public List<MeasureView> definitions() {
        reaches.require();
        return book.all().stream().map(book::view).toList();
    }

    /** One measure's definition. */
    public MeasureView definition(String code) {
        reaches.require();
        return book.view(book.measure(code));
    }

    /** All measures over a period, compared with the period before. */
    public DashboardView dashboard(InsightsQuery query) {
        var reach = reaches.of(query);
        var period = query.period(time.today());
        var results = book.all().stream()
                .map(measure -> result(measure, period, reach))
                .toList();
        return new DashboardView(period, period.before(), query.unit(), copy.freshness(), results);
    }

    /** One measure over a period, compared with the period before. */
    public MeasureResult result(String code, InsightsQuery query) {
        var reach = reaches.of(query);
        return result(book.measure(code), query.period(time.today()), reach);
    }

    /** A page of the members behind one cell, in the order of their ids, each with its part of the figure. */
    public Slice<DrillRow> drill(DrillQuery drill) {
        reaches.require();
        var measure = book.measure(drill.measure());
        var reach = reaches.of(drill.query());
        var parameters = book.parameters(drill.query().period(time.today()));
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
        reaches.require();
        copy.refresh();
        return copy.freshness();
    }

    /** How recent the figures are. */
    public Freshness freshness() {
        reaches.require();
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
        var cells = copy.cells(measure, book.parameters(period), reach);
        if (measure.shape() != Measure.Shape.COHORTS) {
            return cells;
        }
        var sizes = cells.stream()
                .filter(cell -> cell.k2().equals(FIRST_MONTH))
                .collect(Collectors.toMap(Cell::k1, Cell::value));
        return cells.stream().map(cell -> cell.outOf(sizes.get(cell.k1()))).toList();
    }

    private static @Nullable MemberId after(@Nullable String cursor) {
        var values = Cursors.decode(cursor, 1);
        return values.isEmpty() ? null : new MemberId(values.id(0));
    }
}
