package org.guildhall.approvals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.guildhall.kernel.StaffId;
import org.jspecify.annotations.Nullable;

/** Powers lent by one to another for some days. */
public record Delegation(
        UUID id,
        StaffId from,
        String fromName,
        StaffId to,
        String toName,
        LocalDate firstDay,
        LocalDate lastDay,
        String reason,
        @Nullable Instant endedAt) {}
