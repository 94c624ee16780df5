package org.guildhall.sessioncards;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.guildhall.kernel.StaffId;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * Books a session from a card.
 *
 * @param staff who is asked for; anybody free if absent
 * @param place which is asked for; any free one if absent
 */
@Schema(name = "BookSession")
public record BookSession(
        @NotNull UUID card,
        @NotNull UUID service,
        @NotNull UnitId store,
        @NotNull Instant startsAt,
        @Nullable StaffId staff,
        @Nullable UUID place) {}
