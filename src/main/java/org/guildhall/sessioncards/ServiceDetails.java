package org.guildhall.sessioncards;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.guildhall.kernel.Money;

/**
 * What staff enters about a service.
 *
 * @param minutes how long a session takes
 * @param listed what one session costs without a card
 * @param needsStaff whether a booking takes a staff member
 * @param needsPlace whether a booking takes a place
 * @param offered whether new products may contain it
 */
@Schema(name = "SessionServiceDetails")
public record ServiceDetails(
        @NotBlank @Size(max = 60) String name,
        @Min(5) @Max(720) int minutes,
        @NotNull Money listed,
        boolean needsStaff,
        boolean needsPlace,
        boolean offered) {}
