package org.guildhall.intake.runs;

import org.guildhall.intake.ImportId;
import org.jspecify.annotations.Nullable;

/** What a job of the intake is asked to do: its import, and the reason of an undo. */
record ImportTask(ImportId id, @Nullable String reason) {

    static final String CHECK = "intake.check";
    static final String IMPORT = "intake.import";
    static final String UNDO = "intake.undo";
}
