package org.guildhall.insights.copy;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.duckdb.DuckDBConnection;
import org.guildhall.insights.Cell;
import org.guildhall.insights.DrillRow;
import org.guildhall.insights.FactSource;
import org.guildhall.insights.Measure;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Slice;

/** Computes measures over the copy, and lists the members behind one cell; both from the same statement. */
final class MeasureStore {

    private final MeasureStatement statement;

    MeasureStore(Collection<FactSource> sources) {
        this.statement = new MeasureStatement(sources);
    }

    /** The cells, ordered by their keys. */
    List<Cell> cells(DuckDBConnection connection, Measure measure, Map<String, Object> parameters, Reach reach) {
        var sql = statement.parts(measure.sql(), parameters, reach)
                + "select k1, k2, cast(sum(value) as bigint), cast(sum(base) as bigint),"
                + " count(distinct member) filter (value <> 0)\n"
                + "from part\n"
                + "group by k1, k2\n"
                + "order by k1, k2";
        return CopyStore.dsl(connection)
                .fetch(sql)
                .map(row -> new Cell(
                        row.get(0, String.class),
                        row.get(1, String.class),
                        row.get(2, Long.class),
                        row.get(3, Long.class),
                        row.get(4, Long.class)));
    }

    /** The members of one cell after the given one, in the order of their ids. */
    List<DrillRow> members(
            DuckDBConnection connection,
            Measure measure,
            Map<String, Object> parameters,
            Reach reach,
            FactCopy.CellPage page) {
        var sql = statement.parts(measure.sql(), parameters, reach)
                + "select member, cast(sum(value) as bigint)\n"
                + "from part\n"
                + "where value <> 0 and k1 = ? and k2 = ? and (? is null or member > cast(? as uuid))\n"
                + "group by member\n"
                + "order by member\n"
                + "limit ?";
        var after = page.after() == null ? null : page.after().toString();
        return CopyStore.dsl(connection)
                .fetch(sql, page.k1(), page.k2(), after, after, page.limit())
                .map(row -> new DrillRow(MemberId.of(row.get(0, UUID.class)), row.get(1, Long.class)));
    }

    /** How many members the cell has, counted up to one more than totals are exact to. */
    long count(
            DuckDBConnection connection,
            Measure measure,
            Map<String, Object> parameters,
            Reach reach,
            FactCopy.CellPage page) {
        var sql = statement.parts(measure.sql(), parameters, reach)
                + "select count(*) from (\n"
                + "  select distinct member from part where value <> 0 and k1 = ? and k2 = ? limit ?\n"
                + ")";
        return CopyStore.dsl(connection)
                .fetchSingle(sql, page.k1(), page.k2(), Slice.COUNT_LIMIT + 1)
                .get(0, Long.class);
    }
}
