package org.guildhall.sessioncards;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.guildhall.kernel.StaffId;
import org.jspecify.annotations.Nullable;

/**
 * Moves a booking to another time, staff member or place of its store.
 *
 * @param staff who is asked for; anybody free if absent
 * @param place which is asked for; any free one if absent
 */
@Schema(name = "RescheduleSession")
public record Reschedule(
        @NotNull Instant startsAt,
        @Nullable StaffId staff,
        @Nullable UUID place,
        int expectedRevision) {}
