package org.guildhall.access;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes somebody on: log-in name, name, first day and posts. */
public record HireStaff(
        @NotBlank @Size(min = 2, max = 60) @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._@-]*")
        String username,

        @NotBlank @Size(max = 100) String name,
        @Nullable @Size(max = 100) String contact,
        @NotNull LocalDate enteredOn,
        @NotNull @Size(max = 20) List<@Valid @NotNull Appoint> appointments) {}
