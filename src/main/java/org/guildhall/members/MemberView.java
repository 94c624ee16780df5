package org.guildhall.members;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.StaffId;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * A member as the reader may see it: values in {@code masked} are shown in part, values in {@code stale} want confirming,
 * {@code legalNext} are the statuses it may move to. {@code knownAt} is set when it shows the past.
 */
public record MemberView(
        MemberId id,
        String number,
        MemberKind kind,
        MemberStatus status,
        int version,
        MemberProfile profile,
        @Nullable String regionName,
        @Nullable UnitId homeUnit,
        @Nullable StaffId adviser,
        LocalDate joinedOn,
        List<String> tags,
        List<ExternalKey> externals,
        Set<MemberField> masked,
        Set<MemberField> stale,
        List<String> warnings,
        Set<MemberStatus> legalNext,
        Instant registeredAt,
        @Nullable Instant erasedAt,
        @Nullable Instant knownAt) {}
