package org.guildhall.sessioncards;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.guildhall.kernel.StaffId;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * Uses one session at a store without a booking.
 *
 * @param confirmed how the member confirmed it; the rules say whether it must be known
 */
@Schema(name = "UseSession")
public record UseSession(
        @NotNull UUID service,
        @NotNull UnitId store,
        @Nullable StaffId staff,
        @Nullable Confirmation confirmed) {}
