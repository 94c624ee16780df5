package org.guildhall.intake.runs;

import java.util.List;
import java.util.Map;
import org.guildhall.intake.Rejection;
import org.guildhall.intake.Tally;
import org.guildhall.kernel.MemberId;

/** Stores the facts of one batch inside the caller's transaction, whole, and says what it did. */
interface BatchWork {

    /** What a batch did. */
    record Done(Tally tally, List<Rejection> rejections, Map<MemberId, BatchStore.Act> touched) {}

    /** Does the batch. */
    Done perform(int batch);
}
