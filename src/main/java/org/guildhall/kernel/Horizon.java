package org.guildhall.kernel;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far ahead somebody fixes a day by hand: ten years at most. What is further is a slip of the pen, and would stand unseen
 * for as long as the house does.
 */
public final class Horizon {

    private static final int YEARS = 10;

    private Horizon() {}

    /** Refuses a day, under the name of its field, more than ten years after today; no day is none too far. */
    public static void require(String field, @Nullable LocalDate day, LocalDate today) {
        var latest = today.plusYears(YEARS);
        if (day != null && day.isAfter(latest)) {
            throw Refusal.of(new InvalidInput(List.of(new Refusal.Field(
                    field, day.toString(), "within-horizon", Map.of("latest", latest, "years", YEARS)))));
        }
    }
}
