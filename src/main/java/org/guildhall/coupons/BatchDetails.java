package org.guildhall.coupons;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * What staff enters about a batch of coupons.
 *
 * @param code the house's own number for it: capitals, digits and hyphens
 * @param stores where its coupons can be used; every store if none is named
 * @param categories lines of these categories are in its scope ...
 * @param products ... and lines of these products; every line if neither is named
 * @param quantity the most coupons there may be, withdrawn ones not counted
 * @param limitPerMember the most one member may have had, withdrawn ones not counted
 * @param transfers how often a coupon may pass to another member; 0 for never
 * @param exclusive whether it is used alone, beside no other coupon
 * @param place its place in the order in which the coupons of a basket are taken, the lowest first
 */
@Schema(name = "CouponBatchDetails")
public record BatchDetails(
        @NotNull @Pattern(regexp = "[A-Z0-9][A-Z0-9-]{0,31}")
        String code,

        @NotBlank @Size(max = 120) String name,
        @Nullable @Size(max = 2000) String description,
        @NotNull @Valid Benefit benefit,
        @NotNull @Valid Validity validity,
        @Nullable @Size(max = 500) List<@NotNull UnitId> stores,
        @Nullable @Size(max = 200) List<@NotBlank @Size(max = 100) String> categories,
        @Nullable @Size(max = 500) List<@NotBlank @Size(max = 100) String> products,
        @Min(1) @Max(100_000_000) long quantity,
        @Nullable @Min(1) @Max(1000) Integer limitPerMember,
        @Min(0) @Max(100) int transfers,
        boolean exclusive,
        @Min(0) @Max(1000) int place) {

    /** Copies the lists; absent ones are empty. */
    public BatchDetails {
        stores = stores == null ? List.of() : stores.stream().distinct().toList();
        categories =
                categories == null ? List.of() : categories.stream().distinct().toList();
        products = products == null ? List.of() : products.stream().distinct().toList();
    }

    @Override
    public List<UnitId> stores() {
        return stores == null ? List.of() : stores;
    }

    @Override
    public List<String> categories() {
        return categories == null ? List.of() : categories;
    }

    @Override
    public List<String> products() {
        return products == null ? List.of() : products;
    }

    /** Whether its coupons can be used at the store. */
    public boolean at(UnitId store) {
        return stores().isEmpty() || stores().contains(store);
    }

    /** What a coupon of it offers at the counter. */
    public CouponOffer offer() {
        return new CouponOffer(benefit, categories(), products(), exclusive, place);
    }
}
