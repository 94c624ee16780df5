package org.guildhall.access;

import java.time.LocalDate;
import java.util.UUID;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/** A post held in a unit from a day until the day before another. */
public record Appointment(
        UUID id,
        PostId post,
        String postCode,
        String postName,
        UnitId unit,
        String unitName,
        LocalDate from,
        @Nullable LocalDate until) {}
