package org.guildhall.loyalty.tiers;

import java.time.LocalDate;
import java.util.List;
import org.guildhall.policies.InForce;
import org.jspecify.annotations.Nullable;

/**
 * One version of the tier policy, ready to be asked: what counts, which tier a total reaches, which days a window holds, when
 * to review.
 *
 * @param spendDigits decimals of the base currency
 */
public record TierRules(InForce<TiersPolicy> inForce, int spendDigits) {

    /** The policy. */
    public TiersPolicy policy() {
        return inForce.policy();
    }

    /** What counts from one day through another, over the first {@code visible} purchases, in the measure's unit. */
    public long total(Contributions contributions, LocalDate from, LocalDate through, int visible) {
        return switch (policy().measure()) {
            case GROWTH -> contributions.total(Counted.GROWTH, from, through, visible);
            case SPEND -> contributions.total(Counted.SPEND, from, through, visible);
            case VISITS -> contributions.total(Counted.VISITS, from, through, visible);
            case POINTS -> contributions.total(Counted.POINTS, from, through, visible);
            case FORMULA -> formula().score(contributions.sums(from, through, visible));
        };
    }

    /** How the score is made up; without terms where the measure is another. */
    public Formula formula() {
        var terms = policy().formula();
        return new Formula(terms == null ? List.of() : terms, spendDigits);
    }

    /** The place in the ladder that a total reaches. */
    public int reachedBy(long total) {
        int tier = policy().ladder().size() - 1;
        while (tier > 0 && policy().ladder().get(tier).threshold() > total) {
            tier--;
        }
        return tier;
    }

    /** The place of a tier in the ladder, -1 if it is not in it. */
    public int placeOf(String code) {
        for (int i = 0; i < policy().ladder().size(); i++) {
            if (policy().ladder().get(i).code().equals(code)) {
                return i;
            }
        }
        return -1;
    }

    /** First day of the window that ends with the given day. */
    public LocalDate windowStart(LocalDate through, LocalDate joinedOn) {
        return switch (policy().window()) {
            case TiersPolicy.Window.RollingMonths(int months) ->
                through.minusMonths(months).plusDays(1);
            case TiersPolicy.Window.CalendarYear ignored -> LocalDate.of(through.getYear(), 1, 1);
            case TiersPolicy.Window.Anniversary ignored -> anniversary(joinedOn, through, 0);
            case TiersPolicy.Window.Lifetime ignored -> LocalDate.MIN;
        };
    }

    /**
     * First day that counts at a review on the given day. A rolling window reaches to the review's own day, so that the
     * purchase that gave a tier does not also keep it, on the last days of a long month neither; others are those of the day
     * before.
     */
    public LocalDate reviewStart(LocalDate reviewOn, LocalDate joinedOn) {
        if (policy().window() instanceof TiersPolicy.Window.RollingMonths(int months)) {
            var start = windowStart(reviewOn, joinedOn);
            while (!start.plusMonths(months).isAfter(reviewOn)) {
                start = start.plusDays(1);
            }
            return start;
        }
        return windowStart(reviewOn.minusDays(1), joinedOn);
    }

    /** Last day on which purchases still count together with those of today; absent when days drop out one by one or never. */
    public @Nullable LocalDate windowEnd(LocalDate today, LocalDate joinedOn) {
        return switch (policy().window()) {
            case TiersPolicy.Window.RollingMonths ignored -> null;
            case TiersPolicy.Window.CalendarYear ignored -> LocalDate.of(today.getYear(), 12, 31);
            case TiersPolicy.Window.Anniversary ignored ->
                anniversary(joinedOn, today, 1).minusDays(1);
            case TiersPolicy.Window.Lifetime ignored -> null;
        };
    }

    /** The day of the review of a tier gained or kept on the given day: its first day that is no longer certain. */
    public @Nullable LocalDate reviewOn(LocalDate confirmedOn, LocalDate joinedOn) {
        return switch (policy().validity()) {
            case TiersPolicy.Validity.Months(int months) -> confirmedOn.plusMonths(months);
            case TiersPolicy.Validity.YearEnd(int after) -> LocalDate.of(confirmedOn.getYear() + after + 1, 1, 1);
            case TiersPolicy.Validity.NextAnniversary ignored -> anniversary(joinedOn, confirmedOn, 1);
            case TiersPolicy.Validity.Forever ignored -> null;
        };
    }

    /** Whether another version asks for the same: ladder thresholds, measure, weights and window. */
    public boolean sameStandard(TierRules other) {
        return policy().measure() == other.policy().measure()
                && policy().weights().equals(other.policy().weights())
                && policy().window().equals(other.policy().window())
                && policy().codes().equals(other.policy().codes())
                && policy().ladder().stream()
                        .map(TiersPolicy.Tier::threshold)
                        .toList()
                        .equals(other.policy().ladder().stream()
                                .map(TiersPolicy.Tier::threshold)
                                .toList());
    }

    /**
     * The last anniversary of joining on or before the day, and so many years on; of a leap day it is the last of February in
     * other years.
     */
    private static LocalDate anniversary(LocalDate joinedOn, LocalDate day, int yearsOn) {
        long years = (long) day.getYear() - joinedOn.getYear();
        if (joinedOn.plusYears(years).isAfter(day)) {
            years--;
        }
        return joinedOn.plusYears(years + yearsOn);
    }
}
