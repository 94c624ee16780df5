package org.guildhall.loyalty;

import java.util.UUID;
import org.guildhall.kernel.Slice;
import org.guildhall.platform.JobView;
import org.guildhall.platform.RunPreview;
import org.guildhall.platform.RunView;

/**
 * What the calendar asks for, as facts that can be looked at, repeated and undone: expiry of points and review of tiers. All
 * of it concerns the whole company.
 */
public interface DailyRuns {

    /** A page of runs, newest first; needs {@code loyalty.runs-read}. */
    Slice<RunView> list(RunQuery query);

    /** One run; needs {@code loyalty.runs-read}. */
    RunView get(UUID id);

    /** Whom a run moved, with before and after; a run of warnings moves nobody. Needs {@code loyalty.runs-read}. */
    Slice<RunMove> members(UUID id, RunMembersQuery query);

    /**
     * Carries out what is due through a day, in the background; needs {@code loyalty.run}. What was carried out before is not
     * done again, so repeating a day changes nothing.
     */
    JobView carryOut(CarryOut command);

    /** What undoing a run would move, and whom it meets who went on since; needs {@code loyalty.run}. */
    RunPreview previewUndo(UUID id);

    /** The same, of an undoing that is meant so; refused where undoing so would be. Needs {@code loyalty.run}. */
    RunPreview previewUndo(UUID id, UndoRun command);

    /**
     * Undoes a run by counter-acts, in the background; gives the run that undoes it. Needs {@code loyalty.run}. Whoever calls
     * it has asked those who must agree.
     */
    RunView undo(UUID id, UndoRun command);
}
