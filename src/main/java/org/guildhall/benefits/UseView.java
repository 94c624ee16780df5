package org.guildhall.benefits;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * That a member used a benefit.
 *
 * @param version of the catalogue that decided
 * @param tier the member's then
 * @param grant the assignment or grant that entitled; absent for a tier
 * @param checkout the purchase it was taken off; absent where it was used by itself
 * @param heads the member and guests
 * @param appliedTo what a discount was taken from
 * @param cost what it cost the house; of a discount what it took off
 * @param takenBack absent while it stands
 */
@Schema(name = "BenefitUse")
public record UseView(
        UUID id,
        MemberId member,
        String benefit,
        String name,
        BenefitKind kind,
        int version,
        EntitlementView.By by,
        @Nullable String tier,
        @Nullable UUID grant,
        String period,
        LocalDate periodStart,
        @Nullable Integer most,
        UnitId store,
        boolean withCode,
        @Nullable UUID checkout,
        int heads,
        @Nullable Money appliedTo,
        Money cost,
        Instant occurredAt,
        Instant recordedAt,
        String actor,
        @Nullable TakenBack takenBack) {

    /** How it was taken back. */
    @Schema(name = "BenefitUseTakenBack")
    public record TakenBack(String reason, Instant at, String actor) {}
}
