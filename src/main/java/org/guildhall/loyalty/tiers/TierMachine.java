package org.guildhall.loyalty.tiers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.loyalty.tiers.TierStep.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Moves one member on the ladder through time: up at once on reaching a threshold, reviewed when the validity ends, re-rated
 * when the standard changes, lowered by returns where the policy says so. Fed in order of time.
 *
 * <p>The tier in effect is the higher of the one qualified for and those granted by hand.
 */
public final class TierMachine {

    private final TierCalendar calendar;
    private final Contributions contributions;
    private final LocalDate joinedOn;
    private final LocalDate start;
    private final Map<LocalDate, LocalDate> postponed;
    private final List<TierStep> steps = new ArrayList<>(2);
    private final List<TierGrant> grants = new ArrayList<>(0);
    private final List<LocalDate> reviews = new ArrayList<>(1);
    private TierRules rules;
    private @Nullable LocalDate nextStandard;
    private int held;
    private LocalDate confirmedOn;
    private @Nullable LocalDate reviewOn;
    private @Nullable LocalDate graceFrom;
    private @Nullable LocalDate notBefore;
    private String effective;
    private int visible;

    /**
     * A member who begins on the entry tier on {@code start}; anniversaries count from {@code joinedOn}. A review whose day is
     * among those {@code postponed} is held on the day named there instead.
     */
    public TierMachine(
            TierCalendar calendar,
            Contributions contributions,
            LocalDate joinedOn,
            LocalDate start,
            Map<LocalDate, LocalDate> postponed) {
        this.calendar = calendar;
        this.contributions = contributions;
        this.joinedOn = joinedOn;
        this.start = start;
        this.postponed = postponed;
        rules = calendar.tiersOn(start);
        nextStandard = calendar.nextTiersAfter(start);
        confirmedOn = start;
        effective = rules.policy().ladder().getFirst().code();
        steps.add(new TierStep(startOf(start), null, effective, Reason.JOINED, version(), null));
    }

    /** Carries out what falls due until the morning of the day: new standards, reviews, ends of grants. */
    public void through(LocalDate day) {
        for (var next = nextDue(); next != null && !next.isAfter(day); next = nextDue()) {
            if (next.equals(nextStandard)) {
                standard(next);
            } else if (next.equals(reviewOn)) {
                review(next);
            } else {
                var ended = next;
                grants.removeIf(grant ->
                        grant.until() != null && grant.until().plusDays(1).equals(ended));
                step(Reason.GRANT_ENDED, startOf(next), null, false);
            }
        }
    }

    /** The contribution added last counts from now on. */
    public void bought(LocalDate day, Instant at, UUID fact) {
        visible++;
        if (graceFrom != null && rules.reachedBy(total(graceFrom, day)) >= held) {
            confirm(held, day);
            step(Reason.REVIEW_KEPT, at, fact, true);
        }
        int reached = rules.reachedBy(total(rules.windowStart(day, joinedOn), day));
        if (reached > held) {
            confirm(reached, day);
            step(Reason.UPGRADE, at, fact, false);
        }
    }

    /** A contribution was lowered: the tier becomes what it would be without the returned part, never higher. */
    public void returned(List<LocalDate> days, LocalDate day, Instant at, UUID fact) {
        if (held == 0) {
            return;
        }
        var without = new TierMachine(calendar, contributions, joinedOn, start, postponed);
        for (int i = 0; i < visible; i++) {
            without.through(days.get(i));
            without.bought(days.get(i), at, fact);
        }
        without.through(day);
        if (without.held < held) {
            held = without.held;
            confirmedOn = without.confirmedOn;
            reviewOn = without.reviewOn;
            graceFrom = without.graceFrom;
            notBefore = without.notBefore;
            step(Reason.RETURN, at, fact, false);
        }
    }

    /** A tier is granted by hand. */
    public void granted(TierGrant grant) {
        if (rules.placeOf(grant.tier()) >= 0) {
            grants.add(grant);
            step(Reason.GRANTED, grant.from(), grant.id(), false);
        }
    }

    /** The next day on which something falls due by the passing of time alone; new standards aside. */
    public @Nullable LocalDate dueOn() {
        return earlier(reviewOn, grantEnd());
    }

    /** The tier in effect. */
    public TiersPolicy.Tier tier() {
        return rules.policy().ladder().get(Math.max(0, rules.placeOf(effective)));
    }

    /** The place in the ladder the member qualified for. */
    public int held() {
        return held;
    }

    /** The rules in force. */
    public TierRules rules() {
        return rules;
    }

    /** When the tier is reviewed; absent on the entry tier and when it never is. */
    public @Nullable LocalDate reviewOn() {
        return reviewOn;
    }

    /** First day that counts while a failed review can still be mended; absent otherwise. */
    public @Nullable LocalDate graceFrom() {
        return graceFrom;
    }

    /** Last day on which the tier in effect is certain; absent when it has no end. */
    public @Nullable LocalDate keepUntil() {
        int place = rules.placeOf(effective);
        LocalDate until = held >= place && reviewOn != null ? reviewOn.minusDays(1) : null;
        if (held < place) {
            for (var grant : grants) {
                if (rules.placeOf(grant.tier()) >= place) {
                    if (grant.until() == null) {
                        return null;
                    }
                    until = until == null || grant.until().isAfter(until) ? grant.until() : until;
                }
            }
        }
        return until;
    }

    /** The day of the first review held from a day on; absent when there was none. */
    public @Nullable LocalDate firstReviewFrom(@Nullable LocalDate day) {
        return reviews.stream()
                .filter(review -> day == null || !review.isBefore(day))
                .findFirst()
                .orElse(null);
    }

    /** Every step so far, in order. */
    public List<TierStep> steps() {
        return steps;
    }

    private void standard(LocalDate day) {
        var before = rules;
        var heldCode = before.policy().ladder().get(held).code();
        rules = calendar.tiersOn(day);
        nextStandard = calendar.nextTiersAfter(day);
        int mapped = rules.placeOf(heldCode);
        if (!rules.sameStandard(before)) {
            int reached = reachedAtStandard(day);
            boolean stays = mapped >= 0
                    && reached < mapped
                    && (rules.policy().introduction() == TiersPolicy.Introduction.AT_REVIEW
                            || rules.policy().review() == TiersPolicy.Review.KEEP);
            if (!stays && reached != mapped) {
                confirm(reached, day);
                step(Reason.STANDARD_CHANGED, startOf(day), null, false);
                return;
            }
        }
        held = Math.max(0, mapped);
        if (graceFrom == null) {
            var review = later(rules.reviewOn(confirmedOn, joinedOn), day);
            reviewOn = held == 0 ? null : notBefore == null ? review : later(review, notBefore);
        }
        step(Reason.STANDARD_CHANGED, startOf(day), null, false);
    }

    /** By the better of two periods: the one that gave the tier held, and the present one. */
    private int reachedAtStandard(LocalDate day) {
        var eve = day.minusDays(1);
        long present = total(rules.windowStart(eve, joinedOn), eve);
        long then = total(rules.windowStart(confirmedOn, joinedOn), confirmedOn.isAfter(eve) ? eve : confirmedOn);
        return rules.reachedBy(Math.max(present, then));
    }

    private void review(LocalDate day) {
        var instead = postponed.get(day);
        if (instead == null || !instead.isAfter(day)) {
            decide(day);
        } else {
            reviewOn = instead;
            notBefore = instead;
            step(Reason.REVIEW_POSTPONED, startOf(day), null, true);
        }
    }

    private void decide(LocalDate day) {
        reviews.add(day);
        var policy = rules.policy();
        var from = graceFrom == null ? rules.reviewStart(day, joinedOn) : graceFrom;
        int reached = rules.reachedBy(total(from, day.minusDays(1)));
        if (reached >= held || policy.review() == TiersPolicy.Review.KEEP) {
            confirm(Math.max(held, reached), day);
            step(Reason.REVIEW_KEPT, startOf(day), null, true);
        } else if (graceFrom == null && policy.graceDays() > 0) {
            graceFrom = from;
            reviewOn = day.plusDays(policy.graceDays());
        } else {
            confirm(policy.review() == TiersPolicy.Review.ONE_DOWN ? held - 1 : reached, day);
            step(Reason.REVIEW_DOWN, startOf(day), null, false);
        }
    }

    private void confirm(int place, LocalDate day) {
        held = place;
        confirmedOn = day;
        graceFrom = null;
        notBefore = null;
        reviewOn = place == 0 ? null : rules.reviewOn(day, joinedOn);
    }

    private void step(Reason reason, Instant at, @Nullable UUID fact, boolean evenIfSame) {
        int place = held;
        for (var grant : grants) {
            place = Math.max(place, rules.placeOf(grant.tier()));
        }
        var now = rules.policy().ladder().get(place).code();
        if (!now.equals(effective) || (evenIfSame && place == held)) {
            steps.add(new TierStep(at, effective, now, reason, version(), fact));
            effective = now;
        }
    }

    private long total(LocalDate from, LocalDate through) {
        return rules.total(contributions, from, through, visible);
    }

    private int version() {
        return rules.inForce().version();
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(calendar.zone()).toInstant();
    }

    private @Nullable LocalDate nextDue() {
        return earlier(nextStandard, dueOn());
    }

    private @Nullable LocalDate grantEnd() {
        LocalDate end = null;
        for (var grant : grants) {
            end = earlier(end, grant.until() == null ? null : grant.until().plusDays(1));
        }
        return end;
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    private static @Nullable LocalDate later(@Nullable LocalDate review, LocalDate day) {
        return review != null && review.isBefore(day) ? day : review;
    }
}
