package org.guildhall.members;

import java.time.Instant;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * A member as the counter sees whoever stands there: enough to greet and to serve them.
 *
 * @param until how long a member of another store is served without being identified again; absent for those within reach
 */
public record ServedMember(
        MemberId id,
        String number,
        MemberStatus status,
        @Nullable String name,
        @Nullable String mobile,
        @Nullable UnitId homeUnit,
        @Nullable Instant until) {}
