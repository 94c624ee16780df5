package org.guildhall.kernel;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far from today somebody fixes a day by hand: ten years at most. What is further is a slip of the pen, and would stand unseen
 * for as long as the house does.
 */
public final class Horizon {

    private static final int YEARS = 10;

    private Horizon() {}

    /** Refuses a day, under the name of its field, more than ten years after today; no day is none too far. */
    public static void require(String field, @Nullable LocalDate day, LocalDate today) {
        var far = tooFar(field, day, today);
        if (far != null) {
            throw Refusal.of(new InvalidInput(List.of(far)));
        }
    }

    /** What is wrong with a day of an offer more than ten years before or after today; null if nothing. */
    public static Refusal.@Nullable Field outside(String field, @Nullable LocalDate day, LocalDate today) {
        var earliest = today.minusYears(YEARS);
        return day != null && day.isBefore(earliest)
                ? new Refusal.Field(field, day.toString(), "not-long-ago", Map.of("earliest", earliest, "years", YEARS))
                : tooFar(field, day, today);
    }

    private static Refusal.@Nullable Field tooFar(String field, @Nullable LocalDate day, LocalDate today) {
        var latest = today.plusYears(YEARS);
        return day != null && day.isAfter(latest)
                ? new Refusal.Field(field, day.toString(), "within-horizon", Map.of("latest", latest, "years", YEARS))
                : null;
    }
}
