package org.guildhall.finance;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.guildhall.kernel.Money;
import org.guildhall.policies.PolicyKind;

/**
 * How what is owed to members is valued, and when enough is known to expect that some of it lapses unused.
 *
 * @param fenPerPoint what a point is worth, in fen
 * @param fewestMonths how many months of issue must have run off before breakage is estimated
 * @param confidencePercent how sure the interval of the estimate is to be
 */
public record LiabilityPolicy(
        @NotNull @DecimalMin("0") @Digits(integer = 4, fraction = 4)
        BigDecimal fenPerPoint,

        @Min(2) @Max(120) int fewestMonths,
        @Min(50) @Max(99) int confidencePercent) {

    /** A hundred points are worth one yuan; six months of issue, nine times in ten. */
    public static final LiabilityPolicy DEFAULT = new LiabilityPolicy(BigDecimal.ONE, 6, 90);

    /** The kind under which it is drafted and published. */
    public static final PolicyKind<LiabilityPolicy> KIND =
            new PolicyKind<>("finance.liability", LiabilityPolicy.class, DEFAULT, "4.13");

    /** What so many points are worth, to the nearest fen. */
    public Money worth(long points) {
        return Money.cny(BigDecimal.valueOf(points)
                .multiply(fenPerPoint)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact());
    }
}
