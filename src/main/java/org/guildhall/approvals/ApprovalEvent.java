package org.guildhall.approvals;

import java.util.UUID;

/** What happened to requests, told after the transaction. */
public sealed interface ApprovalEvent {

    /** Waits for the posts named. */
    record ApprovalAsked(UUID request, String kind, java.util.List<String> posts) implements ApprovalEvent {}

    /** Ended, or went back to the one who asked. */
    record ApprovalDecided(UUID request, String kind, ApprovalView.State state, String requestedBy)
            implements ApprovalEvent {}
}
