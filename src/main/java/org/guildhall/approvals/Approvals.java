package org.guildhall.approvals;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Slice;
import tools.jackson.databind.JsonNode;

/** Requests for approval and what is said on them. */
public interface Approvals {

    /**
     * Asks for approval inside the caller's transaction. Where the authority table names no chain for the kind and amount the
     * act is approved at once and done before this returns; asking again while the same subject waits gives the same request.
     *
     * <p>For code: the asking module has checked that the actor may ask.
     */
    ApprovalView ask(AskApproval command);

    /** Whether an act of this kind and size needs somebody else's decision today; for code, without permission. */
    boolean needed(String kind, long amount);

    /** Whether an act of this kind and size would wait today, for whom, and from which size on; for code, without permission. */
    AuthorityOutlook outlook(String kind, long amount);

    /** The request that waits for this subject, if one does; for code, without permission. */
    Optional<ApprovalView> open(String kind, UUID subject);

    /** The latest request that was made for this subject, whatever became of it; for code, without permission. */
    Optional<Latest> latest(String kind, UUID subject);

    /**
     * What the requests of a kind about a member that wait for a decision would do, but for one subject's, inside the caller's transaction; until it
     * ends, whoever else wants to know the same waits. For code, without permission.
     */
    List<JsonNode> waiting(String kind, MemberId member, UUID except);

    /** What the requests of a kind that have not ended would do, those given back among them; for code, without permission. */
    List<JsonNode> undecided(String kind);

    /**
     * A request with what was to be done.
     *
     * @param command as the asking module wrote it
     */
    record Latest(ApprovalView request, JsonNode command) {}

    /** Requests about a member; for the member's timeline, which has checked who looks. */
    List<AskedAbout> about(RequestsAbout query);

    /** A page of requests, newest first; needs {@code approvals.take-part}, all of them {@code approvals.read-all}. */
    Slice<ApprovalView> list(ApprovalQuery query);

    /** One request that the actor asked, can decide or has decided on; any with {@code approvals.read-all}. */
    ApprovalView get(UUID id);

    /** Says yes, no or "ask again" in the name of each post the actor decides for; needs {@code approvals.take-part}. */
    ApprovalView decide(UUID id, Decide command);

    /** Hands one waiting task to a colleague, who alone decides it then. */
    ApprovalView handOver(UUID id, HandOver command);

    /** Takes the own request back. */
    ApprovalView withdraw(UUID id, WithdrawApproval command);

    /** Asks the own returned request again, from the first step of the same chain. */
    ApprovalView askAgain(UUID id, AskAgain command);
}
