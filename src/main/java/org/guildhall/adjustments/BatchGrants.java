package org.guildhall.adjustments;

import java.util.UUID;
import org.guildhall.kernel.Slice;
import org.guildhall.ledger.RunGrant;
import org.guildhall.platform.JobView;

/**
 * Points given to many members in one act, and taken back as one. All of it needs {@code ledger.adjust} over the whole
 * company; reading, {@code ledger.read}. What exceeds the authority table waits for those it names.
 */
public interface BatchGrants {

    /** Whom a grant would reach and what it comes to. */
    GrantAudience preview(GrantToMany command);

    /** Gives, in the background, or asks; the same key gives once. */
    BatchGrantView give(GrantToMany command, String cause);

    /** Grants, newest first. */
    Slice<BatchGrantView> list(GrantQuery query);

    /** The grant. */
    BatchGrantView get(UUID id);

    /** To whom it gave, and how much of it each no longer has. */
    Slice<RunGrant> members(UUID id, GrantQuery query);

    /** Starts taking those rows out as a file; needs {@code adjustments.export} too. The job's result names the file to fetch. */
    JobView export(UUID id, ExportGrant command);

    /** What undoing would find, and what depends on it. */
    GrantUndoPreview undoPreview(UUID id);

    /** Takes back, in the background, or asks; once. */
    BatchGrantView undo(UUID id, UndoGrant command);
}
