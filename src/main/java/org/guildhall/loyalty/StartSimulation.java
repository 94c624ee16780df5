package org.guildhall.loyalty;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.guildhall.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * Asks what a draft would have made of a period.
 *
 * @param policy kind of the draft
 * @param revision of the draft, as seen
 * @param from first day; a year before the last one when absent
 * @param to last day; today when absent
 * @param price what points are worth; what the counter takes them for when absent; not for policies about money
 */
public record StartSimulation(
        @NotBlank @Size(max = 60) String policy,
        @Min(1) int revision,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable @Valid Price price) {

    /** So many points are worth so much money. */
    @Schema(name = "SimulationPrice")
    public record Price(
            @Min(1) @Max(1_000_000) long points, @NotNull Money money) {}
}
