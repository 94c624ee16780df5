package org.guildhall.access;

import java.time.Instant;
import java.util.List;
import org.guildhall.kernel.StaffId;

/** Who is logged in, with which posts and permissions, until when at the latest. */
public record SessionView(
        StaffId staff,
        String username,
        String name,
        boolean mustChangePassword,
        List<Appointment> posts,
        List<Grant> permissions,
        PostPowers powers,
        Instant expiresAt) {}
