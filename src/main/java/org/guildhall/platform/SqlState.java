package org.guildhall.platform;

import java.sql.SQLException;

/** PostgreSQL's code for what went wrong, whichever layer wrapped it. */
public record SqlState(String code) {

    /** The code of the first SQL exception among the causes, or an empty one. */
    public static SqlState of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return new SqlState(sql.getSQLState());
            }
        }
        return new SqlState("");
    }

    /** Whether a unique key was there already. */
    public boolean isDuplicate() {
        return code.equals("23505");
    }

    /** Whether somebody else was in the way: a deadlock, a conflict of transactions, or a lock that was not given in time. */
    public boolean isContention() {
        return code.equals("40001") || code.equals("40P01") || code.equals("55P03");
    }

    /** Whether the same work may succeed when done again: a deadlock, a conflict of transactions, or a key just taken. */
    public boolean passes() {
        return code.equals("40001") || code.equals("40P01") || isDuplicate();
    }
}
