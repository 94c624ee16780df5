package org.guildhall.access;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Replaces the own password. */
public record ChangePassword(
        @NotNull @Size(max = 200) String current,
        @NotNull @Size(max = 200) String next) {

    /** Leaves the passwords out. */
    @Override
    public String toString() {
        return "ChangePassword[]";
    }
}
