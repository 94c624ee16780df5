package org.guildhall.cashback;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.util.List;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.UnitId;
import org.guildhall.policies.PolicyKind;
import org.guildhall.policies.Refers;

/**
 * What the goods of a purchase bring its buyer; the version in force on the day of the purchase decides.
 *
 * <p>Each line brings the percent of the first rate that applies to it, fractions of the smallest unit dropped; then the caps cut
 * from the last line, and in a month from the last purchase.
 *
 * @param leastPurchase what must stay of a purchase after returns for it to bring anything
 * @param mostPerPurchase the most one purchase brings
 * @param mostPerMonth the most all purchases of a member in one month bring
 * @param settleDays how long it waits: it is credited so many days after the purchase at the earliest
 */
public record CashbackPolicy(
        @NotNull @Size(max = 50) List<@Valid @NotNull Rate> rates,
        @NotNull Money leastPurchase,
        @NotNull Money mostPerPurchase,
        @NotNull Money mostPerMonth,
        @Min(1) @Max(365) int settleDays) {

    /** Nothing brings anything. */
    public static final CashbackPolicy DEFAULT =
            new CashbackPolicy(List.of(), Money.cny(0), Money.cny(10_000), Money.cny(50_000), 15);

    /** The kind under which it is drafted and published. */
    public static final PolicyKind<CashbackPolicy> KIND =
            new PolicyKind<>("cashback.rates", CashbackPolicy.class, DEFAULT, "4.16", CashbackPolicyCheck::broken);

    /** Copies the list. */
    public CashbackPolicy {
        rates = List.copyOf(rates);
    }

    /**
     * A percent for some goods; what is left empty matters not.
     *
     * @param basisPoints hundredths of a percent
     */
    @Schema(name = "CashbackRate")
    public record Rate(
            @NotBlank @Size(max = 60) String name,
            @Min(1) @Max(5_000) int basisPoints,
            @NotNull @Size(max = 200) List<@NotBlank @Size(max = 100) String> categories,
            @NotNull @Size(max = 200) List<@Refers("store") UnitId> stores,
            @NotNull @Size(max = 20) List<@NotBlank @Size(max = 40) @Refers("tier") String> tiers,
            @NotNull @Size(max = 7) List<DayOfWeek> weekdays) {

        /** Copies the lists. */
        public Rate {
            categories = List.copyOf(categories);
            stores = List.copyOf(stores);
            tiers = List.copyOf(tiers);
            weekdays = List.copyOf(weekdays);
        }
    }
}
