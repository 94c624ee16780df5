package org.guildhall.access;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/** Appoints somebody to a post in a unit, open-ended unless a first day without it is given. */
public record Appoint(
        @NotNull PostId post,
        @NotNull UnitId unit,
        @NotNull LocalDate from,
        @Nullable LocalDate until) {}
