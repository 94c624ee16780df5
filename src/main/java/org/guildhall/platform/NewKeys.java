package org.guildhall.platform;

import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;

/** Writes rows whose keys are taken for new, within the caller's transaction; the database's unique keys are the judge. */
public final class NewKeys {

    private NewKeys() {}

    /** Gives true, or false if a key was there already; then nothing of what was written stays, and the transaction goes on. */
    public static boolean written(DSLContext sql, Runnable rows) {
        return sql.connectionResult(connection -> {
            var before = connection.setSavepoint();
            try {
                rows.run();
                connection.releaseSavepoint(before);
                return true;
            } catch (DataAccessException e) {
                if (!SqlState.of(e).isDuplicate()) {
                    throw e;
                }
                connection.rollback(before);
                return false;
            }
        });
    }
}
