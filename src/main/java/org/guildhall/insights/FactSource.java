package org.guildhall.insights;

import java.util.List;

/**
 * A module's facts, as a table of the analytical copy: ids and non-personal attributes only.
 *
 * <p>Implementations are beans; {@link #read} runs inside one read-only repeatable-read transaction shared by all sources and
 * streams its rows. A row that changed is given again and replaces the former one by its key; rows are never deleted, a fact
 * that no longer counts is said to be so by another row or column.
 *
 * <p>What a reader's figures may count is decided by the columns naming a unit, an adviser or a member. A source without any
 * of them is not limited, so measures only join its rows to limited ones.
 */
public interface FactSource {

    /** The name of the source whose rows are members; its key column is the member. */
    String MEMBERS = "member";

    /** The table's name in the copy, unique over all modules. */
    String name();

    /** The columns; one is the {@link Column.Role#KEY} if rows are amended. A change of columns makes the copy reload the source. */
    List<Column> columns();

    /** Whether a row may change after it was first given; rows of an append-only source are added without a look. */
    default boolean amends() {
        return true;
    }

    /** Gives every row whose last writer lies within the feed's transactions. */
    void read(Feed feed);
}
