package org.guildhall.approvals;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import java.util.Set;
import org.guildhall.kernel.MemberId;
import org.jspecify.annotations.Nullable;

/** Calls the members that requests are about by number and name; offered by the module of members, which lies above this one. */
public interface MembersAsked {

    /** Those of these members whom the actor may see, masked as for a list. */
    Map<MemberId, Called> called(Set<MemberId> members);

    /**
     * What a member is called.
     *
     * @param name absent for who gave none
     */
    @Schema(name = "MemberAsked")
    record Called(String number, @Nullable String name) {}
}
