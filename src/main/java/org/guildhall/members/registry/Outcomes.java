package org.guildhall.members.registry;

import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.members.RowOutcome;

/** Reads the outcome of a single row, and the reason somebody gives for an act. */
final class Outcomes {

    private static final int LONGEST_REASON = 300;

    private Outcomes() {}

    /** The member the row is about; a refused row is thrown. */
    static MemberId done(RowOutcome outcome) {
        return switch (outcome) {
            case RowOutcome.Done(var member) -> member;
            case RowOutcome.Unchanged(var member) -> member;
            case RowOutcome.Refused(var reason) -> throw Refusal.of(reason);
        };
    }

    static String reason(String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw InvalidInput.of("reason", reason, "required");
        }
        return reason.strip();
    }
}
