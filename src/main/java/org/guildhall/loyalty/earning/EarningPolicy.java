package org.guildhall.loyalty.earning;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.guildhall.policies.PolicyKind;

/**
 * What purchases earn.
 *
 * <p>Stated order: base points per line (rules add up) → multipliers of the line and of the tier, as {@code stacking} says →
 * the sum of the lines is rounded once, as {@code rounding} says → fixed bonuses are added → caps cut per purchase, day and
 * month. Growth value is base growth per line, summed and rounded the same way, without multipliers and caps.
 *
 * @param currencies accepted currencies; the first is the base with rate 1
 */
public record EarningPolicy(
        @NotNull @Size(max = 100) List<@Valid @NotNull EarningRule> rules,
        @NotNull Stacking stacking,
        @NotNull Rounding rounding,
        @NotNull @Valid Caps caps,
        @NotEmpty @Size(max = 20) List<@Valid @NotNull CurrencyRate> currencies) {

    /** One point and one growth value for each yuan, fractions dropped. */
    public static final EarningPolicy DEFAULT = new EarningPolicy(
            List.of(
                    new EarningRule("base-points", null, List.of(), new Effect.PointsPerMoney(BigDecimal.ONE)),
                    new EarningRule("base-growth", null, List.of(), new Effect.GrowthPerMoney(BigDecimal.ONE))),
            Stacking.MULTIPLY,
            Rounding.DOWN,
            Caps.NONE,
            List.of(new CurrencyRate("CNY", BigDecimal.ONE)));

    /** The kind under which it is drafted and published. */
    public static final PolicyKind<EarningPolicy> KIND =
            new PolicyKind<>("loyalty.earning", EarningPolicy.class, DEFAULT, "4.1", EarningChecks::of);

    public EarningPolicy {
        rules = List.copyOf(rules);
        currencies = List.copyOf(currencies);
    }
}
