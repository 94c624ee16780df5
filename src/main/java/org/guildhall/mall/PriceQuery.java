package org.guildhall.mall;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** What so many pieces of a reward would cost a member now. */
public record PriceQuery(
        @NotNull UUID member,
        @NotNull UUID reward,
        @NotNull @Min(1) @Max(1000) Integer quantity) {}
