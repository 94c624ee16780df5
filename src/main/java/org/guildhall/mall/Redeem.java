package org.guildhall.mall;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.UnitId;
import org.guildhall.prepaid.PaymentMethod;
import org.jspecify.annotations.Nullable;

/**
 * Redeems pieces of a reward for a member, to be picked up at a store (any allowed one if none is named).
 *
 * @param price as it was shown; the order is refused if it is no longer that. The price in force counts if none is stated
 * @param payment how the money beside the points was paid, to the fen; absent where nothing is due
 */
public record Redeem(
        @NotNull MemberId member,
        @NotNull UUID reward,
        @Min(1) @Max(1000) int quantity,
        @Nullable UnitId store,
        @Nullable @Valid RedemptionPrice price,
        @Nullable @Valid Payment payment) {

    /** More than any order comes to, and few enough that twenty of them can be added. */
    private static final long MOST_AT_ONCE = 1_000 * RewardDetails.MOST_CASH;

    /** An order of something that costs points alone. */
    public static Redeem forPoints(MemberId member, UUID reward, int quantity, @Nullable UnitId store) {
        return new Redeem(member, reward, quantity, store, null, null);
    }

    /** Money taken for an order, into the till of a store. */
    @Schema(name = "RedeemPayment")
    public record Payment(
            @NotNull UnitId store, @NotEmpty @Size(max = 20) List<@Valid @NotNull Tender> tenders) {

        /** Copies the list. */
        public Payment {
            tenders = tenders == null ? List.of() : List.copyOf(tenders);
        }
    }

    /**
     * Money by one method.
     *
     * @param reference of the bank or provider
     */
    @Schema(name = "RedeemTender")
    public record Tender(
            @NotNull PaymentMethod method,
            @NotNull Money amount,
            @Nullable @Size(max = 100) String reference) {}

    /** What was paid, one part for each method; empty if nothing was. */
    public List<Tender> tenders() {
        return payment == null ? List.of() : payment.tenders();
    }

    /** Refuses amounts that nobody can have paid. */
    public void requireAmounts() {
        for (int i = 0; i < tenders().size(); i++) {
            var amount = tenders().get(i).amount();
            if (amount.minor() <= 0 || amount.minor() > MOST_AT_ONCE) {
                throw InvalidInput.of(
                        "payment.tenders[" + i + "].amount",
                        amount.decimal(),
                        amount.minor() <= 0 ? "positive" : "within-limit");
            }
        }
    }
}
