package org.guildhall.approvals;

import java.util.Map;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Asks for an act to be approved.
 *
 * @param kind code of the {@link ApprovalSubject} that will do it
 * @param subject what it concerns; one request at a time waits for it
 * @param command what will be done, read again by the subject
 * @param facts what those who decide see; no personal value in the clear
 * @param amount size in the smallest unit of the kind, 0 where size does not matter
 * @param unit whose people decide; the whole company's when absent
 */
public record AskApproval(
        String kind,
        UUID subject,
        JsonNode command,
        Map<String, Object> facts,
        long amount,
        @Nullable MemberId member,
        @Nullable UnitId unit,
        String reason) {

    /** Checks the amount. */
    public AskApproval {
        if (amount < 0) {
            throw new IllegalArgumentException("an amount to approve is not below zero: " + amount);
        }
        facts = Map.copyOf(facts);
    }
}
