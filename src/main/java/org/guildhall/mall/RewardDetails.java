package org.guildhall.mall;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * What staff enters about a reward.
 *
 * @param code the house's own number for it: capitals, digits and hyphens
 * @param name as shown where no other language is given
 * @param points price of one piece
 * @param cash money for one piece beside its points, for members of every tier alike, at most {@link #MOST_CASH}; absent (or 0)
 *     for points alone. It is no purchase and earns nothing
 * @param tierPrices prices for members of a tier, where they differ
 * @param firstDay first day it can be redeemed, at once if absent
 * @param lastDay last day, for good if absent
 * @param stores where it can be picked up; every store if none is named
 * @param limitPerMember most pieces one member may have, cancelled and returned ones not counted
 */
public record RewardDetails(
        @NotNull @Pattern(regexp = "[A-Z0-9][A-Z0-9-]{0,31}")
        String code,

        RewardView.@NotNull Kind kind,
        @NotBlank @Size(max = 120) String name,
        @Nullable @Size(max = 120) String nameTw,
        @Nullable @Size(max = 120) String nameEn,
        @Nullable @Size(max = 2000) String description,
        @Min(1) @Max(1_000_000_000) long points,
        @Nullable Money cash,
        @Nullable @Size(max = 20) List<@Valid @NotNull TierPrice> tierPrices,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        @Nullable @Size(max = 500) List<@NotNull UnitId> stores,
        @Nullable @Min(1) @Max(1000) Integer limitPerMember) {

    /** The most money for one piece, in the smallest unit: a million yuan. A constraint keeps it too. */
    public static final long MOST_CASH = 100_000_000L;

    /** Copies the lists; absent ones are empty, and no money is none. */
    public RewardDetails {
        cash = cash == null || cash.minor() == 0 ? null : cash;
        tierPrices = tierPrices == null ? List.of() : List.copyOf(tierPrices);
        stores = stores == null ? List.of() : stores.stream().distinct().toList();
    }

    /** The price of one piece for members of a tier. */
    public record TierPrice(
            @NotBlank @Size(max = 40) String tier,
            @Min(1) @Max(1_000_000_000) long points) {}

    /** What one piece costs a member of this tier. */
    public long price(@Nullable String tier) {
        for (var special : tierPrices()) {
            if (special.tier().equals(tier)) {
                return special.points();
            }
        }
        return points;
    }

    /** What so many pieces cost a member of this tier. */
    public RedemptionPrice price(@Nullable String tier, int quantity) {
        return new RedemptionPrice(
                Math.multiplyExact(price(tier), (long) quantity),
                cash == null ? null : new Money(Math.multiplyExact(cash.minor(), (long) quantity), cash.currency()));
    }

    @Override
    public List<TierPrice> tierPrices() {
        return tierPrices == null ? List.of() : tierPrices;
    }

    @Override
    public List<UnitId> stores() {
        return stores == null ? List.of() : stores;
    }

    /** Whether it can be picked up at the store. */
    public boolean at(UnitId store) {
        return stores().isEmpty() || stores().contains(store);
    }
}
