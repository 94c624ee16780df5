package org.guildhall.loyalty;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.guildhall.kernel.Money;
import org.guildhall.platform.JobView;
import org.jspecify.annotations.Nullable;

/**
 * A simulation of a draft: what was asked, how far it is, and what it came to.
 *
 * @param content fingerprint of the draft that was simulated
 * @param of what that draft is by now
 * @param version the first version published with that content
 * @param from first day that is compared
 * @param to last day that is compared
 * @param recordedUntil facts recorded later were not looked at
 * @param millis how long it took
 * @param totals everybody together, once done, of a policy about points
 * @param result everything, when one simulation of such a policy is asked for
 * @param moneyTotals everybody together, once done, of a policy about money
 * @param money everything, when one simulation of such a policy is asked for
 */
public record SimulationView(
        UUID id,
        UUID job,
        String policy,
        int revision,
        String content,
        Of of,
        @Nullable Integer version,
        LocalDate from,
        LocalDate to,
        @Nullable Worth worth,
        String askedBy,
        String askedByName,
        Instant askedAt,
        JobView.State state,
        long done,
        long total,
        @Nullable String failure,
        @Nullable Instant recordedUntil,
        @Nullable Instant finishedAt,
        @Nullable Long millis,
        SimulationResult.@Nullable Totals totals,
        @Nullable SimulationResult result,
        MoneySimulation.@Nullable Totals moneyTotals,
        @Nullable MoneySimulation money) {

    /** What the simulated draft is by now. */
    @Schema(name = "SimulationOf", enumAsRef = true)
    public enum Of {
        /** Still the draft. */
        DRAFT,
        /** Published as it was simulated. */
        VERSION,
        /** Neither: the draft was changed or thrown away since. */
        OUTDATED
    }

    /**
     * What points are worth.
     *
     * @param points so many ...
     * @param money ... are worth so much
     * @param policy the kind of policy that says so; absent when it was entered by hand
     * @param version of that policy
     */
    @Schema(name = "SimulatedWorth")
    public record Worth(
            @Min(1) @Max(1_000_000) long points,
            @NotNull Money money,
            @Nullable String policy,
            @Nullable Integer version) {}
}
