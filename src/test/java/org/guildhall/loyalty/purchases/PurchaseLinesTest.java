package org.guildhall.loyalty.purchases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.guildhall.testing.TestDatabase;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

class PurchaseLinesTest {

    private static final String MEMBER = "01890000-0000-7000-8000-000000000001";

    private final TestDatabase.Database database = TestDatabase.fresh();
    private final DSLContext sql = database.sql();

    @Test
    void lines_are_shown_a_row_each_in_the_order_of_the_receipt() {
        insert("'{tea,null}', '{drinks,null}', '{1000,2500}', '{100,0}'");
        assertThat(sql.fetchValues("""
                        select line_number || ' ' || coalesce(product, '-') || ' ' || coalesce(category, '-') || ' '
                          || quantity_milli || ' ' || amount_minor
                        from loyalty.purchase_line
                        where member_id = ?::uuid
                        order by line_number
                        """, MEMBER)).isEqualTo(java.util.List.of("1 tea drinks 1000 100", "2 - - 2500 0"));
    }

    @Test
    void the_database_refuses_lines_that_are_not_whole_or_not_sound() {
        refused("purchase_lines_whole", "'{tea}', '{drinks,food}', '{1000,1000}', '{100,100}'");
        refused("purchase_lines_whole", "'{tea,rice}', '{drinks,food}', '{1000}', '{100,100}'");
        refused("purchase_line_quantities_positive", "'{tea}', '{drinks}', '{0}', '{100}'");
        refused("purchase_line_quantities_positive", "'{tea}', '{drinks}', '{null}', '{100}'");
        refused("purchase_line_amounts_not_negative", "'{tea}', '{drinks}', '{1000}', '{-1}'");
        refused("purchase_line_amounts_not_negative", "'{tea}', '{drinks}', '{1000}', '{null}'");
        insert("'{}', '{}', '{}', '{}'");
    }

    @Test
    void lines_of_a_database_made_before_are_carried_over() {
        asBefore();
        sql.execute("""
                insert into loyalty.purchase (member_id, purchase_id, source, number, occurred_at, total_minor, currency,
                  content_hash, recorded_at)
                select ?::uuid, ('01890000-0000-7000-8000-00000000010' || n)::uuid, 'till', 'T' || n, now(), 7, 'CNY',
                  gen_random_uuid(), now()
                from generate_series(1, 3) n
                """, MEMBER);
        sql.execute("""
                insert into loyalty.purchase_line
                select member_id, purchase_id, l.n, l.product, l.category, l.n * 500, l.amount
                from loyalty.purchase
                cross join lateral (values (2, null, 'food', 4), (1, 'tea', null, 3)) as l (n, product, category, amount)
                where number <> 'T3'
                """);
        var before = sql.fetch(LINES);

        migrate();

        assertThat(before).hasSize(4);
        assertThat(sql.fetch(LINES)).isEqualTo(before);
        assertThat(sql.fetchValue("select cardinality(line_products) from loyalty.purchase where number = 'T3'"))
                .isEqualTo(0);
    }

    private static final String LINES = """
            select member_id, purchase_id, line_number, product, category, quantity_milli, amount_minor
            from loyalty.purchase_line
            order by purchase_id, line_number
            """;

    private void refused(String constraint, String lines) {
        assertThatThrownBy(() -> insert(lines)).hasMessageContaining(constraint);
    }

    private void insert(String lines) {
        sql.execute("""
                insert into loyalty.purchase (member_id, purchase_id, source, number, occurred_at, total_minor, currency,
                  content_hash, recorded_at, line_products, line_categories, line_quantities_milli, line_amounts_minor)
                values (?::uuid, ?, 'till', 'T1', now(), 100, 'CNY', gen_random_uuid(), now(), %s)
                """.formatted(lines), MEMBER, UUID.randomUUID());
    }

    /** The tables as they were before lines were kept within purchases. */
    private void asBefore() {
        sql.execute("drop schema loyalty cascade");
        sql.execute("drop table flyway_schema_history_loyalty");
        flyway("4").migrate();
    }

    private void migrate() {
        flyway("latest").migrate();
    }

    private Flyway flyway(String target) {
        return Flyway.configure()
                .dataSource(database.dataSource())
                .table("flyway_schema_history_loyalty")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .locations("classpath:db/migration/loyalty")
                .target(target)
                .load();
    }
}
