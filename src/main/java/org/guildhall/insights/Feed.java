package org.guildhall.insights;

import org.jspecify.annotations.Nullable;

/**
 * One reading of a fact source: which rows to give and where to give them.
 *
 * <p>A fed table keeps in {@code changed_xid bigint not null default txid_current()} the transaction
 * that wrote the row last. A reading asks for the transactions from {@code fromTransaction} (inclusive) up to
 * {@code beforeTransaction} (exclusive), the oldest one still running; so each row is read exactly once, however late its
 * transaction commits.
 */
public record Feed(long fromTransaction, long beforeTransaction, Sink sink) {

    /** Takes the rows. */
    public interface Sink {
        /** Adds a row, its values in the order of the source's columns. */
        void row(@Nullable Object... values);
    }

    /** Whether this is the first reading, which gives every row. */
    public boolean complete() {
        return fromTransaction == 0;
    }
}
