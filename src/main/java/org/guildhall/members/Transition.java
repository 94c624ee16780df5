package org.guildhall.members;

import java.time.LocalDate;
import org.guildhall.kernel.MemberId;
import org.jspecify.annotations.Nullable;

/** Move a member to another status for a reason, from today unless another day is given. */
public record Transition(
        MemberId id,
        MemberStatus to,
        String reason,
        @Nullable Integer expectedVersion,
        @Nullable LocalDate effectiveOn) {}
