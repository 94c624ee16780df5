package org.guildhall.approvals;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.guildhall.kernel.Explanation;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * A request, its chain and everything said on it.
 *
 * @param about what the member is called, if the actor who looks may see the member
 * @param mine what the actor who looks may do with it now
 * @param posts what the posts named here by their code are called; a post that is no more has no name
 * @param chosenBy the row of the authority table that gave the chain
 */
public record ApprovalView(
        UUID id,
        String kind,
        UUID subject,
        Map<String, Object> facts,
        long amount,
        @Nullable MemberId member,
        MembersAsked.@Nullable Called about,
        @Nullable UnitId unit,
        String reason,
        State state,
        int round,
        int step,
        int revision,
        String requestedBy,
        String requestedByName,
        Instant requestedAt,
        @Nullable Instant endedAt,
        List<ApprovalPolicy.Step> chain,
        Explanation chosenBy,
        List<Waiting> waiting,
        List<Said> said,
        Map<String, String> posts,
        Mine mine) {

    /** Where a request stands. */
    @Schema(name = "ApprovalState", enumAsRef = true)
    public enum State {
        /** Waits for a decision. */
        @JsonProperty("pending")
        PENDING,
        /** Approved; the act is done. */
        @JsonProperty("approved")
        APPROVED,
        /** Refused for good. */
        @JsonProperty("rejected")
        REJECTED,
        /** Sent back to the one who asked. */
        @JsonProperty("returned")
        RETURNED,
        /** Taken back by the one who asked. */
        @JsonProperty("withdrawn")
        WITHDRAWN;

        /** The stored and transmitted word. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The state of a stored word. */
        public static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** A post asked now, the colleague it was handed to if any, and when it is overdue. */
    public record Waiting(
            String post,
            @Nullable String assignedTo,
            Instant since,
            @Nullable Instant dueAt) {}

    /** One thing said: by whom, in the name of which post, and on whose behalf or to whom. */
    public record Said(
            int round,
            int step,
            @Nullable String post,
            String outcome,
            String comment,
            String byName,
            @Nullable String onBehalfOf,
            Instant at) {}

    /** What the one who looks may do. */
    @Schema(name = "MyPartInApproval")
    public record Mine(boolean decide, boolean withdraw, boolean askAgain) {}
}
