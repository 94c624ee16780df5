package org.guildhall.access;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A log-in name and its password. */
public record Credentials(
        @NotNull @Size(max = 60) String username,
        @NotNull @Size(max = 200) String password) {

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "Credentials[" + username + "]";
    }
}
