package org.guildhall.adjustments;

import java.util.UUID;
import org.guildhall.loyalty.UndoRun;

/**
 * Undoing what a run of the calendar did to many members at once: points that expired come back, reviews are postponed. It
 * gives away no less than a change by hand, so what exceeds the authority table waits for those it names; the size is the
 * points that come back, or the members whose review is postponed.
 */
public interface RunUndoing {

    /** What undoing a run would move, whom it meets who went on since, and who has to agree. Needs {@code loyalty.run}. */
    RunUndoPreview preview(UUID run);

    /**
     * Undoes in the background, or asks; asking again for the same gives the same request. Needs {@code loyalty.run}. Whether
     * the run can be undone so is looked at once more when it is agreed to.
     */
    UndoOfRun undo(UUID run, UndoRun command);

    /** How far undoing a run has come: asked for, begun, or neither. Needs {@code loyalty.runs-read}. */
    UndoOfRun get(UUID run);
}
