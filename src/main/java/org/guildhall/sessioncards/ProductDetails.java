package org.guildhall.sessioncards;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * What staff enters about a card that is sold.
 *
 * @param days how long it is good for; absent for a card without an end, and only then
 * @param stores where it is sold and used; everywhere if none is named
 * @param unlimited present for a card that is used as often as the member comes while its days last: the days are what is sold
 */
@Schema(name = "SessionProductDetails")
public record ProductDetails(
        @NotBlank @Size(max = 60) String name,
        @NotNull Money price,
        @NotEmpty @Size(max = 20) List<@Valid @NotNull Item> items,
        @NotNull Starts starts,
        @Nullable @Min(1) @Max(36_500) Integer days,
        @Nullable @Size(max = 500) List<@NotNull UnitId> stores,
        @Nullable @Valid Unlimited unlimited) {

    /** Copies the lists. */
    public ProductDetails {
        items = items == null ? List.of() : List.copyOf(items);
        stores = stores == null ? List.of() : stores.stream().distinct().toList();
    }

    @Override
    public List<UnitId> stores() {
        return stores == null ? List.of() : stores;
    }

    /** So many sessions of a service; no number on a card of unlimited use, and only there. */
    @Schema(name = "SessionProductItem")
    public record Item(
            @NotNull UUID service,
            @Nullable @Min(1) @Max(1000) Integer sessions) {}

    /**
     * What a card of unlimited use allows.
     *
     * @param daily how often at most a day; absent for as often as the member comes
     */
    @Schema(name = "SessionProductUnlimited")
    public record Unlimited(@Nullable @Min(1) @Max(100) Integer daily) {}

    /** From when a card's days count. */
    @Schema(name = "SessionCardStart", enumAsRef = true)
    public enum Starts {
        /** It has no end. */
        @JsonProperty("endless")
        ENDLESS,
        /** From the day of the sale. */
        @JsonProperty("sale")
        SALE,
        /** From the day of its first use. */
        @JsonProperty("first-use")
        FIRST_USE;

        /** The code in JSON and in the database. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Reads the code. */
        public static Starts of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
