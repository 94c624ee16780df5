package org.guildhall.approvals.requests;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.approvals.ApprovalPolicy;
import org.guildhall.approvals.ApprovalView.State;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A request as stored. */
record Stored(
        UUID id,
        String kind,
        UUID subject,
        JsonNode command,
        Map<String, Object> facts,
        long amount,
        @Nullable MemberId member,
        @Nullable UnitId unit,
        String reason,
        List<ApprovalPolicy.Step> chain,
        int policyVersion,
        State state,
        int round,
        int step,
        int revision,
        String requestedBy,
        String requestedByName,
        Instant requestedAt,
        @Nullable Instant endedAt) {

    /** One post asked in a step. */
    record Task(
            UUID request,
            int round,
            int step,
            String post,
            @Nullable UUID assignedTo,
            Instant openedAt,
            @Nullable Instant dueAt,
            @Nullable Instant closedAt) {

        boolean open() {
            return closedAt == null;
        }
    }

    ApprovalPolicy.Step current() {
        return chain.get(step);
    }

    /** The same request, moved on. */
    Stored moved(State next, int nextStep, @Nullable Instant ended) {
        return with(next, round, nextStep, ended, reason);
    }

    /** The same request, asked again. */
    Stored again(String why) {
        return with(State.PENDING, round + 1, 0, null, why);
    }

    private Stored with(State next, int nextRound, int nextStep, @Nullable Instant ended, String why) {
        return new Stored(
                id,
                kind,
                subject,
                command,
                facts,
                amount,
                member,
                unit,
                why,
                chain,
                policyVersion,
                next,
                nextRound,
                nextStep,
                revision + 1,
                requestedBy,
                requestedByName,
                requestedAt,
                ended);
    }
}
