package org.guildhall.loyalty;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Points;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * An occasion and what it brought.
 *
 * @param survey what was answered
 * @param referred who was brought
 * @param points what it brought, whatever became of it later
 * @param takenBack when and why it was taken back, if it was
 */
@Schema(name = "Occasion")
public record OccasionView(
        UUID id,
        OccasionKind kind,
        String source,
        String number,
        MemberId member,
        Instant occurredAt,
        Instant recordedAt,
        @Nullable UnitId store,
        @Nullable String survey,
        @Nullable MemberId referred,
        Points points,
        Points growth,
        @Nullable TakenBack takenBack) {

    /** When and why it was taken back. */
    @Schema(name = "OccasionTakenBack")
    public record TakenBack(UUID id, Instant at, String reason) {}
}
