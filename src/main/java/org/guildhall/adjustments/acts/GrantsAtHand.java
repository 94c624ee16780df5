package org.guildhall.adjustments.acts;

import org.guildhall.kernel.MemberId;
import tools.jackson.databind.JsonNode;

/** Grants to many as they matter to points by hand: to a member they are no less given by hand. */
public interface GrantsAtHand {

    /** What the grants of today gave the member, and what those that wait for a yes would. */
    long given(MemberId member);

    /** Carries out what was agreed to if it is a grant; tells whether it was. */
    boolean carryOut(JsonNode command);
}
