package org.guildhall.members;

import java.time.LocalDate;
import java.util.Set;
import org.guildhall.kernel.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * Change personal values: those given are set, those in {@code clear} are emptied, all others stay. With an expected version
 * a change made meanwhile to one of the same fields is refused with both values.
 */
public record UpdateMember(
        MemberId id,
        @Nullable Integer expectedVersion,
        MemberProfile set,
        @Nullable Set<MemberField> clear,
        @Nullable String reason,
        @Nullable LocalDate effectiveOn,
        @Nullable Boolean shareMobile) {

    /** Set the given values, whatever the version. */
    public static UpdateMember of(MemberId id, MemberProfile set) {
        return new UpdateMember(id, null, set, null, null, null, null);
    }
}
