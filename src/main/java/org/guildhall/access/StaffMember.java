package org.guildhall.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.guildhall.kernel.StaffId;
import org.jspecify.annotations.Nullable;

/** A staff member with the posts held now, formerly and in future. */
public record StaffMember(
        StaffId id,
        String username,
        String name,
        @Nullable String contact,
        LocalDate enteredOn,
        @Nullable LocalDate leftOn,
        boolean mustChangePassword,
        @Nullable Instant lockedUntil,
        int version,
        List<Appointment> appointments) {}
