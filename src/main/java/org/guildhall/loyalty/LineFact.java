package org.guildhall.loyalty;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.guildhall.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * One line of a purchase: what, of which category, how much of it, and what was paid for it after discounts.
 *
 * @param quantityMilli thousandths of the product's unit (1 piece = 1000), so that weighed goods are exact
 */
@Schema(name = "PurchaseLine")
public record LineFact(
        @Nullable @Size(max = 100) String product,
        @Nullable @Size(max = 100) String category,
        @Positive long quantityMilli,
        @NotNull Money amount) {}
