package org.guildhall.members;

import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;

/** What became of one row of a batch, in the order of the rows given. */
public sealed interface RowOutcome {

    /** Stored for this member. */
    record Done(MemberId member) implements RowOutcome {}

    /** The row changes nothing: the member has these values already. */
    record Unchanged(MemberId member) implements RowOutcome {}

    /** Refused; nothing of this row was stored. */
    record Refused(Refusal.Reason reason) implements RowOutcome {}
}
