package org.guildhall.approvals;

import java.time.Instant;
import java.util.UUID;

/** A request that concerns a member, as it stands now. */
public record AskedAbout(UUID id, String kind, ApprovalView.State state, String requestedBy, Instant requestedAt) {}
