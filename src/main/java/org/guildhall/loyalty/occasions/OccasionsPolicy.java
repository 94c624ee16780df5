package org.guildhall.loyalty.occasions;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.guildhall.loyalty.OccasionKind;
import org.guildhall.members.MemberField;
import org.guildhall.policies.PolicyKind;
import org.jspecify.annotations.Nullable;

/**
 * What occasions that are no purchases bring.
 *
 * <p>Stated order: an occasion of a kind without a rule, or beyond what its rule lets count, brings nothing → the rule's points,
 * multiplied as the tier is where the rule says so, fractions dropped → the bonus for days in a row → caps cut per day and month.
 * Growth value is neither multiplied nor capped. What counts on a day or in a month is what stood when the occasion happened,
 * less what had been taken back by then. A survey counts once, and so does a member who was brought.
 *
 * @param profile what has to be known of a member for the profile to be complete
 * @param streak what checking in on days in a row brings beside
 * @param pointsPerDay the most points that occasions bring on one day
 * @param pointsPerMonth the most points that occasions bring in one calendar month
 * @param daysBack how many days after its own an occasion may still be recorded by hand
 * @param referralDays how many days after joining somebody still counts as brought
 */
public record OccasionsPolicy(
        @NotNull @Size(max = 10) List<@Valid @NotNull OccasionRule> rules,
        @NotNull @Size(max = 11) List<@NotNull MemberField> profile,
        @Nullable @Valid Streak streak,
        @Nullable @Min(0) Long pointsPerDay,
        @Nullable @Min(0) Long pointsPerMonth,
        @Min(0) @Max(31) int daysBack,
        @Min(0) @Max(365) int referralDays) {

    private static final int A_MONTH = 30;

    /** Nothing but purchases brings anything. */
    public static final OccasionsPolicy DEFAULT =
            new OccasionsPolicy(List.of(), List.of(), null, null, null, 0, A_MONTH);

    /** The kind under which it is drafted and published. */
    public static final PolicyKind<OccasionsPolicy> KIND =
            new PolicyKind<>("loyalty.occasions", OccasionsPolicy.class, DEFAULT, "4.35", OccasionChecks::of);

    /** Copies the lists. */
    public OccasionsPolicy {
        rules = rules == null ? List.of() : List.copyOf(rules);
        profile = profile == null ? List.of() : List.copyOf(profile);
    }

    /**
     * The bonus for checking in so many days in a row; then the count begins anew.
     *
     * @param days the last of so many days in a row brings the bonus
     */
    @Schema(name = "CheckInStreak")
    public record Streak(
            @Min(2) @Max(366) int days,
            @Min(1) @Max(OccasionRule.MOST) long points) {}

    /** The rule of a kind, if there is one. */
    public Optional<OccasionRule> rule(OccasionKind kind) {
        return rules.stream().filter(rule -> rule.kind() == kind).findFirst();
    }
}
