package org.guildhall.loyalty.returns;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.guildhall.ledger.Shortage;
import org.guildhall.policies.PolicyKind;

/**
 * What a return takes back; the version in force on the day of the return counts.
 *
 * <p>A return takes back what the purchase earned less what the kept part would have earned alone, under the rules of the
 * purchase's day.
 *
 * @param shortage who bears points that were spent already: the member as a debt, or the programme as a loss
 * @param growth whether growth value goes back too
 * @param tier whether the tier follows at once
 */
public record ReturnsPolicy(
        @NotNull Shortage shortage, boolean growth, @NotNull TierAfterReturn tier) {

    /** Missing points become debt, growth goes back, the tier follows at once. */
    public static final ReturnsPolicy DEFAULT = new ReturnsPolicy(Shortage.DEBT, true, TierAfterReturn.RECOMPUTED);

    /** The kind under which it is drafted and published. */
    public static final PolicyKind<ReturnsPolicy> KIND =
            new PolicyKind<>("loyalty.returns", ReturnsPolicy.class, DEFAULT, "4.4");

    /** What a return does to the tier. */
    @Schema(enumAsRef = true)
    public enum TierAfterReturn {
        /** The tier becomes what it would be had the returned part never been bought. */
        RECOMPUTED,
        /** The tier stays until its review. */
        KEPT_UNTIL_REVIEW
    }
}
