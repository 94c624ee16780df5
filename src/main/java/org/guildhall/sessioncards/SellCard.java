package org.guildhall.sessioncards;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.UnitId;
import org.guildhall.prepaid.PaymentMethod;
import org.jspecify.annotations.Nullable;

/**
 * Sells a card.
 *
 * @param price as it was shown
 * @param reference of the payment
 */
@Schema(name = "SellSessionCard")
public record SellCard(
        @NotNull MemberId member,
        @NotNull UUID product,
        @NotNull UnitId store,
        @NotNull Money price,
        @NotNull PaymentMethod method,
        @Nullable @Size(max = 100) String reference) {}
