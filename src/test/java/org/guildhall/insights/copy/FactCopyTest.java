package org.guildhall.insights.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.insights.Column;
import org.guildhall.insights.FactSource;
import org.guildhall.insights.Feed;
import org.guildhall.insights.Measure;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestDatabase;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** The copy follows PostgreSQL exactly, whatever the order in which transactions begin, commit and are read. */
class FactCopyTest {

    private static final TestDatabase.Database DATABASE = TestDatabase.fresh();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private DSLContext sql;

    @SuppressWarnings("NullAway.Init")
    private DataSourceTransactionManager transactions;

    @SuppressWarnings("NullAway.Init")
    private FactCopy copy;

    /** Things in a table, with or without their colour. */
    private record Things(DSLContext sql, boolean amends, boolean coloured) implements FactSource {
        @Override
        public String name() {
            return "thing";
        }

        @Override
        public List<Column> columns() {
            var plain = List.of(Column.key("id"), Column.of("amount", Column.Type.NUMBER));
            return coloured ? List.of(plain.get(0), plain.get(1), Column.of("colour", Column.Type.TEXT)) : plain;
        }

        @Override
        public void read(Feed feed) {
            sql.fetch(
                            "select id, amount from thing where changed_xid >= ? and changed_xid < ?",
                            feed.fromTransaction(),
                            feed.beforeTransaction())
                    .forEach(row -> {
                        var id = row.get(0, UUID.class);
                        var amount = row.get(1, Long.class);
                        if (coloured) {
                            feed.sink().row(id, amount, "red");
                        } else {
                            feed.sink().row(id, amount);
                        }
                    });
        }
    }

    @BeforeAll
    static void aTableThatIsFed() {
        DATABASE.sql()
                .execute("create table thing (id uuid primary key, amount bigint not null,"
                        + " changed_xid bigint not null default (pg_current_xact_id()::text::bigint))");
    }

    @BeforeEach
    void anEmptyCopy() {
        var source = DATABASE.dataSource();
        sql = DSL.using(new TransactionAwareDataSourceProxy(source), SQLDialect.POSTGRES);
        transactions = new DataSourceTransactionManager(source);
        sql.execute("truncate thing");
        copy = copyOf(new Things(sql, true, false));
    }

    @AfterEach
    void closed() {
        copy.destroy();
    }

    private FactCopy copyOf(FactSource source) {
        var time = new BusinessTime(new MovableClock(), ZoneId.of("Asia/Shanghai"));
        return new FactCopy(List.of(source), new HorizonStore(sql), time, transactions, folder);
    }

    @Test
    void aRowWhoseTransactionCommitsLateIsNotLost() throws SQLException {
        try (Connection slow = DATABASE.dataSource().getConnection()) {
            slow.setAutoCommit(false);
            insert(DSL.using(slow, SQLDialect.POSTGRES), 100);
            insert(sql, 1);
            copy.refresh();
            insert(sql, 10);
            copy.refresh();
            slow.commit();
        }
        copy.refresh();
        assertThat(total()).isEqualTo(111);
    }

    @Test
    void anAppendOnlyRowIsNeverCopiedTwiceAroundALongTransaction() throws SQLException {
        copy.destroy();
        copy = copyOf(new Things(sql, false, false));
        try (Connection slow = DATABASE.dataSource().getConnection()) {
            slow.setAutoCommit(false);
            insert(DSL.using(slow, SQLDialect.POSTGRES), 100);
            insert(sql, 1);
            copy.refresh();
            copy.refresh();
            slow.commit();
        }
        insert(sql, 10);
        copy.refresh();
        copy.refresh();
        assertThat(total()).isEqualTo(111);
    }

    @Test
    void aChangedRowReplacesTheFormerOne() {
        insert(sql, 5);
        insert(sql, 7);
        copy.refresh();
        sql.execute("update thing set amount = 50, changed_xid = pg_current_xact_id()::text::bigint where amount = 5");
        copy.refresh();
        assertThat(total()).isEqualTo(57);
    }

    @Test
    void aSourceWithOtherColumnsIsReadAnew() {
        insert(sql, 5);
        copy.refresh();
        copy.destroy();
        copy = copyOf(new Things(sql, true, true));
        copy.refresh();
        var red = "select colour as k1, '' as k2, id as member, amount as value, null as base from thing";
        assertThat(cells(red)).containsExactly(Map.entry("red", 5L));
    }

    @Test
    void theCopyIsTheSameAfterRebuildingItAndAfterLosingIt() throws IOException {
        insert(sql, 5);
        copy.refresh();
        copy.rebuild();
        assertThat(total()).isEqualTo(5);
        copy.destroy();
        Files.writeString(folder.resolve("insights/insights.duckdb"), "not a database");
        copy = copyOf(new Things(sql, true, false));
        assertThat(total()).isEqualTo(5);
    }

    @Test
    void aDatabaseThatWasSetBackIsReadAnew() throws SQLException {
        insert(sql, 5);
        copy.refresh();
        try (var file = new CopyFileOf(copy).file();
                var connection = file.connect()) {
            CopyStore.dsl(connection).execute("update fed set next_transaction = 9000000000000");
        }
        sql.execute("truncate thing");
        insert(sql, 8);
        copy = copyOf(new Things(sql, true, false));
        copy.refresh();
        assertThat(total()).isEqualTo(8);
    }

    /** The copy's file after the copy let go of it. */
    private final class CopyFileOf {
        CopyFileOf(FactCopy open) {
            open.destroy();
        }

        CopyFile file() {
            return new CopyFile(folder.resolve("insights"));
        }
    }

    private void insert(DSLContext on, long amount) {
        on.execute("insert into thing (id, amount) values (?, ?)", UUID.randomUUID(), amount);
    }

    private long total() {
        var all = "select '' as k1, '' as k2, id as member, amount as value, null as base from thing";
        return cells(all).getOrDefault("", 0L);
    }

    private Map<String, Long> cells(String sql) {
        var measure = new Measure("thing", Measure.Shape.MIX, Measure.Quantity.POINTS, sql);
        var cells = new java.util.TreeMap<String, Long>();
        copy.cells(measure, Map.of(), Reach.ALL).forEach(cell -> cells.put(cell.k1(), cell.value()));
        return cells;
    }
}
