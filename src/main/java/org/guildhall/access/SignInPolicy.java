package org.guildhall.access;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * How log-in works: attempts before lock-out and its length, when a session ends unused and at the latest, and how short a
 * password may be.
 */
public record SignInPolicy(
        @Min(3) @Max(20) int failuresBeforeLockOut,
        @Min(1) @Max(1440) int lockOutMinutes,
        @Min(1) @Max(1440) int idleMinutes,
        @Min(1) @Max(168) int longestHours,
        @Min(8) @Max(40) int shortestPassword) {

    /** What holds unless the institution decides otherwise. */
    public static final SignInPolicy DEFAULT = new SignInPolicy(5, 15, 30, 12, 10);
}
