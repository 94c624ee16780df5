package org.guildhall.approvals;

/** Publication of policies that the authority table wants decided by others. */
public interface Publications {

    /** The kind of act in the authority table. */
    String KIND = "policies.publication";

    /** Asks for the draft to be published; needs {@code policies.draft}. Published in the transaction of the last approval. */
    ApprovalView ask(AskPublication command);
}
