package org.guildhall.members;

import java.time.LocalDate;
import java.util.Set;
import org.guildhall.kernel.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * Change personal values: those given are set, those in {@code clear} are emptied, all others stay. So it is with the parts of
 * address, organisation and preferences: the parts given are set, and those in {@code clearParts} ({@code address.postcode},
 * {@code attributes.salary}) are emptied; what is given beside a {@code clear} of the same value begins anew. With an expected version
 * a change made meanwhile to one of the same fields is refused with both values.
 */
public record UpdateMember(
        MemberId id,
        @Nullable Integer expectedVersion,
        MemberProfile set,
        @Nullable Set<MemberField> clear,
        @Nullable Set<String> clearParts,
        @Nullable String reason,
        @Nullable LocalDate effectiveOn,
        @Nullable Boolean shareMobile) {

    /** Set the given values, whatever the version. */
    public static UpdateMember of(MemberId id, MemberProfile set) {
        return new UpdateMember(id, null, set, null, null, null, null, null);
    }
}
