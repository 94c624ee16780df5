package org.guildhall.intake.staging;

import java.util.List;

/**
 * What staging made of a file.
 *
 * @param read rows in the file, without the header and blank rows
 * @param left rows left out as the settings say
 * @param rejected rows that break a rule by themselves
 * @param rowsByBatch clean rows in each batch file
 */
public record Staged(long read, long left, long rejected, List<Integer> rowsByBatch) {

    /** Copies the list. */
    public Staged {
        rowsByBatch = List.copyOf(rowsByBatch);
    }

    /** How many batch files there are. */
    public int batches() {
        return rowsByBatch.size();
    }
}
