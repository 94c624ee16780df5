package org.guildhall.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.guildhall.testing.GuildhallTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@GuildhallTest
class FixedStatementTest {

    private static final FixedStatement SEVERAL = FixedStatement.of("""
            create temporary table together (id text) on commit drop;
            insert into together select unnest(?);
            update together set id = id || '!' where id <> ?;
            select id from together order by id""");

    private static final FixedStatement READ = FixedStatement.of("select id from unnest(?) as id where id <> ?");

    @Autowired
    DSLContext sql;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void the_rows_are_those_of_the_statement_that_gives_any_and_it_sees_what_came_before() {
        var texts = new String[] {"a", "b", "c"};
        var read = transaction.execute(status -> SEVERAL.list(sql, row -> row.getString(1), texts, "b"));
        assertThat(read).isEqualTo(List.of("a!", "b", "c!"));
    }

    @Test
    void one_statement_gives_its_rows() {
        assertThat(READ.list(sql, row -> row.getString(1), new String[] {"a", "b"}, "b"))
                .containsExactly("a");
        assertThat(READ.list(sql, row -> row.getString(1), new String[0], "b")).isEmpty();
    }
}
