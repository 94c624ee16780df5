package org.guildhall.loyalty.occasions;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.guildhall.loyalty.OccasionFact;
import org.jspecify.annotations.Nullable;

/**
 * What an occasion brought, and how that came about.
 *
 * @param rule of its kind on its day, if there was one
 * @param barred what kept it from counting
 * @param base points by the rule, multiplied as the tier is where the rule says so
 * @param bonus points for days in a row
 * @param cut the cap that cut the points
 */
public record Judged(
        OccasionFact fact,
        LocalDate day,
        Circumstances circumstances,
        @Nullable OccasionRule rule,
        @Nullable Barred barred,
        long base,
        long bonus,
        @Nullable Cut cut,
        long points,
        long growth) {

    /** On which tier the member was. */
    public record Circumstances(String tier, BigDecimal multiplier) {}

    /** Why an occasion does not count: {@code no-rule}, {@code about}, or beyond the most of a {@code day}, a {@code month}, {@code ever}. */
    public record Barred(String by, long most) {}

    /** The cap that cut the points, of a {@code day} or a {@code month}. */
    public record Cut(String by, long limit, long before) {}

    static Judged barred(OccasionFact fact, LocalDate day, Circumstances on, @Nullable OccasionRule rule, Barred by) {
        return new Judged(fact, day, on, rule, by, 0, 0, null, 0, 0);
    }

    /** Whether it counts among those of its kind. */
    boolean counts() {
        return barred == null;
    }
}
