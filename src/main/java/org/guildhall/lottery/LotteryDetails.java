package org.guildhall.lottery;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * What staff enters about a lottery.
 *
 * @param code the house's own number for it: capitals, digits and hyphens
 * @param clause the clause of the handbook it is held under
 * @param points what a draw costs
 * @param freeDraws how many of a member's first draws cost nothing
 * @param perDay most draws of a member on one day; no limit if absent
 * @param perMember most draws of a member in all; no limit if absent
 * @param stores where can be drawn; everywhere if none is named
 * @param tiers who may draw; everybody if none is named
 * @param prizes in the order of their tickets: the first stands for the lowest
 * @param consolation the code of the prize that is given where another has run out; it never runs out itself
 */
public record LotteryDetails(
        @NotNull @Pattern(regexp = "[A-Z0-9][A-Z0-9-]{0,31}")
        String code,

        @NotBlank @Size(max = 120) String name,
        @Nullable @Size(max = 2000) String description,

        @NotBlank @Size(max = 10) String clause,
        @NotNull LocalDate firstDay,
        @NotNull LocalDate lastDay,
        @Min(0) @Max(1_000_000_000) long points,
        @Min(0) @Max(1000) int freeDraws,
        @Nullable @Min(1) @Max(10_000) Integer perDay,
        @Nullable @Min(1) @Max(100_000) Integer perMember,
        @Nullable @Size(max = 500) List<@NotNull UnitId> stores,
        @Nullable @Size(max = 50) List<@NotBlank @Size(max = 40) String> tiers,
        @NotEmpty @Size(max = 30) List<@Valid @NotNull Prize> prizes,
        @NotBlank @Size(max = 32) String consolation) {

    /** Copies the lists; absent ones are empty. */
    public LotteryDetails {
        stores = stores == null ? List.of() : stores.stream().distinct().toList();
        tiers = tiers == null ? List.of() : tiers.stream().distinct().toList();
        prizes = prizes == null ? List.of() : List.copyOf(prizes);
    }

    @Override
    public List<UnitId> stores() {
        return stores == null ? List.of() : stores;
    }

    @Override
    public List<String> tiers() {
        return tiers == null ? List.of() : tiers;
    }

    /** What all odds come to. */
    public long sum() {
        return prizes.stream().mapToLong(Prize::odds).sum();
    }

    /** The place of the consolation prize; below zero if no prize has its code. */
    public int consolationPlace() {
        return IntStream.range(0, prizes.size())
                .filter(place -> prizes.get(place).code().equals(consolation))
                .findFirst()
                .orElse(-1);
    }
}
