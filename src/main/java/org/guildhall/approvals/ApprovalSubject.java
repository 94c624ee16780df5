package org.guildhall.approvals;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A kind of act that can need approval; modules that ask offer one bean for each kind. */
public interface ApprovalSubject {

    /** Code of the kind, {@code module.noun}. */
    String kind();

    /**
     * A size of this kind, as the authority table and a request have it, as a reader is told it: money as {@code Money}; a
     * count as it is.
     *
     * @param facts of the request
     */
    default Object told(long size, Map<String, Object> facts) {
        return size;
    }

    /**
     * Does the act, in the transaction of the last approval and as the machine {@code approvals}. A refusal leaves the last
     * decision unsaid: whoever decides sees why the act is impossible now.
     */
    void approved(ApprovalView request, JsonNode command);

    /** The act will not be done: rejected or withdrawn. */
    default void dropped(ApprovalView request, JsonNode command) {}
}
