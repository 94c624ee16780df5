package org.guildhall.members;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.StaffId;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/** One line of a member list, masked as the reader's permission says. */
public record MemberRow(
        MemberId id,
        String number,
        MemberKind kind,
        MemberStatus status,
        @Nullable String name,
        @Nullable Gender gender,
        @Nullable String mobile,
        @Nullable UnitId homeUnit,
        @Nullable StaffId adviser,
        LocalDate joinedOn,
        List<String> tags,
        Map<String, Object> columns) {}
