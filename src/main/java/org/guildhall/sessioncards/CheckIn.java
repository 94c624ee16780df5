package org.guildhall.sessioncards;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The member came for a booked session.
 *
 * @param confirmed how the member confirmed that it is used; the rules say whether it must be known
 */
@Schema(name = "CheckInSession")
public record CheckIn(@Nullable Confirmation confirmed) {}
