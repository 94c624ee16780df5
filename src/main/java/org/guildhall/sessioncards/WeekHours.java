package org.guildhall.sessioncards;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalTime;
import org.guildhall.kernel.StaffId;
import org.jspecify.annotations.Nullable;

/**
 * Hours on a day of the week, by the clock of the company.
 *
 * @param staff who serves then; absent for the opening hours of the store
 * @param weekday 1 is Monday
 * @param opens as 09:30
 */
@Schema(name = "SessionWeekHours")
public record WeekHours(
        @Nullable StaffId staff,
        @Min(1) @Max(7) int weekday,
        @NotNull @Pattern(regexp = CLOCK) String opens,
        @NotNull @Pattern(regexp = CLOCK) String closes) {

    private static final String CLOCK = "([01]\\d|2[0-3]):[0-5]\\d";

    /** From when. */
    public LocalTime from() {
        return LocalTime.parse(opens);
    }

    /** Until when. */
    public LocalTime to() {
        return LocalTime.parse(closes);
    }
}
