package org.guildhall.members.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.jooq.members.Tables.MEMBER;
import static org.jooq.impl.DSL.select;

import java.sql.Connection;
import java.sql.DriverManager;
import org.guildhall.testing.TestDatabase;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However a text is typed, each way of finding it reads one range of one index in its order, and never the whole table. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchByIndexTest {

    private Connection connection;
    private DSLContext sql;

    @BeforeAll
    void open() throws Exception {
        var database = TestDatabase.fresh();
        connection = DriverManager.getConnection(database.url(), database.user(), database.password());
        sql = DSL.using(connection, SQLDialect.POSTGRES);
        // What no index answers is still read from the table, and the plan then says so.
        sql.execute("set enable_seqscan = off");
        sql.execute("set enable_bitmapscan = off");
        sql.execute("set enable_sort = off");
    }

    @AfterAll
    void close() throws Exception {
        connection.close();
    }

    @ParameterizedTest
    @CsvSource({"王, 3", "王小, 3", "wangxm, 4", "W, 4", "80001234, 1", "8000, 2", "13800138000, 2", "a@b.cn, 1"})
    void a_masked_search_reads_indexes_only(String text, int ways) {
        provesIndexed(text, false, ways);
    }

    @ParameterizedTest
    @CsvSource({"王, 3", "1380013, 2", "8000, 3"})
    void an_unmasked_search_reads_indexes_only(String text, int ways) {
        provesIndexed(text, true, ways);
    }

    private void provesIndexed(String text, boolean unmasked, int ways) {
        var found = TextConditions.of(text, unmasked);
        assertThat(found).hasSize(ways);
        for (var way : found) {
            var page = select(way.key(), MEMBER.MEMBER_ID)
                    .from(MEMBER)
                    .where(way.condition().and(MEMBER.ANNULLED.isFalse()))
                    .orderBy(way.key(), MEMBER.MEMBER_ID)
                    .limit(51);
            assertThat(sql.explain(page).plan())
                    .as(text + ": " + way.key())
                    .contains("Index Cond", "using member_by_")
                    .doesNotContain("Seq Scan", "Sort");
        }
    }
}
