package org.guildhall.mall;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.UnitId;
import org.guildhall.prepaid.PaymentMethod;
import org.jspecify.annotations.Nullable;

/**
 * A redemption as it stands.
 *
 * @param unitPoints price of one piece when it was ordered, for the member's {@code tier} if that decided it
 * @param store where it is to be picked up; any of {@code stores} if absent
 * @param stores where the reward can be picked up; every store if empty
 * @param closedAt when it was handed out, cancelled or given up
 * @param givenAgain points that had expired while held and were given anew
 * @param unitCash money for one piece beside its points when it was ordered; absent for points alone and for what was won
 * @param cash money for all pieces
 * @param payments how that was paid and, once the order is cancelled, given up or taken back, given back
 */
public record RedemptionView(
        UUID id,
        MemberId member,
        RewardName reward,
        int quantity,
        long unitPoints,
        long points,
        @Nullable String tier,
        State state,
        @Nullable UnitId store,
        List<UnitId> stores,
        Instant placedAt,
        Instant pickUpBy,
        @Nullable Instant closedAt,
        @Nullable UnitId closedStore,
        @Nullable String reason,
        @Nullable Instant returnedAt,
        @Nullable String returnReason,
        long givenAgain,
        @Nullable Money unitCash,
        @Nullable Money cash,
        List<Payment> payments) {

    /** The same, with its payments. */
    public RedemptionView paid(List<Payment> payments) {
        return new RedemptionView(
                id,
                member,
                reward,
                quantity,
                unitPoints,
                points,
                tier,
                state,
                store,
                stores,
                placedAt,
                pickUpBy,
                closedAt,
                closedStore,
                reason,
                returnedAt,
                returnReason,
                givenAgain,
                unitCash,
                cash,
                List.copyOf(payments));
    }

    /**
     * Money that changed hands for it; below zero when it went back.
     *
     * @param store whose till
     */
    @Schema(name = "RedemptionPayment")
    public record Payment(
            PaymentMethod method, Money amount, @Nullable String reference, UnitId store, Instant occurredAt) {}

    /** The reward in a word. */
    public record RewardName(
            UUID id,
            String code,
            String name,
            @Nullable String nameTw,
            @Nullable String nameEn) {}

    /** Where a redemption stands. */
    @Schema(name = "RedemptionState", enumAsRef = true)
    public enum State {
        /** Points and pieces are held; it waits for pick-up. */
        @JsonProperty("waiting")
        WAITING,
        /** It was handed out for its points. */
        @JsonProperty("fulfilled")
        FULFILLED,
        /** Somebody cancelled it; points and pieces went back. */
        @JsonProperty("cancelled")
        CANCELLED,
        /** Nobody picked it up in time; points and pieces went back. */
        @JsonProperty("expired")
        EXPIRED,
        /** It was handed out and taken back; points and pieces came back. */
        @JsonProperty("returned")
        RETURNED;

        /** The code in JSON and in the database. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Reads the code. */
        public static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
