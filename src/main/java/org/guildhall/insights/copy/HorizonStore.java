package org.guildhall.insights.copy;

import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Asks PostgreSQL how far a reading in the present transaction may go. */
@Component
final class HorizonStore {

    private final DSLContext sql;

    HorizonStore(DSLContext sql) {
        this.sql = sql;
    }

    /** The database read and the oldest transaction that its present snapshot can't see the end of. */
    record Horizon(String database, long beforeTransaction) {}

    Horizon now() {
        return sql.fetchSingle("""
                        select (select system_identifier from pg_control_system())::text || '/' || d.oid,
                               pg_snapshot_xmin(pg_current_snapshot())::text::bigint
                        from pg_database d
                        where d.datname = current_database()
                        """).map(row -> new Horizon(row.get(0, String.class), row.get(1, Long.class)));
    }
}
