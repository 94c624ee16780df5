package org.guildhall.lottery;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.guildhall.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * What can be won.
 *
 * @param code its own code within the lottery
 * @param odds in parts per million
 * @param stock how many there are; as many as are drawn if absent
 * @param worth what one is worth on the market
 */
@Schema(name = "LotteryPrize")
public record Prize(
        @NotNull @Pattern(regexp = "[A-Z0-9][A-Z0-9-]{0,31}")
        String code,

        @NotBlank @Size(max = 120) String name,
        @NotNull @Valid Award award,
        @Min(0) @Max(WHOLE) int odds,
        @Nullable @Min(1) @Max(100_000_000) Long stock,
        @NotNull Money worth) {

    /** The odds of certainty. */
    public static final int WHOLE = 1_000_000;
}
