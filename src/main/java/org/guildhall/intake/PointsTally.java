package org.guildhall.intake;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What came of a history of points.
 *
 * @param periods periods of members newly recorded
 * @param earned what they come to, as do the next two
 * @param openings members whose opening balance was booked or changed
 * @param openingPoints net change of opening balances
 * @param differing periods that the file tells in different ways
 * @param repeated the first periods that the file tells more than once, those told differently before the others
 */
@Schema(name = "ImportPoints")
public record PointsTally(
        long periods,
        long earned,
        long redeemed,
        long expired,
        long openings,
        long openingPoints,
        long differing,
        List<Repeated> repeated) {

    /** So many repeated periods are named. */
    public static final int NAMED = 20;

    private static final Comparator<Repeated> ORDER = Comparator.comparing((Repeated one) -> !one.differing())
            .thenComparing(one -> one.rows().getFirst());

    /** Keeps the first repeated periods. */
    public PointsTally {
        repeated = repeated.stream().sorted(ORDER).limit(NAMED).toList();
    }

    /**
     * A period that the file tells more than once.
     *
     * @param member as the file names the member
     * @param rows where it is told
     * @param counted whether some of it is taken
     * @param earned what is taken, as are the next two
     */
    @Schema(name = "ImportRepeated")
    public record Repeated(
            String member,
            LocalDate period,
            List<Long> rows,
            boolean differing,
            boolean counted,
            long earned,
            long redeemed,
            long expired) {}

    /** Both together. */
    PointsTally plus(PointsTally o) {
        return new PointsTally(
                periods + o.periods,
                earned + o.earned,
                redeemed + o.redeemed,
                expired + o.expired,
                openings + o.openings,
                openingPoints + o.openingPoints,
                differing + o.differing,
                Stream.concat(repeated.stream(), o.repeated.stream()).toList());
    }

    /** What the balances of the members come to by it. */
    @com.fasterxml.jackson.annotation.JsonIgnore
    public long net() {
        return earned - redeemed - expired + openingPoints;
    }
}
