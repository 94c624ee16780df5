package org.guildhall.loyalty.earning;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;

/** What one unit of an accepted currency is worth in the base currency. */
public record CurrencyRate(
        @NotNull @Pattern(regexp = "[A-Z]{3}") String currency,

        @NotNull @DecimalMin(value = "0", inclusive = false) @DecimalMax("100000") @Digits(integer = 6, fraction = 8)
        BigDecimal rate) {}
