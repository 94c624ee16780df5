package org.guildhall.loyalty.tiers;

import java.time.LocalDate;
import org.guildhall.policies.InForce;
import org.jspecify.annotations.Nullable;

/** One version of the tier policy, ready to be asked: which tier a total reaches, which days a window holds, when to review. */
public record TierRules(InForce<TiersPolicy> inForce) {

    /** The policy. */
    public TiersPolicy policy() {
        return inForce.policy();
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

    /** Whether another version asks for the same: ladder thresholds, measure and window. */
    public boolean sameStandard(TierRules other) {
        return policy().measure() == other.policy().measure()
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
